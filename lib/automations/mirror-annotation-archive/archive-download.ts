import { type FileStream, NotFoundError } from '../../annofab/index.ts';
import type { Invocation } from '../../runtime/context.ts';
import { Skip } from '../../runtime/outcomes.ts';
import { withConflictHandling } from '../conflict-handling.ts';
import type { Services } from '../services.ts';

type Context = Invocation & Pick<Services, 'annofab'>;

/** What tells one archive from another. */
export interface ArchiveIdentity {
  readonly etag?: string;
  /** As the file server wrote it. */
  readonly last_modified?: string;
}

export interface ArchiveDownload extends ArchiveIdentity, Pick<FileStream, 'body' | 'discard'> {
  /** As announced, in bytes. */
  readonly contentLength?: number;
}

/**
 * Opens a project's annotation archive. Its address is good for an hour; an expired one is replaced, also during the
 * reading.
 *
 * @param known the archive that is there already; if it is still the same, nothing is downloaded
 * @throws Skip when the project has no archive, RetryLater while it is being rebuilt, FileError from the file server
 */
export async function openArchive(
  ctx: Context,
  project_id: string,
  known: ArchiveIdentity,
): Promise<ArchiveDownload | 'unchanged'> {
  const refresh = () => archiveUrl(ctx, project_id);
  const { status, headers, body, discard } = await ctx.annofab.files.stream(await refresh(), {
    headers: conditionOf(known),
    refresh,
    signal: ctx.signal,
    onResume: ({ bytes }) => ctx.log.warn('Archive download was cut; resuming', { project_id, bytes }),
  });
  if (status === 304) return 'unchanged';
  const { etag, 'last-modified': last_modified, 'content-length': length } = headers;
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(last_modified === undefined ? {} : { last_modified }),
    ...(length === undefined ? {} : { contentLength: Number(length) }),
    body,
    discard,
  };
}

/** The ETag alone where there is one: a date-time of whole seconds cannot tell two archives of one second apart. */
function conditionOf({ etag, last_modified }: ArchiveIdentity): Record<string, string> {
  if (etag !== undefined) return { 'if-none-match': etag };
  return last_modified === undefined ? {} : { 'if-modified-since': last_modified };
}

async function archiveUrl(ctx: Context, project_id: string): Promise<string> {
  const ask = () => ctx.annofab.getAnnotationArchive({ project_id }, { signal: ctx.signal }).withResponse();
  try {
    const { data, headers } = await withConflictHandling(ctx, project_id, ask);
    return headers['location'] ?? data.url;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const reason = `project ${project_id} has no annotation archive, or is not ours to read: start its update first`;
    throw new Skip(reason, { cause: error });
  }
}
