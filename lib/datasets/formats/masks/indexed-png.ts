import { crc32 } from 'node:zlib';
import { PNG } from 'pngjs';
import type { PaintedImage } from './paint.ts';

type Color = readonly [red: number, green: number, blue: number];

const MAX_INDEX = 255;

/** In a PNG, the type of the colours is at this place of the header, whose length and checksum are around it. */
const [HEADER_START, COLOR_TYPE_AT, HEADER_END, CHECKSUM_END] = [12, 25, 29, 33];
const INDEXED = 3;

/**
 * Writes values as a PNG with a palette. pngjs cannot write one, but a picture in grey has the same bytes: the header says
 * instead that they are places in a palette. Values over 255 have no palette; they are a picture in grey of 16 bits.
 *
 * @param palette the colours of the values from 1; without it, neighbouring values get colours far apart
 */
export function encodeIndexedPng({ width, height, values }: PaintedImage, palette?: readonly Color[]): Buffer {
  const highest = values.reduce((max, value) => Math.max(max, value), 0);
  if (highest > MAX_INDEX) return encodeGrey({ width, height, bits: 16 }, Buffer.from(values.buffer));
  const grey = encodeGrey({ width, height, bits: 8 }, Buffer.from(values));
  const header = Buffer.from(grey.subarray(HEADER_START, HEADER_END));
  header[COLOR_TYPE_AT - HEADER_START] = INDEXED;
  const colors = [BACKGROUND, ...Array.from({ length: highest }, (_, at) => palette?.[at] ?? colorOf(at))];
  return Buffer.concat([
    grey.subarray(0, HEADER_START),
    header,
    checksum(header),
    chunk('PLTE', Buffer.from(colors.flat())),
    grey.subarray(CHECKSUM_END),
  ]);
}

const BACKGROUND: Color = [0, 0, 0];

/** The golden angle around the circle of colours keeps any run of them apart. */
function colorOf(index: number): Color {
  const turn = (index * 0.618_034) % 1;
  const channel = (shift: number) => Math.round(127.5 * (1 + Math.cos(2 * Math.PI * (turn - shift))));
  return [channel(0), channel(1 / 3), channel(2 / 3)];
}

/** No filter: labels have long runs, which a filter breaks. */
const OPTIONS = { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0, deflateLevel: 6 } as const;

function encodeGrey({ width, height, bits }: { width: number; height: number; bits: 8 | 16 }, data: Buffer): Buffer {
  const png = new PNG({ width, height });
  png.data = data;
  return PNG.sync.write(png, { ...OPTIONS, bitDepth: bits });
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([length, content, checksum(content)]);
}

function checksum(content: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return sum;
}
