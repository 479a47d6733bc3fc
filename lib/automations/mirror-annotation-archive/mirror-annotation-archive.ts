import { AnnofabError, FileError } from '../../annofab/index.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import type { EventContext } from '../../runtime/context.ts';
import { loggableMessage, nameOf } from '../../runtime/loggable-message.ts';
import { isOutcome, NonRetryableError } from '../../runtime/outcomes.ts';
import { archiveKeys } from '../bucket/dataset-keys.ts';
import { advancePointer } from '../bucket/latest-pointer.ts';
import { toJson } from '../bucket/stored-json.ts';
import type { Services } from '../services.ts';
import { type ArchiveDownload, openArchive } from './archive-download.ts';
import { type ArchiveManifest, archiveVersion, isNewerArchive, parseArchiveManifest } from './archive-manifest.ts';
import { startTimeBudget, type TimeBudget } from './time-budget.ts';
import { createZipInspector, type InspectedZip, type ZipInspector } from './zip-inspector.ts';

type Context = EventContext<'annotation-archive-updated', Services>;

const json = { contentType: 'application/json' };

export interface MirroredArchive {
  readonly version: string;
  /** The key of the ZIP. */
  readonly archive: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly entries: number;
  /** False when this archive was mirrored before. */
  readonly changed: boolean;
}

/**
 * Copies a project's annotation archive into the bucket as one version: the ZIP, then its manifest, then `latest.json` unless
 * a newer version is there. The archive is streamed: memory holds a few parts of it, the disk nothing. An archive that is in
 * the bucket already is not downloaded.
 *
 * @throws Skip when there is no archive, RetryLater while it is being rebuilt, NonRetryableError when it does not fit into one
 * invocation, Error naming the project when it cannot be read completely or is not a ZIP: then the bucket shows nothing of it
 */
export async function mirrorAnnotationArchive(ctx: Context): Promise<MirroredArchive> {
  const { project_id } = ctx.event;
  const budget = startTimeBudget(ctx, ctx.settings.mirrorMarginMs);
  const progress: Progress = { zip: createZipInspector(), announced: undefined };
  try {
    const { manifest, changed } = await mirror({ ...ctx, signal: budget.signal }, progress);
    report(ctx, manifest, changed, budget);
    const { version, archive, bytes, sha256, entries } = manifest;
    return { version, archive, bytes, sha256, entries, changed };
  } catch (error) {
    if (budget.isSpent()) throw outOfTime(project_id, progress, budget);
    const isSpecific = isOutcome(error) || (error instanceof AnnofabError && !(error instanceof FileError));
    if (ctx.signal.aborted || isSpecific || !(error instanceof Error)) throw error;
    const why = loggableMessage(error) ?? nameOf(error);
    throw new LoggableError(`project ${project_id}: its annotation archive was not mirrored: ${why}`, { cause: error });
  } finally {
    budget.stop();
  }
}

interface Progress {
  readonly zip: ZipInspector;
  /** The size in bytes, once it is known. */
  announced: number | undefined;
}

async function mirror(ctx: Context, progress: Progress): Promise<{ manifest: ArchiveManifest; changed: boolean }> {
  const { project_id, complete_datetime } = ctx.event;
  const latest = await readManifest(ctx, archiveKeys.latest(project_id));
  const download = await openArchive(ctx, project_id, latest ?? {});
  if (download === 'unchanged') {
    if (latest === undefined)
      throw new LoggableError(
        'the file server answered that it is unchanged, but the bucket has no archive to compare it with',
      );
    return { manifest: latest, changed: false };
  }
  try {
    progress.announced = download.contentLength;
    const version = archiveVersion(download, complete_datetime);
    const earlier = await readManifest(ctx, archiveKeys.manifest(project_id, version));
    const manifest = earlier ?? (await copy(ctx, version, download, progress.zip));
    await pointTo(ctx, manifest);
    return { manifest, changed: earlier === undefined };
  } finally {
    download.discard();
  }
}

async function copy(
  ctx: Context,
  version: string,
  download: ArchiveDownload,
  zip: ZipInspector,
): Promise<ArchiveManifest> {
  const { dataset, signal } = ctx;
  const { project_id } = ctx.event;
  const { etag, last_modified, contentLength } = download;
  const archive = archiveKeys.archive(project_id, version);
  let seen: InspectedZip | undefined;
  const body = inspect(download.body, zip, (whole) => {
    seen = whole;
  });
  const size = contentLength === undefined ? {} : { contentLength };
  await dataset.upload(archive, body, { contentType: 'application/zip', ...size, signal });
  if (seen === undefined) throw new LoggableError('the upload ended before the download did');
  const manifest: ArchiveManifest = {
    project_id,
    version,
    archive,
    ...seen,
    ...(etag === undefined ? {} : { etag }),
    ...(last_modified === undefined ? {} : { last_modified }),
  };
  await dataset.put(archiveKeys.manifest(project_id, version), toJson('archiveManifest', manifest), {
    ...json,
    signal,
  });
  return manifest;
}

/** An incomplete ZIP throws before the stream ends, so that its upload is never completed. */
async function* inspect(body: AsyncIterable<Buffer>, zip: ZipInspector, done: (whole: InspectedZip) => void) {
  for await (const chunk of body) {
    zip.see(chunk);
    yield chunk;
  }
  done(zip.finish());
}

async function pointTo(ctx: Context, manifest: ArchiveManifest): Promise<void> {
  const key = archiveKeys.latest(manifest.project_id);
  await advancePointer(ctx.dataset, key, manifest, {
    kind: 'archiveManifest',
    parse: (text) => parseArchiveManifest(text, key),
    isNewer: isNewerArchive,
    signal: ctx.signal,
  });
}

async function readManifest({ dataset, signal }: Context, key: string): Promise<ArchiveManifest | undefined> {
  const object = await dataset.read(key, { signal });
  return object === undefined ? undefined : parseArchiveManifest(object.text, key);
}

function report({ log }: Context, manifest: ArchiveManifest, changed: boolean, budget: TimeBudget): void {
  const { project_id, version, bytes, entries } = manifest;
  const seconds = budget.elapsedSeconds();
  const speed = changed ? { seconds, bytes_per_second: Math.round(bytes / seconds) } : {};
  log.info('Annotation archive mirrored', { project_id, version, bytes, entries, changed, ...speed });
}

function outOfTime(project_id: string, { zip, announced }: Progress, budget: TimeBudget): NonRetryableError {
  const seconds = budget.elapsedSeconds();
  const of = announced === undefined ? '' : ` of ${megabytes(announced)}`;
  return new NonRetryableError(
    `project ${project_id}: its annotation archive does not fit into one invocation: ${megabytes(zip.bytes)}${of} in ` +
      `${Math.round(seconds)} s, ${megabytes(zip.bytes / seconds)}/s; give the function more memory (and so a faster ` +
      'network) or more time, or mirror this project elsewhere',
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
