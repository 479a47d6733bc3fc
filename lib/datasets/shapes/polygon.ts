import type { Box, ImageSize, Point } from './shape.ts';

/** The area of a polygon, in square pixels: the shoelace formula. */
export function areaOf(points: readonly Point[]): number {
  let twice = 0;
  let before = points.at(-1);
  for (const point of points) {
    if (before) twice += before.x * point.y - point.x * before.y;
    before = point;
  }
  return Math.abs(twice) / 2;
}

/** Square pixels. What is less comes from the rounding of coordinates. */
const NO_AREA = 1e-6;

/**
 * Whether a polygon covers nothing: it has fewer than three corners, or they are on a line. The area does not tell: that of a polygon
 * whose sides cross, such as an 8, can be 0.
 */
export function isFlat(points: readonly Point[]): boolean {
  return areaOf(points) < NO_AREA && (isLine(points) || evenOddArea(points) < NO_AREA);
}

function isLine(points: readonly Point[]): boolean {
  const [first] = points;
  return points.every((point, at) => first === undefined || areaOf([first, points[at - 1] ?? first, point]) < NO_AREA);
}

/** The area that a polygon covers by the even-odd rule, also where its sides cross. It takes a multiple of the time of {@link areaOf}. */
function evenOddArea(points: readonly Point[]): number {
  const sides = points.map((to, at): Line => [points.at(at - 1) ?? to, to]);
  const rows = [...points.map(({ y }) => y), ...crossingRows(sides)].sort((a, b) => a - b);
  let area = 0;
  for (const [at, bottom] of rows.entries()) {
    const top = rows[at - 1] ?? bottom;
    // Between two rows no sides cross: what lies between them are trapezoids.
    if (bottom > top) area += (bottom - top) * coveredWidth(sides, (top + bottom) / 2);
  }
  return area;
}

type Line = readonly [from: Point, to: Point];

/** The y at which sides cross each other. */
function crossingRows(sides: readonly Line[]): number[] {
  return sides.flatMap(([a, b], at) =>
    sides.slice(at + 1).flatMap(([c, d]) => {
      const turn = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
      const share = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / turn;
      return share > 0 && share < 1 ? [a.y + share * (b.y - a.y)] : [];
    }),
  );
}

function coveredWidth(sides: readonly Line[], row: number): number {
  const crossings = sides
    .filter(([a, b]) => a.y <= row !== b.y <= row)
    .map(([a, b]) => a.x + ((row - a.y) / (b.y - a.y)) * (b.x - a.x))
    .sort((a, b) => a - b);
  return crossings.reduce((width, x, at) => width + (at % 2 === 1 ? x : -x), 0);
}

/** The smallest box around points. */
export function boundsOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

/** Whether all points lie in the image, its border included. */
export function isInside(points: readonly Point[], { width, height }: ImageSize): boolean {
  return points.every(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
}

/**
 * The part of a polygon that lies in the image: the Sutherland-Hodgman algorithm. Parts of a concave polygon that the border
 * separates stay connected along the border, which changes no area.
 *
 * @returns no points when nothing is left
 */
export function clipPolygon(points: readonly Point[], { width, height }: ImageSize): readonly Point[] {
  const sides = [sideOf('x', 0, 1), sideOf('x', width, -1), sideOf('y', 0, 1), sideOf('y', height, -1)];
  return sides.reduce((clipped, side) => clipAt(clipped, side), points);
}

interface Side {
  isInside(point: Point): boolean;
  crossing(from: Point, to: Point): Point;
}

/** @param direction 1 when the image is on the side of greater coordinates, -1 when it is on that of lesser ones */
function sideOf(axis: 'x' | 'y', limit: number, direction: 1 | -1): Side {
  const other = axis === 'x' ? 'y' : 'x';
  return {
    isInside: (point) => (point[axis] - limit) * direction >= 0,
    crossing(from, to) {
      const share = (limit - from[axis]) / (to[axis] - from[axis]);
      const across = from[other] + share * (to[other] - from[other]);
      return axis === 'x' ? { x: limit, y: across } : { x: across, y: limit };
    },
  };
}

function clipAt(points: readonly Point[], side: Side): readonly Point[] {
  const clipped: Point[] = [];
  let before = points.at(-1);
  for (const point of points) {
    if (before && side.isInside(before) !== side.isInside(point)) clipped.push(side.crossing(before, point));
    if (side.isInside(point)) clipped.push(point);
    before = point;
  }
  return clipped;
}
