export type {
  AnnotationData,
  CuboidData,
  CustomData,
  SegmentData,
} from './annotation-data.ts';
export type { AnnotationArchive, ArchiveTask, FramesOptions } from './archive.ts';
export type { ArchiveSource, Archives, DownloadArchiveOptions, OpenOptions } from './archives.ts';
export type { CuboidShape, Vector } from './cuboid.ts';
export type { ArchiveLimits, OnBadEntry } from './entry-store.ts';
export * from './errors.ts';
export type { FrameFiles, PointSegment, ReadOptions } from './frame.ts';
export type { FrameKey } from './frame-index.ts';
export type { FullAttribute, FullDetail } from './full-annotation.ts';
export type { ArchiveFormat } from './locate.ts';
export {
  type FullArchive,
  type FullFrame,
  type LocalArchive,
  type OpenArchiveOptions,
  openFullArchive,
  openSimpleArchive,
  type SimpleArchive,
  type SimpleFrame,
} from './open-archive.ts';
export type { JsonObject } from './read-fields.ts';
export type { SimpleDetail } from './simple-annotation.ts';
export { readStringData } from './string-data.ts';
