import type { AnnofabClient } from '../client.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import type { ProjectJobInfo, ProjectJobType } from '../generated/schemas.ts';
import { type WaitOptions, waitUntil } from './job-wait.ts';

/** A job that Annofab may have under way already. */
interface JobToRun {
  /** For the error: `archives.update (project p)`. */
  readonly name: string;
  readonly project_id: string;
  readonly job_type: ProjectJobType;
  start(signal?: AbortSignal): PromiseLike<{ job: ProjectJobInfo }>;
}

/**
 * Starts a job, or joins the one of its type under way, and waits for its end.
 *
 * @returns the job, succeeded
 * @throws JobFailedError; ConflictError when no job explains the refusal, as with a suspended project; TimeoutError
 */
export async function runJob(
  { client, clock }: { client: AnnofabClient; clock: Clock },
  toRun: JobToRun,
  { signal, deadlineMs, intervalMs }: WaitOptions = {},
): Promise<ProjectJobInfo> {
  const start = clock.now();
  const look = startOrJoin(client, toRun);
  // A wait puts up with failures that pass; without one they are for the caller.
  const job = (await look(signal)) ?? (await waitUntil(clock, toRun.name, look, { signal, deadlineMs, intervalMs }));
  const left = deadlineMs === undefined ? undefined : Math.max(1, deadlineMs - (clock.now() - start));
  return await client.jobs.wait(job, { signal, deadlineMs: left, intervalMs });
}

/** Gives the job; undefined while a job of another kind keeps it from starting. */
function startOrJoin(
  client: AnnofabClient,
  { project_id, job_type, start }: JobToRun,
): (signal?: AbortSignal) => Promise<ProjectJobInfo | undefined> {
  let unexplained = 0;
  return async (signal) => {
    try {
      return (await start(signal)).job;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const blockers = await client.jobs.blockers({ project_id, job_type }, { signal });
      const running = blockers.find((job) => job.job_type === job_type);
      if (running) return running;
      // What was in the way may have ended since. Twice in a row it is no job: the project may be suspended.
      unexplained = blockers.length === 0 ? unexplained + 1 : 0;
      if (unexplained > 1) throw error;
      return undefined;
    }
  };
}
