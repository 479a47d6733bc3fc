import { setTimeout as sleep } from 'node:timers/promises';
import type { ProjectJobInfo } from '../../lib/annofab/index.ts';
import { isJsonObject, type JsonObject, ownField } from '../../lib/core/json.ts';
import type { PilotParts } from './parts.ts';
import { type PilotWebhook, pilotWebhookId } from './webhooks.ts';

/** A job that records the call of a webhook, as far as it is shown. */
export interface Invocation {
  readonly job: ProjectJobInfo;
  readonly webhook: JsonObject;
  /** `undefined`: the job does not show it. */
  readonly body: string | undefined;
}

const POLL_MS = [500, 1_000, 2_000, 5_000] as const;

/** The calls of one of the pilot's webhooks that Annofab shows now. */
export async function invocationsOf(parts: PilotParts, name: PilotWebhook): Promise<Invocation[]> {
  const { annofab, project_id, signal } = parts;
  const { list } = await annofab.getProjectJob({ project_id, query: { type: 'invoke-hook', limit: 200 } }, { signal });
  return list
    .map(toInvocation)
    .filter(({ webhook }) => ownField(webhook, 'webhook_id') === pilotWebhookId(parts, name));
}

/**
 * Waits until what was called has ended.
 *
 * @param isComplete whether nothing more is expected
 * @returns the last that was read, when the time is up
 */
export async function waitForInvocations(
  parts: PilotParts,
  read: () => Promise<Invocation[]>,
  isComplete: (found: readonly Invocation[]) => boolean,
): Promise<Invocation[]> {
  const end = performance.now() + parts.waitMs;
  for (let polls = 0; ; polls += 1) {
    const found = await read();
    if ((isComplete(found) && found.every(hasEnded)) || performance.now() >= end) return found;
    await sleep(Math.min(POLL_MS[polls] ?? 5_000, parts.waitMs), undefined, { signal: parts.signal });
  }
}

/** Removes the records of the calls of the webhooks whose ids begin so: they hold the secret. */
export async function deleteInvocations(
  { annofab, project_id }: Pick<PilotParts, 'annofab' | 'project_id'>,
  beginning: string,
  signal?: AbortSignal,
): Promise<void> {
  const options = signal && { signal };
  for await (const job of annofab.jobs.all({ project_id, query: { type: 'invoke-hook' } }, options)) {
    const { webhook } = toInvocation(job);
    const { job_type, job_id } = job;
    if (String(ownField(webhook, 'webhook_id')).startsWith(beginning))
      await annofab.deleteProjectJob({ project_id, job_type, job_id }, options);
  }
}

function hasEnded({ job }: Invocation): boolean {
  return job.job_status !== 'progress';
}

function toInvocation(job: ProjectJobInfo): Invocation {
  const detail: unknown = job.job_detail;
  const webhook = isJsonObject(detail) ? ownField(detail, 'webhook') : undefined;
  const body = isJsonObject(detail) ? ownField(detail, 'replaced_body') : undefined;
  return { job, webhook: isJsonObject(webhook) ? webhook : {}, body: typeof body === 'string' ? body : undefined };
}
