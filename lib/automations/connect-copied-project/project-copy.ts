import { ForbiddenError, NotFoundError, type ProjectJobInfo } from '../../annofab/index.ts';
import type { EventContext } from '../../runtime/context.ts';
import { NonRetryableError, RetryLater, Skip } from '../../runtime/outcomes.ts';
import type { Services } from '../services.ts';

type Context = EventContext<'project-copy-completed', Pick<Services, 'annofab'>>;

/** Counts how often an event came before its copy had ended. */
const EARLY = 'early';

/**
 * Makes sure that the source was copied into the destination. The event alone proves nothing: everyone who knows the secret of
 * one project could name any other project in it.
 *
 * @throws RetryLater while the copy is in progress or not there yet; Skip when there is none after all, or when it failed
 */
export async function assertCopied(ctx: Context): Promise<void> {
  const job = await copyJob(ctx);
  if (job === undefined || job.job_status === 'progress') throw notEnded(ctx, job);
  if (job.job_status === 'failed') throw new Skip(`copy-project ${job.job_id} of project ${job.project_id} failed`);
}

/**
 * Makes sure that the account may connect the copy.
 *
 * @throws NonRetryableError that says which right is missing
 */
export async function assertOwner({ annofab, event, signal }: Context): Promise<void> {
  const { dest_project_id: project_id } = event;
  const role = await roleIn({ annofab, project_id, signal });
  if (role === 'owner') return;
  throw new NonRetryableError(
    `the account of the credential is ${role} in the copied project ${project_id}, but must be its owner: ` +
      'make it an owner, and send the delivery again',
  );
}

async function roleIn({ annofab, project_id, signal }: Pick<Context, 'annofab' | 'signal'> & { project_id: string }) {
  try {
    const { member_role, member_status } = await annofab.getMyMemberInProject({ project_id }, { signal });
    return member_status === 'active' ? member_role : 'no member';
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof ForbiddenError) return 'no member';
    throw error;
  }
}

async function copyJob({ annofab, event, signal }: Context): Promise<ProjectJobInfo | undefined> {
  const { project_id, dest_project_id } = event;
  for await (const job of annofab.jobs.all({ project_id, query: { type: 'copy-project' } }, { signal })) {
    const { job_detail: detail } = job;
    if (!detail || !('request' in detail) || !('dest_project_id' in detail.request)) continue;
    if (detail.request.dest_project_id === dest_project_id) return job;
  }
  return undefined;
}

function notEnded({ event, delivery, settings }: Context, job: ProjectJobInfo | undefined): RetryLater | Skip {
  const { project_id, dest_project_id } = event;
  const what = `the copy of project ${project_id} into project ${dest_project_id}`;
  const reason = job === undefined ? `${what} is not in Annofab's list of jobs` : `${what} is in progress`;
  const seconds = settings.earlyEventRetrySeconds[delivery.deferrals[EARLY] ?? 0];
  if (seconds !== undefined) return new RetryLater(reason, { seconds, counter: EARLY });
  if (job === undefined) return new Skip(reason);
  return new RetryLater(reason, { seconds: settings.jobRunningSeconds, counter: EARLY });
}
