import type { AnnofabApi } from '../api.ts';
import type { ProjectJobInfo } from '../generated/schemas.ts';
import type { WaitOptions } from '../resources/jobs/job-wait.ts';
import type { Jobs } from '../resources/jobs/jobs.ts';

/** See {@link Archives.update}. */
export function updateArchive(
  client: AnnofabApi & { readonly jobs: Jobs },
  { project_id }: { project_id: string },
  options: WaitOptions = {},
): Promise<ProjectJobInfo> {
  const start = (signal: AbortSignal) => client.postAnnotationArchiveUpdate({ project_id }, { signal });
  return client.jobs.run({ project_id, job_type: 'gen-annotation' }, start, { ...options, join: true });
}
