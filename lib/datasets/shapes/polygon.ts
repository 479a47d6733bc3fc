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
