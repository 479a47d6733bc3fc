import {
  type AttributeColumn,
  type Category,
  type ConversionReport,
  type ConvertTarget,
  convertShard,
  createSplit,
  type DatasetSource,
  FORMATS,
  type FormatName,
  type FormatOptions,
  folderOutput,
  type ImageProblem,
  type ImageSizes,
  imageFolder,
  imageSizesOf,
  placeInFolder,
  type Selection,
  type Shard,
  type SplitOptions,
  type TaskMetadata,
  withImages,
} from '../../lib/datasets/index.ts';
import { openLocalArchive } from './local-archive.ts';

interface ImagesOfFolder {
  readonly folder: string;
  /** Input data whose file could not be downloaded into the folder. */
  readonly refused: ReadonlyMap<string, ImageProblem>;
  readonly link: boolean;
}

/** All that a thread needs to convert shards. It can be sent to one. */
export interface Conversion {
  readonly archive: string;
  readonly format: FormatName;
  readonly formatOptions: FormatOptions;
  readonly categories: readonly Category[];
  readonly attributes: readonly AttributeColumn[];
  readonly selection: Selection;
  readonly split: SplitOptions;
  readonly imageSizes: Pick<ImageSizes, 'rows' | 'count'> | undefined;
  readonly metadata: ReadonlyMap<string, TaskMetadata> | undefined;
  readonly images: ImagesOfFolder | undefined;
  readonly out: string;
  readonly work: string;
  readonly title: string;
}

export async function targetOf(conversion: Conversion): Promise<ConvertTarget> {
  const { categories, attributes, selection, split, formatOptions, images, out, work, title } = conversion;
  const format = await FORMATS[conversion.format](formatOptions);
  return {
    plan: { categories, attributes, selection, split: createSplit(split) },
    format: images ? withImages(format, placeInFolder(out, images)) : format,
    out: folderOutput(out),
    work: folderOutput(work),
    title,
  };
}

/** Converts shards one after the other. */
export interface ShardConverter extends AsyncDisposable {
  convert(shard: Shard, signal?: AbortSignal): Promise<ConversionReport>;
}

export async function openShardConverter(conversion: Conversion): Promise<ShardConverter> {
  const { imageSizes, images, metadata } = conversion;
  const archive = await openLocalArchive(conversion.archive);
  const target = await targetOf(conversion);
  const source: DatasetSource = {
    archive,
    imageSizes: imageSizes && imageSizesOf(imageSizes),
    images: images && (await imageFolder(images.folder, images.refused)),
    ...(metadata && { metadataOf: (task_id) => metadata.get(task_id) }),
  };
  return {
    convert: (shard, signal) => convertShard(source, target, shard, signal),
    [Symbol.asyncDispose]: () => archive.close(),
  };
}
