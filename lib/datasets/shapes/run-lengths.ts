import type { Mask } from '../../annofab/masks/index.ts';
import type { Box, RunLengths } from './shape.ts';

/** @example runLengths({ width: 2, height: 2, pixels: Uint8Array.of(1, 0, 1, 0) }).counts // [0, 2, 2] */
export function runLengths(mask: Mask): RunLengths {
  const { width, height } = mask;
  const counts: number[] = [];
  let before = 0;
  for (const position of bordersOf(mask)) {
    counts.push(position - before);
    before = position;
  }
  counts.push(width * height - before);
  return { width, height, counts };
}

/** Where the pixels change, column by column: the pixel before the first one is not covered. */
function bordersOf(mask: Mask): Uint32Array {
  const { width, height, pixels } = mask;
  const [xs, ys]: [number[], number[]] = [[], []];
  const perColumn = new Uint32Array(width + 1);
  const add = (x: number, y: number) => {
    xs.push(x);
    ys.push(y);
    perColumn[x + 1] = (perColumn[x + 1] ?? 0) + 1;
  };
  // The pixel above the upper one of a column is the lowest of the column before.
  const last = pixels.length - width;
  for (let x = 0, before = false; x < width; x += 1) {
    if ((pixels[x] !== 0) !== before) add(x, 0);
    before = pixels[last + x] !== 0;
  }
  addBordersBelow(mask, add);
  // Sorted by column. Rows were read from top to bottom, and stay in that order.
  for (let x = 0; x < width; x += 1) perColumn[x + 1] = (perColumn[x + 1] ?? 0) + (perColumn[x] ?? 0);
  const borders = new Uint32Array(xs.length);
  for (const [at, x] of xs.entries()) {
    const place = perColumn[x] ?? 0;
    borders[place] = x * height + (ys[at] ?? 0);
    perColumn[x] = place + 1;
  }
  return borders;
}

/** Compares each row with the one above. Few pixels differ: four are compared at once. */
function addBordersBelow({ width, pixels }: Mask, add: (x: number, y: number) => void): void {
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  for (let start = width, y = 1; start < pixels.length; start += width, y += 1) {
    let x = 0;
    while (x < width) {
      const at = start + x;
      if (x + 4 <= width && view.getInt32(at) === view.getInt32(at - width)) {
        x += 4;
        continue;
      }
      for (const end = Math.min(x + 4, width); x < end; x += 1)
        if ((pixels[start + x] !== 0) !== (pixels[start + x - width] !== 0)) add(x, y);
    }
  }
}

/** The pixels row by row: 1 for one that is covered, 0 for another. */
export function pixelsOf(runs: RunLengths): Uint8Array {
  const pixels = new Uint8Array(runs.width * runs.height);
  fillRuns(runs, pixels, 1);
  return pixels;
}

/** Sets the covered pixels, in an array of all pixels row by row. */
export function fillRuns({ width, height, counts }: RunLengths, pixels: Uint8Array | Uint16Array, value: number): void {
  let [x, y] = [0, 0];
  for (let index = 0; index < counts.length; index += 1) {
    let left = counts[index] ?? 0;
    while (left > 0) {
      const end = Math.min(y + left, height);
      left -= end - y;
      if (index % 2 === 1) for (let at = y; at < end; at += 1) pixels[at * width + x] = value;
      y = end;
      if (y === height) [x, y] = [x + 1, 0];
    }
  }
}

/** The number of covered pixels. */
export function coveredPixels({ counts }: RunLengths): number {
  let sum = 0;
  for (let at = 1; at < counts.length; at += 2) sum += counts[at] ?? 0;
  return sum;
}

/** The smallest box around the covered pixels; undefined when there are none. */
export function coveredBox({ height, counts }: RunLengths): Box | undefined {
  let [position, left, top, right, bottom] = [0, Infinity, Infinity, 0, 0];
  for (const [index, count] of counts.entries()) {
    if (index % 2 === 1 && count > 0) {
      const [first, last] = [position, position + count - 1];
      const [firstX, lastX] = [Math.floor(first / height), Math.floor(last / height)];
      left = Math.min(left, firstX);
      right = Math.max(right, lastX + 1);
      // A run that goes on in the next column reaches the lower and the upper border.
      top = Math.min(top, lastX > firstX ? 0 : first % height);
      bottom = Math.max(bottom, lastX > firstX ? height : (last % height) + 1);
    }
    position += count;
  }
  return right === 0 ? undefined : { left, top, right, bottom };
}

/** Five bits a character, the sixth says that more follow; the characters start at "0". */
const [BITS, MORE, SIGN, FIRST_CHARACTER] = [5, 0x20, 0x10, 48];

/**
 * The counts as text, as pycocotools writes them: from the third on, each is the difference from the one before the last.
 *
 * @see https://github.com/cocodataset/cocoapi/blob/master/common/maskApi.c (rleToString)
 */
export function compressCounts(counts: readonly number[]): string {
  let text = '';
  for (const [index, count] of counts.entries()) {
    let rest = index > 2 ? count - (counts[index - 2] ?? 0) : count;
    let hasMore = true;
    while (hasMore) {
      const bits = rest & 0x1f;
      rest >>= BITS;
      hasMore = bits & SIGN ? rest !== -1 : rest !== 0;
      text += String.fromCharCode((hasMore ? bits | MORE : bits) + FIRST_CHARACTER);
    }
  }
  return text;
}
