/** Training datasets from annotation archives: `annofab-client/datasets`. Masks need the package pngjs, Parquet hyparquet-writer, WebDataset modern-tar, images image-size. */

export {
  BLOCK_FRAMES,
  type ConvertTarget,
  convertShard,
  mergeShards,
  readShardReport,
  type Shard,
  shardsOf,
} from './convert.ts';
export { type ConvertArchiveOptions, convertArchive } from './convert-archive.ts';
export type { Format, FrameWriter, MergeContext, ShardContext } from './format.ts';
export { FORMATS, type FormatName, type FormatOptions } from './formats/index.ts';
export type {
  AttributeColumn,
  DatasetAnnotation,
  DatasetFrame,
  DatasetPlan,
  DatasetSource,
  FrameRange,
} from './frames.ts';
export { type ImageSizes, imageSizesOf, readImageSizes, type SizedInputData } from './image-sizes.ts';
export { type DownloadedImages, type DownloadImagesOptions, downloadImages } from './images/download-images.ts';
export { type ImageSource, imageFolder, type LocalImage, type NamedFrame } from './images/image-folder.ts';
export type { OwnStorage, StoredFile } from './images/own-storage.ts';
export { type PlaceImage, placeInFolder, withImages } from './images/with-images.ts';
export { type Category, categoriesNamed, categoriesOf } from './labels/categories.ts';
export { folderOutput } from './output/folder-output.ts';
export type { OutputFile, OutputFolder, WorkFolder } from './output/output.ts';
export { FILE_LIST, type RecordedFile } from './output/record-files.ts';
export { type PlanOptions, planDataset } from './plan.ts';
export {
  CHANGE_REASONS,
  type ChangeReason,
  type ConversionReport,
  DROP_REASONS,
  type DropReason,
  FRAME_NOTES,
  type FrameNote,
  IMAGE_NOTES,
  IMAGE_PROBLEMS,
  type ImageNote,
  type ImageProblem,
  type ImagesReport,
  type Place,
  type Tally,
} from './report.ts';
export type { Selection } from './selection.ts';
export type { Box, ImageSize, MaskShape, Point, Shape, ShapeType } from './shapes/shape.ts';
export { createSplit, type Split, type SplitOptions, type TaskMetadata } from './split.ts';
export { type ArchiveSummary, describeArchive } from './versions/describe-archive.ts';
export { type ArchiveDiff, diffArchives, type LabelChange, type TaskChange } from './versions/diff-archives.ts';
