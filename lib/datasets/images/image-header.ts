import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { BMP } from 'image-size/types/bmp';
import { GIF } from 'image-size/types/gif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import type { ImageHeader } from './shown-size.ts';

/** Those that Annofab's editor shows. Other kinds of the package are not tried: they are files that pretend to be images. */
const KINDS = [
  { type: JPG, extension: '.jpg' },
  { type: PNG, extension: '.png' },
  { type: GIF, extension: '.gif' },
  { type: WEBP, extension: '.webp' },
  { type: BMP, extension: '.bmp' },
] as const;

/** A camera's preview and colour profile come before the size in a JPEG: most need the first step only. */
const STEPS = [2 ** 16, 2 ** 20, 2 ** 24] as const;

/** Reads the size of a PNG, JPEG, GIF, WebP or BMP from its first bytes; undefined for other files. */
export function readImageHeader(path: string): ImageHeader | undefined {
  const file = openSync(path, 'r');
  try {
    const length = fstatSync(file).size;
    for (const step of STEPS) {
      const bytes = new Uint8Array(Math.min(step, length));
      const start = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
      const kind = kindOf(start);
      if (kind === undefined) return undefined;
      const header = headerOf(kind, start);
      if (header || length <= step) return header;
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}

type Kind = (typeof KINDS)[number];

function kindOf(bytes: Uint8Array): Kind | undefined {
  try {
    return KINDS.find(({ type }) => type.validate(bytes));
  } catch {
    // A PNG whose first chunk is not there.
    return undefined;
  }
}

function headerOf({ type, extension }: Kind, bytes: Uint8Array): ImageHeader | undefined {
  try {
    const { width, height, orientation = 1 } = type.calculate(bytes);
    return width > 0 && height > 0 ? { size: { width, height }, orientation, extension } : undefined;
  } catch {
    // It ends before its size, or is damaged.
    return undefined;
  }
}
