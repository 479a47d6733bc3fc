import type { AnnofabClient } from '../client.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import type { ProjectJobInfo } from '../generated/schemas.ts';
import { type WaitOptions, waitUntil } from '../groups/job-wait.ts';

/** Starts a rebuild, or joins the one under way, and waits for its end. */
export async function updateArchive(
  { client, clock }: { client: AnnofabClient; clock: Clock },
  { project_id }: { project_id: string },
  { signal, deadlineMs, intervalMs }: WaitOptions = {},
): Promise<ProjectJobInfo> {
  const start = clock.now();
  const waitFor = `archives.update (project ${project_id})`;
  const look = startOrJoin(client, project_id);
  // A wait puts up with failures that pass; without one they are for the caller.
  const job = (await look(signal)) ?? (await waitUntil(clock, waitFor, look, { signal, deadlineMs, intervalMs }));
  const left = deadlineMs === undefined ? undefined : Math.max(1, deadlineMs - (clock.now() - start));
  return await client.jobs.wait(job, { signal, deadlineMs: left, intervalMs });
}

/** Gives the job; undefined while a job of another kind keeps it from starting. */
function startOrJoin(
  client: AnnofabClient,
  project_id: string,
): (signal?: AbortSignal) => Promise<ProjectJobInfo | undefined> {
  let unexplained = 0;
  return async (signal) => {
    try {
      return (await client.postAnnotationArchiveUpdate({ project_id }, { signal })).job;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const blockers = await client.jobs.blockers({ project_id, job_type: 'gen-annotation' }, { signal });
      const running = blockers.find(({ job_type }) => job_type === 'gen-annotation');
      if (running) return running;
      // What was in the way may have ended since. Twice in a row it is no job: the project may be suspended.
      unexplained = blockers.length === 0 ? unexplained + 1 : 0;
      if (unexplained > 1) throw error;
      return undefined;
    }
  };
}
