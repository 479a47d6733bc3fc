import type { FullAnnotationData, Point } from '../generated/schemas.ts';

/**
 * Coordinates with decimals, such as those of a model: Annofab accepts integers only. `round` (default) rounds them to the
 * nearest integer; `exact` reports them as problems.
 */
export type Decimals = 'round' | 'exact';

/** Rounds the coordinates of valid data. Times of a range may have decimals. */
export function roundCoordinates(data: FullAnnotationData): FullAnnotationData {
  switch (data?._type) {
    case 'BoundingBox':
      return { ...data, left_top: round(data.left_top), right_bottom: round(data.right_bottom) };
    case 'Points':
      return { ...data, points: data.points.map(round) };
    case 'SinglePoint':
      return { ...data, point: round(data.point) };
    default:
      return data;
  }
}

/** The first coordinate of valid data that has decimals, as a path such as `data.points[3].y`. */
export function decimalField(data: FullAnnotationData): string | undefined {
  return pointsOf(data)
    .flatMap(([field, { x, y }]) => [
      { field: `${field}.x`, value: x },
      { field: `${field}.y`, value: y },
    ])
    .find(({ value }) => !Number.isInteger(value))?.field;
}

function round({ x, y, ...rest }: Point): Point {
  return { ...rest, x: Math.round(x), y: Math.round(y) };
}

function pointsOf(data: FullAnnotationData): [field: string, point: Point][] {
  switch (data?._type) {
    case 'BoundingBox':
      return [
        ['data.left_top', data.left_top],
        ['data.right_bottom', data.right_bottom],
      ];
    case 'Points':
      return data.points.map((point, index) => [`data.points[${index}]`, point]);
    case 'SinglePoint':
      return [['data.point', data.point]];
    default:
      return [];
  }
}
