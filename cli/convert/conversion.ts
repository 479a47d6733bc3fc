import { openSimpleArchive } from '../../lib/annofab/archives/index.ts';
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
  type ImageSizes,
  imageSizesOf,
  type Selection,
  type Shard,
  type SplitOptions,
  type TaskMetadata,
} from '../../lib/datasets/index.ts';

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
  readonly out: string;
  readonly work: string;
  readonly title: string;
}

export async function targetOf(conversion: Conversion): Promise<ConvertTarget> {
  const { categories, attributes, selection, split, format, formatOptions, out, work, title } = conversion;
  return {
    plan: { categories, attributes, selection, split: createSplit(split) },
    format: await FORMATS[format](formatOptions),
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
  const { imageSizes, metadata } = conversion;
  const archive = await openSimpleArchive({ path: conversion.archive });
  const target = await targetOf(conversion);
  const source: DatasetSource = {
    archive,
    imageSizes: imageSizes && imageSizesOf(imageSizes),
    ...(metadata && { metadataOf: (task_id) => metadata.get(task_id) }),
  };
  return {
    convert: (shard, signal) => convertShard(source, target, shard, signal),
    [Symbol.asyncDispose]: () => archive.close(),
  };
}
