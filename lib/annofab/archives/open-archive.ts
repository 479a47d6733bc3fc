import { assertOneOf, type OneOf, refuseUnknown } from '../one-of.ts';
import { type AnnotationArchive, createArchive } from './archive.ts';
import { type ArchiveLimits, DEFAULT_LIMITS, type OnBadEntry, throwBadEntry } from './entry-store.ts';
import { ArchiveError } from './errors.ts';
import { openExtractedFolder } from './extracted-folder.ts';
import type { FrameFiles } from './frames/frame-files.ts';
import { type Annotation, type FrameFormat, FULL, SIMPLE } from './frames/frame-format.ts';
import type { FullFrameAnnotation } from './frames/full-annotation.ts';
import type { SimpleFrameAnnotation } from './frames/simple-annotation.ts';
import { type ByteSource, bytesSource, openFileSource } from './zip/byte-source.ts';
import { openZipStore } from './zip/zip-entry-store.ts';

/** A frame of an archive in the Simple format: its JSON, typed, and its outer files. */
export type SimpleFrame = SimpleFrameAnnotation & FrameFiles;
/** A frame of an archive in the Full format: its JSON, typed, and its outer files. */
export type FullFrame = FullFrameAnnotation & FrameFiles;
export type SimpleArchive = AnnotationArchive<SimpleFrame>;
export type FullArchive = AnnotationArchive<FullFrame>;

/**
 * An archive on this machine: a ZIP file, its bytes, or the directory that it was extracted to; or a ZIP that is read by ranges from
 * anywhere.
 */
export type LocalArchive = OneOf<LocalArchives>;

/** The alternatives of {@link LocalArchive}. */
export type LocalArchives = { path: string } | { bytes: Uint8Array } | { directory: string } | { source: ByteSource };

/** How to handle entries that cannot be read, and limits. */
export interface OpenArchiveOptions {
  /**
   * Called for each entry that cannot be read; the entry is then skipped. An error that it throws ends the reading.
   * Default: throw the entry's error.
   */
  onBadEntry?: OnBadEntry | undefined;
  /** Guards against ZIP bombs. */
  limits?: Partial<ArchiveLimits> | undefined;
}

/**
 * Opens an archive in the Simple format on this machine, without a client.
 *
 * @example
 * const archive = await openSimpleArchive({ path: 'annotations.zip' });
 * for await (const frame of archive.frames()) console.log(frame.task_id, frame.details.length);
 * await archive.close();
 *
 * @throws ArchiveError when there is no archive, or it is not one, or it has files but no frames; ArchiveEntryError for an invalid entry: a path that leads
 * out of the archive, a duplicate name, the sizes of a ZIP bomb
 */
export async function openSimpleArchive(from: LocalArchive, options?: OpenArchiveOptions): Promise<SimpleArchive> {
  return await openLocal(from, SIMPLE, options);
}

/**
 * Opens an archive in the Full format (deprecated by Annofab) on this machine, without a client.
 *
 * @throws as {@link openSimpleArchive}
 */
export async function openFullArchive(from: LocalArchive, options?: OpenArchiveOptions): Promise<FullArchive> {
  return await openLocal(from, FULL, options);
}

export async function openLocal<Read extends Annotation>(
  from: LocalArchive,
  format: FrameFormat<Read>,
  options: OpenArchiveOptions = {},
): Promise<AnnotationArchive<Read & FrameFiles>> {
  assertOneOf(from, ['path', 'bytes', 'directory', 'source']);
  refuseUnknown('Opening an archive has no option', options, ['onBadEntry', 'limits']);
  if (from.path !== undefined) return await openSource(await openFileSource(from.path), format, options);
  if (from.bytes !== undefined) return await openSource(bytesSource(from.bytes), format, options);
  if (from.source !== undefined) return await openSource(from.source, format, options);
  if (from.directory === undefined)
    throw new ArchiveError('Open an archive by path, bytes, directory, source, url or project_id.');
  const store = await openExtractedFolder(from.directory, { ...DEFAULT_LIMITS, ...options.limits });
  return await createArchive(store, format, options.onBadEntry ?? throwBadEntry);
}

export async function openSource<Read extends Annotation>(
  source: ByteSource,
  format: FrameFormat<Read>,
  { limits, onBadEntry = throwBadEntry }: OpenArchiveOptions = {},
): Promise<AnnotationArchive<Read & FrameFiles>> {
  const store = await openZipStore(source, { limits: { ...DEFAULT_LIMITS, ...limits }, onBadEntry });
  return await createArchive(store, format, onBadEntry);
}
