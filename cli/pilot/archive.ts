import { ConflictError } from '../../lib/annofab/index.ts';
import { deleteInvocations, type Invocation, invocationsOf, waitForInvocations } from './invocations.ts';
import type { PilotParts } from './parts.ts';
import { NotSeenError } from './reason.ts';
import { registerWebhook } from './webhooks.ts';

/** An update of the annotation archive. */
export interface ArchiveUpdate {
  /** What Annofab answered while the update ran, with 409; `undefined` when the update had ended. */
  readonly secondUpdate: ConflictError | undefined;
  readonly readDuringUpdate: ConflictError | undefined;
  readonly invocations: readonly Invocation[];
  /** The answer that has the address of the archive. */
  readonly answer: Answer;
}

interface Answer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly location: string | undefined;
  readonly url: string;
}

const POLL_MS = 5_000;

/** Updates the archive once, and asks for it during the update and afterwards. */
export async function updateArchive(parts: PilotParts): Promise<ArchiveUpdate> {
  const { annofab, project_id, cleanUp, say, waitMs, signal } = parts;
  cleanUp.afterwards('the records of the webhook calls', () => deleteInvocations(parts, parts.run));
  await registerWebhook(parts, 'archive');
  const { job } = await annofab.postAnnotationArchiveUpdate({ project_id }, { signal });
  const { job_type, job_id } = job;
  // At night, the next run would take it for a build of Annofab's own.
  cleanUp.afterwards('the record of the archive update', () =>
    annofab.deleteProjectJob({ project_id, job_type, job_id }),
  );
  say('The archive is being updated, which may take tens of minutes. Waiting for it …');
  const readDuringUpdate = await conflictOf(annofab.getAnnotationArchive({ project_id }, { signal }));
  const secondUpdate = await conflictOf(annofab.postAnnotationArchiveUpdate({ project_id }, { signal }));
  await annofab.jobs.wait(job, { signal, deadlineMs: waitMs, intervalMs: POLL_MS });
  // An update that was started by the second request.
  await annofab.jobs.waitUntilMayStart(
    { project_id, job_type: 'gen-annotation' },
    { signal, deadlineMs: waitMs, intervalMs: POLL_MS },
  );
  const read = () => invocationsOf(parts, 'archive');
  const invocations = await waitForInvocations(parts, read, (found) => found.length > 0);
  const { data, status, headers } = await annofab.getAnnotationArchive({ project_id }, { signal }).withResponse();
  const answer = { status, contentType: headers['content-type'], location: headers['location'], url: data.url };
  if (answer.url === undefined && answer.location === undefined) throw new NotSeenError('the answer has no address');
  return { readDuringUpdate, secondUpdate, invocations, answer };
}

/** The error when Annofab answers with 409; nothing for any other outcome, which is not what is tried. */
async function conflictOf(request: PromiseLike<unknown>): Promise<ConflictError | undefined> {
  try {
    await request;
  } catch (error) {
    if (error instanceof ConflictError) return error;
  }
  return undefined;
}
