import type {
  AnnotationType,
  FullAnnotationDataBoundingBox,
  FullAnnotationDataPoints,
  FullAnnotationDataRange,
  FullAnnotationDataSinglePoint,
} from '../../generated/schemas.ts';
import { FieldProblem } from './read-fields.ts';

/** Data of a custom annotation type, or string data in a Simple archive, which does not state the annotation type. */
export interface CustomData {
  readonly _type: 'Unknown';
  readonly kind: 'CUSTOM';
  readonly data: string;
}

type NumberData =
  | FullAnnotationDataBoundingBox
  | FullAnnotationDataPoints
  | FullAnnotationDataSinglePoint
  | FullAnnotationDataRange;

interface Reader {
  fits(count: number): boolean;
  read(numbers: readonly number[]): NumberData;
}

const BOUNDING_BOX: Reader = {
  fits: (count) => count === 4,
  read: ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => ({
    _type: 'BoundingBox',
    left_top: { x: x1, y: y1 },
    right_bottom: { x: x2, y: y2 },
  }),
};
const SINGLE_POINT: Reader = {
  fits: (count) => count === 2,
  read: ([x = 0, y = 0]) => ({ _type: 'SinglePoint', point: { x, y } }),
};
const RANGE: Reader = {
  fits: (count) => count === 2,
  read: ([begin = 0, end = 0]) => ({ _type: 'Range', begin, end }),
};
const POINTS: Reader = {
  fits: (count) => count % 2 === 0,
  read: (numbers) => ({
    _type: 'Points',
    points: numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : [])),
  }),
};

const READERS = new Map<AnnotationType, Reader>([
  ['bounding_box', BOUNDING_BOX],
  ['point', SINGLE_POINT],
  ['polygon', POINTS],
  ['polyline', POINTS],
  ['range', RANGE],
]);

/**
 * Reads data of the first format version, which is a string: `x1,y1,x2,y2` for a bounding box, `x,y` for a point,
 * `x1,y1,…` for a polygon or polyline (pixels), `begin,end` for a range (milliseconds). Data of other annotation types
 * is returned unchanged, as `CUSTOM`.
 *
 * @throws Error when the numbers do not match the annotation type
 * @example
 * readStringData('point', '10,20') // { _type: 'SinglePoint', point: { x: 10, y: 20 } }
 */
export function readStringData(annotation_type: AnnotationType, data: string): NumberData | CustomData {
  const reader = READERS.get(annotation_type);
  if (!reader) return { _type: 'Unknown', kind: 'CUSTOM', data };
  const numbers = data.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.every(Number.isFinite) && reader.fits(numbers.length)) return reader.read(numbers);
  throw new FieldProblem('', `must be the numbers of a ${annotation_type}, not ${JSON.stringify(data.slice(0, 40))}`);
}
