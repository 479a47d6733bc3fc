export type { JsonObject } from '../../core/json.ts';
export type { AnnotationArchive, ArchiveTask, FramesOptions } from './archive.ts';
export type { ArchiveSource, Archives, DownloadArchiveOptions, OpenOptions } from './archives.ts';
export type { ArchiveLimits, OnBadEntry } from './entry-store.ts';
export * from './errors.ts';
export type {
  AnnotationData,
  CuboidData,
  SegmentData,
} from './frames/annotation-data.ts';
export type { CuboidShape, Vector } from './frames/cuboid.ts';
export type { FrameFiles, PointSegment, ReadOptions } from './frames/frame-files.ts';
export type { ArchiveFormat } from './frames/frame-format.ts';
export type { FrameKey } from './frames/frame-index.ts';
export type { FullAttribute, FullDetail } from './frames/full-annotation.ts';
export type { OddDetail, Oddity } from './frames/odd-detail.ts';
export type { SimpleDetail } from './frames/simple-annotation.ts';
export { type CustomData, readStringData } from './frames/string-data.ts';
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
export { openArchivePart, type SplitArchive, splitArchive } from './split-archive.ts';
export type { FrameMapper, MapFramesOptions } from './threads/map-frames.ts';
export { type TrackedDetail, tracksOf } from './tracks.ts';
export type { ByteSource, Chunk } from './zip/byte-source.ts';
