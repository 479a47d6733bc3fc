import type { Format } from '../format.ts';
import type { CocoOptions } from './coco/geometry.ts';
import { coco } from './coco/index.ts';
import { jsonl } from './jsonl/index.ts';

/** The options of all formats: each reads its own. */
export interface FormatOptions extends CocoOptions {}

/** All formats, by name. */
export const FORMATS = {
  coco,
  jsonl,
} as const satisfies Record<string, (options: FormatOptions) => Format>;

export type FormatName = keyof typeof FORMATS;
