import type { FORMAT_NAMES } from '../choices.ts';
import type { Format } from '../format.ts';
import type { CocoOptions } from './coco/geometry.ts';
import type { MasksOptions } from './masks/index.ts';
import type { YoloOptions } from './yolo/index.ts';

/** The options of all formats: each reads its own. */
export interface FormatOptions extends CocoOptions, YoloOptions, MasksOptions {}

export type FormatName = (typeof FORMAT_NAMES)[number];

/** All formats, by name. Each is loaded when it is used, with the packages that it needs. */
export const FORMATS: Readonly<Record<FormatName, (options?: FormatOptions) => Promise<Format>>> = {
  coco: async (options?: FormatOptions) => (await import('./coco/index.ts')).coco(options),
  yolo: async (options?: FormatOptions) => (await import('./yolo/index.ts')).yolo(options),
  masks: async (options?: FormatOptions) => (await import('./masks/index.ts')).masks(options),
  parquet: async () => (await import('./parquet/index.ts')).parquet(),
  jsonl: async () => (await import('./jsonl/index.ts')).jsonl(),
  webdataset: async () => (await import('./webdataset/index.ts')).webdataset(),
  kitti: async () => (await import('./kitti/index.ts')).kitti(),
};
