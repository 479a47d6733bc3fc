/** Reads any ZIP, without Annofab's part of an archive: `annofab-client/zip`. */
export { annofabPaths, describeOtherFiles, isFramePath } from '../entry-paths.ts';
export type { ArchiveLimits } from '../entry-store.ts';
export { ArchiveEntryError, ArchiveError } from '../errors.ts';
export type { ByteSource, Chunk } from './byte-source.ts';
export { openZip, type Zip } from './open-zip.ts';
export { readEntryCount, startsLikeZip, ZIP_TAIL_BYTES } from './zip-end.ts';
