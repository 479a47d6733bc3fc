import { inflateSync } from 'node:zlib';
import { freeMemory } from '../../core/free-memory.ts';
import { chunksOf } from './png-chunks.ts';

/** Whether a pixel is covered, by its red, green and blue. */
export type IsCovered = (red: number, green: number, blue: number) => boolean;

const [IHDR, IDAT, IEND] = ['IHDR', 'IDAT', 'IEND'];
const HEADER_BYTES = 13;
/** 8 bits a channel, RGBA, and the only methods of compression and filtering; not interlaced. */
const RGBA = Buffer.from([8, 6, 0, 0, 0]);

/**
 * Decodes the PNG that masks are: 8 bits, RGBA, not interlaced. It works on whole pixels, as numbers of 32 bits, and takes a tenth of the
 * time of the package for every kind of PNG.
 *
 * @returns the pixels row by row, 1 where it is covered; undefined for another kind of PNG, and for one that is damaged
 * @see https://www.w3.org/TR/png-3/
 */
export function decodeRgba(png: Buffer, isCovered: IsCovered): Uint8Array | undefined {
  const packed: Buffer[] = [];
  let [width, height] = [0, 0];
  for (const { type, content, isIntact } of chunksOf(png)) {
    if (!isIntact()) return undefined;
    if (type === IHDR) {
      if (content.length !== HEADER_BYTES || !content.subarray(8).equals(RGBA)) return undefined;
      [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
    }
    if (type === IDAT) packed.push(content);
    if (type === IEND) return decodeRows(packed, width, height, isCovered);
  }
  return undefined;
}

function decodeRows(
  packed: readonly Buffer[],
  width: number,
  height: number,
  isCovered: IsCovered,
): Uint8Array | undefined {
  const rows = inflate(Buffer.concat(packed), height * (1 + 4 * width));
  if (rows === undefined) return undefined;
  try {
    return coveredPixels(rows, width, height, isCovered);
  } finally {
    freeMemory(rows);
  }
}

function coveredPixels(rows: Buffer, width: number, height: number, isCovered: IsCovered): Uint8Array | undefined {
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (1 + 4 * width);
    const filter = view.getUint8(start);
    const unfilter = UNFILTER[filter];
    if (unfilter === undefined) return undefined;
    const row = pixels.subarray(y * width, (y + 1) * width);
    if (filter === SUB && !needsAbove(rows[start + 1 + 4 * width])) {
      markDifferences(view, { start: start + 1, width }, row, isCovered);
      continue;
    }
    unfilter(view, { start: start + 1, end: start + 1 + 4 * width, above: y === 0 ? undefined : start - 4 * width });
    markCovered(view, { start: start + 1, width }, row, isCovered);
  }
  return pixels;
}

/** The filters of a row: `SUB` has the differences from the pixel on the left, and needs no other row. */
const SUB = 1;

/** @param filter of the next row; undefined at the end */
function needsAbove(filter: number | undefined): boolean {
  return filter !== undefined && filter > SUB;
}

/** @returns undefined when the content is damaged, or has another length */
function inflate(packed: Buffer, length: number): Buffer | undefined {
  try {
    // One chunk of the right size: many small ones would take three times as long. A shorter one would be in memory that is shared.
    const rows = inflateSync(packed, { chunkSize: Math.max(length, Buffer.poolSize), maxOutputLength: length });
    return rows.length === length ? rows : undefined;
  } catch {
    return undefined;
  }
}

/** Masks have two colours, in long runs. */
function markCovered(
  view: DataView,
  { start, width }: { start: number; width: number },
  pixels: Uint8Array,
  isCovered: IsCovered,
): void {
  let [color, value] = [0, isCovered(0, 0, 0) ? 1 : 0];
  for (let x = 0; x < width; x += 1) {
    const next = view.getInt32(start + 4 * x, true);
    if (next !== color) {
      color = next;
      value = isCovered(color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff) ? 1 : 0;
    }
    if (value === 1) pixels[x] = 1;
  }
}

