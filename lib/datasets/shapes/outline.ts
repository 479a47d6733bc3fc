import { pixelsOf } from './run-lengths.ts';
import type { Point, RunLengths } from './shape.ts';

/**
 * The outlines of a mask, along the borders of its pixels: one for each connected area, and one in the opposite direction for each
 * hole. Pixels that touch at a corner only are not connected. Filled together, they give the same pixels again.
 */
export function outlinesOf(runs: RunLengths): Point[][] {
  const edges = bordersOf(runs);
  const outlines: Point[][] = [];
  for (const start of edges.keys()) {
    while ((edges.get(start)?.length ?? 0) > 0) outlines.push(follow(edges, start, runs.width + 1));
  }
  return outlines;
}

/**
 * The outlines as one polygon, for formats that have only one for an object: each is reached from the one before by a line of no
 * width, and left by the same line, which covers no pixel.
 */
export function joinOutlines(outlines: readonly (readonly Point[])[]): Point[] {
  const [first = [], ...others] = outlines;
  const joined = [...first];
  const [home] = first;
  for (const outline of others) {
    const [start] = outline;
    if (home && start) joined.push(home, ...outline, start);
  }
  return home && others.length > 0 ? [...joined, home] : joined;
}

/** The corners that each corner leads to. The covered pixel is on the right of the way. Corners are numbered row by row. */
type Borders = Map<number, number[]>;

function bordersOf(runs: RunLengths): Borders {
  const { width, height } = runs;
  const covered = pixelsOf(runs);
  const borders: Borders = new Map();
  const corners = width + 1;
  const add = (from: number, to: number) => {
    const list = borders.get(from);
    if (list) list.push(to);
    else borders.set(from, [to]);
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (covered[at] === 0) continue;
      const [topLeft, bottomLeft] = [y * corners + x, (y + 1) * corners + x];
      if (y === 0 || covered[at - width] === 0) add(topLeft, topLeft + 1);
      if (x === width - 1 || covered[at + 1] === 0) add(topLeft + 1, bottomLeft + 1);
      if (y === height - 1 || covered[at + width] === 0) add(bottomLeft + 1, bottomLeft);
      if (x === 0 || covered[at - 1] === 0) add(bottomLeft, topLeft);
    }
  }
  return borders;
}

/** Follows the border from a corner until it is closed, and takes it out of `borders`. Corners on a straight way are left out. */
function follow(borders: Borders, start: number, corners: number): Point[] {
  const outline: Point[] = [];
  let [at, step] = [start, 0];
  do {
    const next = takeNext(borders, at, rightOf(step, corners));
    if (next - at !== step) outline.push({ x: at % corners, y: Math.floor(at / corners) });
    [step, at] = [next - at, next];
    // A way can come through its first corner twice, where two pixels touch.
  } while (at !== start || borders.get(at)?.includes(at + rightOf(step, corners)));
  const [first, second] = outline;
  if (first && second && isStraight(outline.at(-1), first, second)) outline.shift();
  return outline;
}

/** Where two covered pixels touch at a corner, the way turns right and so stays with its pixel. */
function takeNext(borders: Borders, at: number, right: number): number {
  const ways = borders.get(at) ?? [];
  const [next = at] = ways.splice(Math.max(ways.indexOf(at + right), 0), 1);
  return next;
}

/** The step to the right of a step, in a grid of this many corners a row. */
function rightOf(step: number, corners: number): number {
  if (Math.abs(step) === 1) return step * corners;
  return step === 0 ? 0 : -Math.sign(step);
}

function isStraight(before: Point | undefined, { x, y }: Point, after: Point): boolean {
  return (before?.x === x && x === after.x) || (before?.y === y && y === after.y);
}
