import type { Clock } from '../../core/clock.ts';
import type { AnnofabApi } from '../api.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { type WaitOptions, waitUntil } from '../resources/jobs/wait-until.ts';
import { ArchiveError } from './errors.ts';
import type { ArchiveFormat } from './frames/frame-format.ts';

/**
 * Gets the presigned URL of a project's archive, which is valid for an hour. Waits while the archive is being rebuilt.
 *
 * @throws ArchiveError when the project has no archive; TimeoutError when it is still being rebuilt at the deadline
 */
export async function locateArchive(
  { client, clock }: { client: AnnofabApi; clock: Clock },
  { project_id, format }: { project_id: string; format: ArchiveFormat },
  options?: WaitOptions,
): Promise<string> {
  const poll = async (signal?: AbortSignal): Promise<string | undefined> => {
    try {
      const { data, headers } = await requestUrl(client, { project_id, format }, signal);
      return headers['location'] ?? data.url;
    } catch (error) {
      if (error instanceof ConflictError) return undefined;
      if (error instanceof NotFoundError) throw noArchive(project_id, error);
      throw error;
    }
  };
  // A wait tolerates transient failures; the first request does not, so that the caller sees them at once.
  const found = await poll(options?.signal);
  if (found !== undefined) return found;
  return await waitUntil(clock, `the annotation archive of project ${project_id} is being rebuilt`, poll, options);
}

function requestUrl(
  client: AnnofabApi,
  { project_id, format }: { project_id: string; format: ArchiveFormat },
  signal: AbortSignal | undefined,
) {
  const operation = format === 'simple' ? client.getAnnotationArchive : client.getArchiveFullWithProId;
  return operation.call(client, { project_id }, { signal }).withResponse();
}

function noArchive(project_id: string, cause: NotFoundError): ArchiveError {
  const message =
    `Project ${project_id} has no annotation archive yet, or this account cannot see the project. ` +
    'Update the archive first (archives.update).';
  return new ArchiveError(message, { cause });
}
