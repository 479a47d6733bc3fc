import { withDeadline } from '../../../core/async/deadline.ts';
import type { Clock } from '../../../core/clock.ts';
import { ConflictError, JobFailedError, JobNotFoundError } from '../../errors.ts';
import type { ProjectJobInfo } from '../../generated/schemas.ts';
import { refuseUnknown } from '../../one-of.ts';
import type { JobIds, Jobs, ProjectAndJobType } from './jobs.ts';
import { deadlineOf, type RunOptions, WAIT_OPTIONS, type WaitOptions } from './wait-until.ts';

/** Polls for the succeeded job. The list may lag behind the start of a job, so only a job that is absent twice is missing. */
export function pollEnd(jobs: Jobs, ids: JobIds): (signal: AbortSignal) => Promise<ProjectJobInfo | undefined> {
  let absent = 0;
  return async (signal) => {
    const job = await jobs.find(ids, { signal });
    absent = job === undefined ? absent + 1 : 0;
    if (absent > 1) {
      const why = 'Annofab deletes a job 14 days after its end, and an owner may delete it earlier.';
      throw new JobNotFoundError(`${nameOfJob(ids)}: the job does not exist. ${why}`, ids);
    }
    if (job?.job_status === 'failed') throw new JobFailedError(`${nameOfJob(job)} failed: ${reasonsOf(job)}`, job);
    return job?.job_status === 'succeeded' ? job : undefined;
  };
}

/** See {@link Jobs.run}. */
export async function runJob(
  jobs: Jobs,
  clock: Clock,
  params: ProjectAndJobType,
  start: (signal: AbortSignal) => PromiseLike<{ readonly job: JobIds }>,
  options: RunOptions = {},
): Promise<ProjectJobInfo> {
  refuseUnknown('jobs.run has no option', options, [...WAIT_OPTIONS, 'join']);
  const name = `jobs.run (${params.job_type} in project ${params.project_id})`;
  return withDeadline(deadlineOf(clock, name, options), async ({ signal }) => {
    const rest: WaitOptions = { signal, deadlineMs: Number.POSITIVE_INFINITY, intervalMs: options.intervalMs };
    for (let refusals = 1; ; refusals += 1) {
      try {
        const { job } = await start(signal);
        return await jobs.wait(job, rest);
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        const blockers = await jobs.blockers(params, { signal });
        const same = blockers.find(({ job_type }) => job_type === params.job_type);
        if (same && options.join) return await jobs.wait(same, rest);
        // The blocking job may have ended between the two requests: then try once more.
        if (blockers.length > 0) refusals = 0;
        else if (refusals > 1) throw error;
      }
      await jobs.waitUntilMayStart(params, rest);
    }
  });
}

export function nameOfJob({ project_id, job_type, job_id }: JobIds): string {
  return `job ${job_type} ${job_id} of project ${project_id}`;
}

function reasonsOf({ errors }: ProjectJobInfo): string {
  const reasons = errors.errors.map(({ error_code, message }) => [error_code, message].filter(Boolean).join(': '));
  return reasons.filter(Boolean).join(' / ') || 'Annofab gave no reason.';
}
