import type { AnnofabClient } from '../client.ts';
import type { Clock } from '../clock.ts';
import type { ProjectJobInfo } from '../generated/schemas.ts';
import type { WaitOptions } from '../groups/job-wait.ts';
import { runJob } from '../groups/run-job.ts';

/** Starts a rebuild, or joins the one under way, and waits for its end. */
export function updateArchive(
  core: { client: AnnofabClient; clock: Clock },
  { project_id }: { project_id: string },
  options?: WaitOptions,
): Promise<ProjectJobInfo> {
  const name = `archives.update (project ${project_id})`;
  const start = (signal?: AbortSignal) => core.client.postAnnotationArchiveUpdate({ project_id }, { signal });
  return runJob(core, { name, project_id, job_type: 'gen-annotation', start }, options);
}
