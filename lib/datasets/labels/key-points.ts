import type { DatasetAnnotation, DatasetFrame } from '../frames.ts';
import type { Point } from '../shapes/shape.ts';

/** The key points of the objects in a frame. */
export interface KeyPoints {
  /** Of an object, by the name of the key point. */
  of(annotation: DatasetAnnotation): ReadonlyMap<string, Point>;
  /** Whether a point is a key point of an object in the frame. */
  has(point: DatasetAnnotation): boolean;
}

/** Of several points with the same name, the front-most is the key point. */
export function keyPointsIn({ annotations }: Pick<DatasetFrame, 'annotations'>): KeyPoints {
  if (!annotations.some(({ object_id }) => object_id !== undefined)) return NO_KEY_POINTS;
  const objects = new Map(annotations.map((annotation) => [annotation.annotation_id, annotation]));
  const found = new Map<string, Map<string, Point>>();
  const taken = new Set<DatasetAnnotation>();
  for (const annotation of annotations) {
    const { object_id, category, shape } = annotation;
    const object = object_id === undefined ? undefined : objects.get(object_id);
    if (shape.type !== 'point' || object?.shape.type !== 'box') continue;
    if (!object.category.key_points.includes(category.name)) continue;
    const points = found.get(object.annotation_id) ?? new Map<string, Point>();
    if (points.has(category.name)) continue;
    found.set(object.annotation_id, points.set(category.name, shape.point));
    taken.add(annotation);
  }
  return { of: ({ annotation_id }) => found.get(annotation_id) ?? NO_POINTS, has: (point) => taken.has(point) };
}

const NO_POINTS: ReadonlyMap<string, Point> = new Map();
const NO_KEY_POINTS: KeyPoints = { of: () => NO_POINTS, has: () => false };

/** x, y and 2 (visible) for each name; 0, 0 and 0 for one that is missing. */
export function keyPointNumbers(
  names: readonly string[],
  points: ReadonlyMap<string, Point>,
  numbersOf: (point: Point) => readonly [number, number] = ({ x, y }) => [x, y],
): number[] {
  return names.flatMap((name) => {
    const point = points.get(name);
    return point === undefined ? [0, 0, 0] : [...numbersOf(point), 2];
  });
}
