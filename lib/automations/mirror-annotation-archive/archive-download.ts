import { FileError, NotFoundError, type OpenFile } from '../../annofab/index.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import type { Invocation, Services } from '../../runtime/context.ts';
import { Skip } from '../../runtime/outcomes.ts';
import { withConflictHandling } from '../conflict-handling.ts';

type Context = Invocation & Pick<Services, 'annofab'>;

/** What tells one archive from another. */
export interface ArchiveIdentity {
  readonly etag?: string;
  /** As the file server wrote it. */
  readonly last_modified?: string;
}

export interface ArchiveDownload extends ArchiveIdentity {
  /** As announced, in bytes. */
  readonly contentLength?: number;
  /** To be read once. Of a broken connection it fetches the rest. @throws Error when the whole archive cannot be had */
  readonly body: AsyncIterable<Buffer>;
  /** Ends it, read or not: nothing is asked for from here on. */
  discard(): void;
}

/** How often one download may break off before it fails. */
const MAX_BREAKS = 5;

/**
 * Opens a project's annotation archive.
 *
 * @param known the archive that is there already; if it is still the same, nothing is downloaded
 * @throws Skip when the project has no archive, RetryLater while it is being rebuilt, FileError from the file server
 */
export async function openArchive(
  ctx: Context,
  project_id: string,
  known: ArchiveIdentity,
): Promise<ArchiveDownload | 'unchanged'> {
  const discarded = new AbortController();
  const reading = { ...ctx, signal: AbortSignal.any([ctx.signal, discarded.signal]) };
  const file = await openFresh(reading, project_id, conditionOf(known));
  if (file.status === 304) {
    discard(file);
    return 'unchanged';
  }
  const { etag, 'last-modified': last_modified, 'content-length': length } = file.headers;
  const contentLength = length === undefined ? undefined : Number(length);
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(last_modified === undefined ? {} : { last_modified }),
    ...(contentLength === undefined ? {} : { contentLength }),
    body: readAll(reading, project_id, file, { etag, contentLength }),
    discard() {
      discard(file);
      // A reader that still waits for bytes would take the end for a broken connection, and fetch the rest.
      discarded.abort(new Error('the archive is no longer wanted'));
    },
  };
}

/** The ETag alone where there is one: a date-time of whole seconds cannot tell two archives of one second apart. */
function conditionOf({ etag, last_modified }: ArchiveIdentity): Record<string, string> {
  if (etag !== undefined) return { 'if-none-match': etag };
  return last_modified === undefined ? {} : { 'if-modified-since': last_modified };
}

/** By GET always: the address is signed for GET. It is good for an hour, so one that has run out is asked for again. */
async function openFresh(ctx: Context, project_id: string, headers: Record<string, string>): Promise<OpenFile> {
  const open = async () => ctx.annofab.files.open(await archiveUrl(ctx, project_id), { headers, signal: ctx.signal });
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof FileError && error.expired)) throw error;
    return await open();
  }
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

interface Whole {
  readonly etag: string | undefined;
  readonly contentLength: number | undefined;
}

async function* readAll(ctx: Context, project_id: string, opened: OpenFile, whole: Whole): AsyncGenerator<Buffer> {
  let file = opened;
  let bytes = 0;
  for (let breaks = 1; ; breaks += 1) {
    const problem = yield* readOn(ctx, file, (chunk) => {
      bytes += chunk.length;
    });
    const { contentLength = problem === undefined ? bytes : undefined } = whole;
    if (bytes === contentLength) return;
    if (whole.etag === undefined || breaks === MAX_BREAKS || bytes > (contentLength ?? 0)) {
      const message = `the download broke off after ${bytes} of ${contentLength ?? 'unknown'} bytes`;
      throw new LoggableError(message, { cause: problem });
    }
    ctx.log.warn('The download broke off: fetching the rest', { project_id, bytes, attempt: breaks });
    file = await openRest(ctx, project_id, bytes, whole.etag);
  }
}

/** @returns what ended it, if not its end */
async function* readOn(
  ctx: Context,
  file: OpenFile,
  count: (chunk: Buffer) => void,
): AsyncGenerator<Buffer, unknown, undefined> {
  try {
    for await (const chunk of file.body) {
      count(chunk);
      yield chunk;
    }
    return undefined;
  } catch (error) {
    ctx.signal.throwIfAborted();
    return error;
  }
}

/** `If-Match`: the rest of another archive is of no use. */
async function openRest(ctx: Context, project_id: string, from: number, etag: string): Promise<OpenFile> {
  try {
    const file = await openFresh(ctx, project_id, { range: `bytes=${from}-`, 'if-match': etag });
    if (file.status === 206 && file.headers['content-range']?.startsWith(`bytes ${from}-`)) return file;
    discard(file);
    throw new LoggableError(`the file server did not give the bytes from ${from} on`);
  } catch (error) {
    if (!(error instanceof FileError && error.status === 412)) throw error;
    throw new LoggableError('it was replaced while it was downloaded: the next attempt mirrors the new one', {
      cause: error,
    });
  }
}

function discard({ body }: OpenFile): void {
  body.on('error', () => {}).destroy(); // Its error is ours, and expected.
}
