import { PNG } from 'pngjs';
import type { DatasetFrame } from '../../lib/datasets/index.ts';

/** Around a line, in pixels. */
const LINE = 1;
const POINT = 4;
/** How much of a mask's colour covers the image. */
const MASK_ALPHA = 0.45;

interface Point {
  readonly x: number;
  readonly y: number;
}

type Paint = (x: number, y: number, alpha?: number) => void;

/**
 * Draws the annotations of a frame over its image: outlines of boxes and polygons, lines, points, and masks as a tint, in the
 * colours of the annotation specs. Other shapes have no place in an image.
 *
 * @param image a PNG
 */
export function drawAnnotations(image: Buffer, { annotations }: DatasetFrame): Buffer {
  const canvas = PNG.sync.read(image);
  // The front-most comes first.
  for (const { category, shape } of annotations.toReversed()) {
    const paint = painter(canvas, category.color);
    switch (shape.type) {
      case 'box': {
        const { left, top, right, bottom } = shape;
        outline(paint, [
          { x: left, y: top },
          { x: right, y: top },
          { x: right, y: bottom },
          { x: left, y: bottom },
        ]);
        break;
      }
      case 'polygon':
        outline(paint, shape.points);
        break;
      case 'polyline':
        path(paint, shape.points);
        break;
      case 'point':
        dot(paint, shape.point, POINT);
        break;
      case 'mask':
        tint(paint, shape.runs);
        break;
    }
  }
  return PNG.sync.write(canvas, { filterType: 1, deflateLevel: 6 });
}

function painter({ width, height, data }: PNG, colour: readonly number[]): Paint {
  return (x, y, alpha = 1) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const at = (y * width + x) * 4;
    for (const [channel, value] of colour.entries()) {
      data[at + channel] = Math.round((data[at + channel] ?? 0) * (1 - alpha) + value * alpha);
    }
  };
}

function outline(paint: Paint, points: readonly Point[]): void {
  path(paint, [...points, ...points.slice(0, 1)]);
}

function path(paint: Paint, points: readonly Point[]): void {
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y))));
    for (let step = 0; step <= steps; step += 1) {
      const share = step / steps;
      dot(paint, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, LINE);
    }
  }
}

function dot(paint: Paint, { x, y }: Point, radius: number): void {
  const [left, top] = [Math.round(x), Math.round(y)];
  for (let down = -radius; down <= radius; down += 1) {
    for (let right = -radius; right <= radius; right += 1) paint(left + right, top + down);
  }
}

/** Run lengths go column by column, and begin with pixels that are not covered. */
function tint(paint: Paint, { height, counts }: { readonly height: number; readonly counts: readonly number[] }): void {
  let at = 0;
  for (const [index, count] of counts.entries()) {
    if (index % 2 === 1) {
      for (let pixel = at; pixel < at + count; pixel += 1)
        paint(Math.floor(pixel / height), pixel % height, MASK_ALPHA);
    }
    at += count;
  }
}
