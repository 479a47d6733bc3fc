import type { AnnotationType } from '../../generated/schemas.ts';
import type { AnnotationData } from './annotation-data.ts';
import { FieldProblem } from './read-fields.ts';

interface Reader {
  fits(count: number): boolean;
  read(numbers: readonly number[]): AnnotationData;
}

const bounding_box: Reader = {
  fits: (count) => count === 4,
  read: ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => ({
    _type: 'BoundingBox',
    left_top: { x: x1, y: y1 },
    right_bottom: { x: x2, y: y2 },
  }),
};
const singlePoint: Reader = {
  fits: (count) => count === 2,
  read: ([x = 0, y = 0]) => ({ _type: 'SinglePoint', point: { x, y } }),
};
const range: Reader = {
  fits: (count) => count === 2,
  read: ([begin = 0, end = 0]) => ({ _type: 'Range', begin, end }),
};
const points: Reader = {
  fits: (count) => count % 2 === 0,
  read: (numbers) => ({
    _type: 'Points',
    points: numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : [])),
  }),
};

const readers = new Map<AnnotationType, Reader>([
  ['bounding_box', bounding_box],
  ['point', singlePoint],
  ['polygon', points],
  ['polyline', points],
  ['range', range],
]);

/**
 * Reads data of the first format version, which is a string: `x1,y1,x2,y2` of a bounding box, `x,y` of a point,
 * `x1,y1,…` of a polygon or polyline, `begin,end` of a range in milliseconds. Types without numbers give it back as it is.
 *
 * @throws Error when it does not have the numbers that the type needs
 */
export function readStringData(annotation_type: AnnotationType, data: string): AnnotationData {
  const reader = readers.get(annotation_type);
  if (!reader) return { _type: 'Unknown', kind: 'CUSTOM', data };
  const numbers = data.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.every(Number.isFinite) && reader.fits(numbers.length)) return reader.read(numbers);
  throw new FieldProblem('', `must be the numbers of a ${annotation_type}, not ${JSON.stringify(data.slice(0, 40))}`);
}
