import type { AnnofabApi } from '../api.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import type { Clock } from '../http/clock.ts';
import { type WaitOptions, waitUntil } from '../resources/jobs/job-wait.ts';
import { ArchiveError } from './errors.ts';

/** Annotations by their names, or with ids and the names in all languages (deprecated by Annofab). */
export type ArchiveFormat = 'simple' | 'full';

/**
 * The address of a project's archive; it is good for an hour. Waits while the archive is being rebuilt.
 *
 * @throws ArchiveError when the project has none; TimeoutError when it is still being rebuilt at the deadline
 */
export async function locateArchive(
  { client, clock }: { client: AnnofabApi; clock: Clock },
  { project_id, format }: { project_id: string; format: ArchiveFormat },
  options?: WaitOptions,
): Promise<string> {
  const look = async (signal?: AbortSignal): Promise<string | undefined> => {
    try {
      const { data, headers } = await ask(client, { project_id, format }, signal);
      return headers['location'] ?? data.url;
    } catch (error) {
      if (error instanceof ConflictError) return undefined;
      if (error instanceof NotFoundError) throw noArchive(project_id, error);
      throw error;
    }
  };
  // A wait puts up with failures that pass; without one they are for the caller.
  const found = await look(options?.signal);
  if (found !== undefined) return found;
  return await waitUntil(clock, `the annotation archive of project ${project_id} is being rebuilt`, look, options);
}

function ask(
  client: AnnofabApi,
  { project_id, format }: { project_id: string; format: ArchiveFormat },
  signal: AbortSignal | undefined,
) {
  const operation = format === 'simple' ? client.getAnnotationArchive : client.getArchiveFullWithProId;
  return operation.call(client, { project_id }, { signal }).withResponse();
}

function noArchive(project_id: string, cause: NotFoundError): ArchiveError {
  const message =
    `Project ${project_id} has no annotation archive yet, or there is no such project for this account. ` +
    'archives.update makes one.';
  return new ArchiveError(message, { cause });
}
