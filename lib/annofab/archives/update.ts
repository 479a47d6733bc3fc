import type { AnnofabClient } from '../client.ts';
import type { ProjectJobInfo } from '../generated/schemas.ts';
import type { WaitOptions } from '../resources/jobs/wait-until.ts';

/** See {@link Archives.update}. */
export function updateArchive(
  client: AnnofabClient,
  { project_id }: { project_id: string },
  options: WaitOptions = {},
): Promise<ProjectJobInfo> {
  const start = (signal: AbortSignal) => client.postAnnotationArchiveUpdate({ project_id }, { signal });
  return client.jobs.run({ project_id, job_type: 'gen-annotation' }, start, { ...options, join: true });
}
