import type { YOLO_TASKS } from '../../choices.ts';
import { keyPointNumbers } from '../../labels/key-points.ts';
import type { DropReason } from '../../report.ts';
import { joinOutlines, outlinesOf } from '../../shapes/outline.ts';
import { boundsOf } from '../../shapes/polygon.ts';
import type { Box, ImageSize, Point, Shape } from '../../shapes/shape.ts';

export type YoloTask = (typeof YOLO_TASKS)[number];

/** The numbers behind the class: shares of the width and the height of the image. */
export function yoloLine(
  shape: Shape,
  size: ImageSize | undefined,
  task: Exclude<YoloTask, 'pose'>,
): readonly number[] | DropReason {
  const points = task === 'detect' ? undefined : pointsOf(shape, task);
  const box = task === 'detect' ? boxOf(shape) : undefined;
  if (points === undefined && box === undefined) return 'not in format';
  if (size === undefined) return 'no size';
  if (points) return points.flatMap(({ x, y }) => [share(x, size.width), share(y, size.height)]);
  return box ? centreAndSize(box, size) : 'not in format';
}

/** The box, then x, y and visibility of each key point. */
export function poseLine(
  shape: Shape,
  size: ImageSize | undefined,
  { names, points }: { readonly names: readonly string[]; readonly points: ReadonlyMap<string, Point> },
): readonly number[] | DropReason {
  const box = yoloLine(shape, size, 'detect');
  if (typeof box === 'string' || size === undefined) return typeof box === 'string' ? box : 'no size';
  return [...box, ...keyPointNumbers(names, points, ({ x, y }) => [share(x, size.width), share(y, size.height)])];
}

function boxOf(shape: Shape): Box | undefined {
  if (shape.type === 'box') return shape;
  if (shape.type === 'polygon') return boundsOf(shape.points);
  return shape.type === 'mask' && !shape.isSemantic ? shape.box : undefined;
}

/** A rotated box has four corners: a polygon of another number of corners is none. */
function pointsOf(shape: Shape, task: 'segment' | 'obb'): readonly Point[] | undefined {
  if (shape.type === 'box') return cornersOf(shape);
  if (shape.type === 'polygon') return task === 'segment' || shape.points.length === 4 ? shape.points : undefined;
  return shape.type === 'mask' && task === 'segment' ? joinOutlines(outlinesOf(shape.runs)) : undefined;
}

function cornersOf({ left, top, right, bottom }: Box): readonly Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function centreAndSize({ left, top, right, bottom }: Box, { width, height }: ImageSize): readonly number[] {
  return [
    share((left + right) / 2, width),
    share((top + bottom) / 2, height),
    share(right - left, width),
    share(bottom - top, height),
  ];
}

/** Seven digits: less than a thousandth of a pixel, in every image. */
function share(value: number, whole: number): number {
  return Math.round((value / whole) * 1e7) / 1e7;
}
