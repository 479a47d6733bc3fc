import { constants, crc32, deflateSync } from 'node:zlib';
import type { PaintedImage } from './paint.ts';

type Color = readonly [red: number, green: number, blue: number];

const MAX_INDEX = 255;

/** Types of colours in a PNG. */
const [GREY, INDEXED] = [0, 3];

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Looks for runs only: in pictures of labels, that takes a tenth of the time, and the result is not larger. */
const RUNS = { strategy: constants.Z_RLE } as const;

/**
 * Writes values as a PNG with a palette. Values over 255 have no palette; they are a picture in grey of 16 bits.
 *
 * It is written here, because the package that reads PNG writes no palette, and takes ten times as long.
 *
 * @param palette the colours of the values from 1; without it, neighbouring values get colours far apart
 * @see https://www.w3.org/TR/png-3/
 */
export function encodeIndexedPng(image: PaintedImage, palette?: readonly Color[]): Buffer {
  const highest = image.objects.reduce((most, { value }) => Math.max(most, value), 0);
  const bits = highest > MAX_INDEX ? 16 : 8;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', headerOf(image, bits)),
    ...(bits === 8 ? [chunk('PLTE', colorsOf(highest, palette))] : []),
    chunk('IDAT', deflateSync(rowsOf(image, bits), RUNS)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Not interlaced. */
function headerOf({ width, height }: PaintedImage, bits: 8 | 16): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  header[9] = bits === 8 ? INDEXED : GREY;
  return header;
}

/** Each row begins with 0, no filter: values have long runs, which a filter breaks. */
function rowsOf({ width, height, values }: PaintedImage, bits: 8 | 16): Buffer {
  const rowBytes = 1 + width * (bits / 8);
  const rows = Buffer.alloc(height * rowBytes);
  for (let y = 0; y < height; y += 1) {
    const row = values.subarray(y * width, (y + 1) * width);
    if (bits === 8) rows.set(row, y * rowBytes + 1);
    else for (const [x, value] of row.entries()) rows.writeUInt16BE(value, y * rowBytes + 1 + 2 * x);
  }
  return rows;
}

const BACKGROUND: Color = [0, 0, 0];

function colorsOf(highest: number, palette: readonly Color[] | undefined): Buffer {
  const colors = Array.from({ length: highest }, (_, at) => palette?.[at] ?? colorOf(at));
  return Buffer.from([BACKGROUND, ...colors].flat());
}

/** The golden angle around the circle of colours keeps any run of them apart. */
function colorOf(index: number): Color {
  const turn = (index * 0.618_034) % 1;
  const channel = (shift: number) => Math.round(127.5 * (1 + Math.cos(2 * Math.PI * (turn - shift))));
  return [channel(0), channel(1 / 3), channel(2 / 3)];
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
