import { boundsOf } from './polygon.ts';
import type { ImageSize, Point, SetPixels } from './shape.ts';

/**
 * Fills a polygon: a pixel is covered when its centre is inside, by the even-odd rule.
 *
 * @param set gets the positions row by row: `y * width + x`
 */
export function fillPolygon(points: readonly Point[], { width, height }: ImageSize, set: SetPixels): void {
  const { top, bottom } = boundsOf(points);
  const first = Math.max(0, Math.floor(top));
  const last = Math.min(height, Math.ceil(bottom));
  for (let y = first; y < last; y += 1) {
    const crossings = crossingsAt(points, y + 0.5);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const start = Math.max(0, Math.ceil((crossings[at] ?? 0) - 0.5));
      const end = Math.min(width, Math.ceil((crossings[at + 1] ?? 0) - 0.5));
      if (start < end) set(y * width + start, y * width + end);
    }
  }
}

/** Where the sides of a polygon cross a row, from left to right. */
function crossingsAt(points: readonly Point[], row: number): number[] {
  const crossings: number[] = [];
  let before = points.at(-1);
  for (const point of points) {
    if (before && before.y <= row !== point.y <= row) {
      crossings.push(crossing(before, point, row));
    }
    before = point;
  }
  return crossings.sort((a, b) => a - b);
}

/** Computed from top to bottom, so that a line and the same line back cross a row at exactly the same place. */
function crossing(a: Point, b: Point, row: number): number {
  const [top, bottom] = a.y < b.y ? [a, b] : [b, a];
  return top.x + ((row - top.y) / (bottom.y - top.y)) * (bottom.x - top.x);
}