/**
 * As {@link markCovered}, for a row of differences, which stay as they are. Most are 0, and four of them are skipped at once: so the
 * masks that browsers write take a third of the time.
 */
function markDifferences(
  view: DataView,
  { start, width }: { start: number; width: number },
  pixels: Uint8Array,
  isCovered: IsCovered,
): void {
  let color = 0;
  let from = isCovered(0, 0, 0) ? 0 : -1;
  for (let x = 0; x < width; ) {
    const at = start + 4 * x;
    if (x + 4 <= width && isZero(view, at)) {
      x += 4;
      continue;
    }
    for (const end = Math.min(x + 4, width); x < end; x += 1) {
      const difference = view.getInt32(start + 4 * x, true);
      if (difference === 0) continue;
      color = addBytes(color, difference);
      const covers = isCovered(color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff);
      if (covers && from < 0) from = x;
      if (covers || from < 0) continue;
      pixels.fill(1, from, x);
      from = -1;
    }
  }
  if (from >= 0) pixels.fill(1, from);
}

/** Sixteen bytes: four pixels. */
function isZero(view: DataView, at: number): boolean {
  return (view.getInt32(at) | view.getInt32(at + 4) | view.getInt32(at + 8) | view.getInt32(at + 12)) === 0;
}

/** Where a row of pixels is, and the one above it. */
interface Row {
  readonly start: number;
  readonly end: number;
  readonly above: number | undefined;
}

/** Undoes the filter of a row, in place, by the number of the filter. */
const UNFILTER: readonly ((view: DataView, row: Row) => void)[] = [
  () => {},
  function sub(view, { start, end }) {
    let left = 0;
    for (let at = start; at < end; at += 4) {
      left = addBytes(left, view.getInt32(at, true));
      view.setInt32(at, left, true);
    }
  },
  function up(view, { start, end, above }) {
    if (above === undefined) return;
    for (let at = start; at < end; at += 4) {
      const delta = view.getInt32(at, true);
      view.setInt32(at, addBytes(view.getInt32(at - start + above, true), delta), true);
    }
  },
  function average(view, { start, end, above }) {
    for (let at = start; at < end; at += 1) {
      const left = at - 4 < start ? 0 : view.getUint8(at - 4);
      const up = above === undefined ? 0 : view.getUint8(at - start + above);
      view.setUint8(at, view.getUint8(at) + ((left + up) >> 1));
    }
  },
  function paeth(view, { start, end, above }) {
    let [left, upperLeft] = [0, 0];
    for (let at = start; at < end; at += 4) {
      const up = above === undefined ? 0 : view.getInt32(at - start + above, true);
      const delta = view.getInt32(at, true);
      left = addBytes(delta, left === up && up === upperLeft ? up : predictBytes(left, up, upperLeft));
      view.setInt32(at, left, true);
      upperLeft = up;
    }
  },
];

/** Adds four bytes to four bytes, each modulo 256. */
function addBytes(a: number, b: number): number {
  return ((a & 0x7f7f7f7f) + (b & 0x7f7f7f7f)) ^ ((a ^ b) & 0x80808080);
}

function predictBytes(left: number, up: number, upperLeft: number): number {
  let predicted = 0;
  for (let shift = 0; shift < 32; shift += 8) {
    predicted |= predict((left >> shift) & 0xff, (up >> shift) & 0xff, (upperLeft >> shift) & 0xff) << shift;
  }
  return predicted;
}

/** The neighbour that is nearest to left + up - upperLeft. */
function predict(left: number, up: number, upperLeft: number): number {
  const [toLeft, toUp, toUpperLeft] = [
    Math.abs(up - upperLeft),
    Math.abs(left - upperLeft),
    Math.abs(left + up - 2 * upperLeft),
  ];
  if (toLeft <= toUp && toLeft <= toUpperLeft) return left;
  return toUp <= toUpperLeft ? up : upperLeft;
}
