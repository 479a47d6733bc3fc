/** Reads and writes the masks of segmentation annotations: `annofab-client/masks`. It needs the package pngjs. */
import { PNG } from 'pngjs';
import { decodeRgba } from './decode-rgba.ts';
import { chunksOf } from './png-chunks.ts';

/** Which pixels of an image an annotation covers. */
export interface Mask {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Row by row from the upper left corner: 1 for a pixel that is covered, 0 for another. */
  readonly pixels: Uint8Array;
}

/** Guards against a small file that claims to be an image of gigabytes. */
export interface ReadMaskOptions {
  /** Default 67,108,864 (8192 × 8192). */
  maxPixels?: number | undefined;
}

const MAX_PIXELS = 8192 * 8192;

/** The length of a PNG up to the sizes in its header. */
const HEADER_BYTES = 24;

const OPAQUE_WHITE = 255;

/** One filter for all rows: trying all of them takes five times as long, and saves nothing for two colours. */
const ENCODING = { filterType: 1, deflateLevel: 6 } as const;

/**
 * Reads the PNG of a mask, as in an annotation archive. White pixels are covered, whatever their alpha is: of grey ones,
 * those that are nearer to white.
 *
 * @throws TypeError when it is not a PNG; RangeError when it has more than `maxPixels`
 * @example
 * const { width, pixels } = readMask(await frame.outerFile(annotation_id));
 * const isCovered = pixels[y * width + x] === 1;
 */
export function readMask(png: Uint8Array, { maxPixels = MAX_PIXELS }: ReadMaskOptions = {}): Mask {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  assertSize(bytes, maxPixels);
  const pixels = decodeRgba(bytes, isWhite);
  if (pixels === undefined) return readAnyPng(bytes);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), pixels };
}

/**
 * Writes a mask as the PNG that Annofab expects: RGBA, white and opaque where it covers, black and transparent elsewhere.
 *
 * @param mask as large as the image. Booleans by row can be given as `Uint8Array.from(rows.flat(), Number)`
 * @throws RangeError when the sizes are not whole numbers from 1, or do not match the pixels
 * @example
 * const png = writeMask({ width, height, pixels });
 * await annofab.annotations.putSimple({ ...target, annotation: { details } }, { files: () => png });
 */
export function writeMask({ width, height, pixels }: Mask): Buffer {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0)) {
    throw new RangeError('The width and height of a mask must be whole numbers from 1.');
  }
  if (pixels.length !== width * height) {
    throw new RangeError(`A mask of ${width} × ${height} has ${width * height} pixels, not ${pixels.length}.`);
  }
  const png = new PNG({ width, height });
  png.data.fill(0);
  for (let at = 0; at < pixels.length; at += 1) if (pixels[at]) png.data.fill(OPAQUE_WHITE, 4 * at, 4 * at + 4);
  return PNG.sync.write(png, ENCODING);
}

function assertSize(bytes: Buffer, maxPixels: number): void {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(0) !== 0x89504e47)
    throw new TypeError('The mask is not a PNG.');
  // A second header could claim another size than the one that is compared here.
  let isFirst = true;
  for (const { type } of chunksOf(bytes)) {
    if ((type === 'IHDR') !== isFirst)
      throw new TypeError('The mask is not a PNG: it has to begin with its only header.');
    isFirst = false;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width * height > maxPixels) {
    throw new RangeError(`The mask has ${width} × ${height} pixels, more than the ${maxPixels} allowed.`);
  }
}

function readAnyPng(bytes: Buffer): Mask {
  const { width, height, data } = decode(bytes);
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]];
    pixels[at] = isWhite(red, green, blue) ? 1 : 0;
  }
  return { width, height, pixels };
}

function decode(bytes: Buffer) {
  try {
    return PNG.sync.read(bytes);
  } catch (cause) {
    throw new TypeError('The mask is not a PNG, or it is damaged.', { cause });
  }
}

/** By luminance (ITU-R BT.601), like Annofab's Python client. */
function isWhite(red: number, green: number, blue: number): boolean {
  return 299 * red + 587 * green + 114 * blue >= 128_000;
}
