import type { Format } from '../format.ts';
import type { CocoOptions } from './coco/geometry.ts';
import { coco } from './coco/index.ts';
import { jsonl } from './jsonl/index.ts';
import { kitti } from './kitti/index.ts';
import { type MasksOptions, masks } from './masks/index.ts';
import { type YoloOptions, yolo } from './yolo/index.ts';

/** The options of all formats: each reads its own. */
export interface FormatOptions extends CocoOptions, YoloOptions, MasksOptions {}

const formats = { coco, yolo, masks, jsonl, kitti };

export type FormatName = keyof typeof formats;

/** All formats, by name. */
export const FORMATS: Readonly<Record<FormatName, (options?: FormatOptions) => Format>> = formats;
