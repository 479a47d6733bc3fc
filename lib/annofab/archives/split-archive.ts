import { type ArchiveLimits, DEFAULT_LIMITS, type EntryStore, throwBadEntry } from './entry-store.ts';
import { type FrameIndex, indexFrames } from './frames/frame-index.ts';
import { openSimpleArchive, type SimpleArchive } from './open-archive.ts';
import type { ByteSource } from './zip/byte-source.ts';
import { directoryPart, withDirectory } from './zip/directory-part.ts';
import type { ZipEntry } from './zip/entry-table.ts';
import { openZipStore } from './zip/zip-entry-store.ts';

/** An archive that is read in parts by different machines. Only its directory is read here. */
export interface SplitArchive {
  readonly frameCount: number;
  /** All files: frames, outer files and others. */
  readonly entries: number;
  /**
   * The directory of a part: positions of frames in archive order, the end excluded. {@link openArchivePart} opens the part with it.
   */
  directoryOf(range: { readonly start: number; readonly end: number }): Buffer;
  close(): Promise<void>;
}

/** @throws as `openSimpleArchive` */
export async function splitArchive(source: ByteSource, limits: Partial<ArchiveLimits> = {}): Promise<SplitArchive> {
  const store = await openZipStore(source, { limits: { ...DEFAULT_LIMITS, ...limits }, onBadEntry: throwBadEntry });
  const index = indexFrames(store);
  return {
    frameCount: index.frames.length,
    entries: store.count,
    directoryOf: ({ start, end }) =>
      directoryPart(entriesOf(store, index, index.frames.subarray(start, end)), source.size),
    close: () => store.close(),
  };
}

/** The files of some frames, in the order of the archive's directory. */
function entriesOf(store: EntryStore<ZipEntry>, index: FrameIndex<ZipEntry>, frames: Uint32Array): ZipEntry[] {
  const entries = [...frames].flatMap((frame) => {
    const { json, outerFiles } = index.recordOf(store.entryAt(frame));
    return [json, ...outerFiles.values()];
  });
  return entries.sort((a, b) => a.index - b.index);
}

/**
 * Opens a part of an archive: its frames, which count from 0.
 *
 * @param directory of {@link SplitArchive.directoryOf}
 * @throws as `openSimpleArchive`
 */
export async function openArchivePart(source: ByteSource, directory: Buffer): Promise<SimpleArchive> {
  return await openSimpleArchive({ source: withDirectory(source, directory) });
}
