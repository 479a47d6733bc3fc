import type { FullAnnotationData } from '../generated/schemas.ts';

/** The data that an annotation type has. Types that plugins define may have any. */
const dataTypes = new Map<string, readonly string[]>([
  ['bounding_box', ['BoundingBox']],
  ['polygon', ['Points']],
  ['polyline', ['Points']],
  ['point', ['SinglePoint']],
  ['range', ['Range']],
  ['classification', ['Classification']],
  // Either is a mask, and a mask says nothing of its kind.
  ['segmentation', ['Segmentation', 'SegmentationV2']],
  ['segmentation_v2', ['SegmentationV2', 'Segmentation']],
]);

interface Shape {
  readonly what: string;
  fits(value: unknown): boolean;
}

const number: Shape = { what: 'a number', fits: Number.isFinite };
const text: Shape = { what: 'a text', fits: (value) => typeof value === 'string' };
const point: Shape = { what: 'a point {x, y} of numbers', fits: isPoint };
const points: Shape = {
  what: 'a list of points {x, y} of numbers',
  fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isPoint),
};

const shapes = new Map<string, Readonly<Record<string, Shape>>>([
  ['BoundingBox', { left_top: point, right_bottom: point }],
  ['Points', { points }],
  ['SinglePoint', { point }],
  ['Range', { begin: number, end: number }],
  ['Unknown', { data: text }],
  ['Segmentation', { data_uri: text }],
  ['SegmentationV2', { data_uri: text }],
  ['Classification', {}],
]);

/**
 * Says what is wrong with the data of an annotation of a type; undefined when nothing is. Data of a `_type` that this
 * client does not know passes where the annotation type is not one of Annofab's own.
 */
export function dataProblem(
  data: FullAnnotationData | undefined,
  annotationType: string,
): { field: string; message: string } | undefined {
  const wanted = dataTypes.get(annotationType);
  if (data === null || data === undefined) return { field: 'data', message: 'There is no data.' };
  if (typeof data !== 'object') return { field: 'data', message: `It must be an object, and not ${typeof data}.` };
  if (wanted && !wanted.includes(data._type)) {
    const message = `An annotation of type ${annotationType} has ${wanted[0]}, not ${JSON.stringify(data._type)}.`;
    return { field: 'data._type', message };
  }
  for (const [field, shape] of Object.entries(shapes.get(data._type) ?? {})) {
    const value: unknown = Reflect.get(data, field);
    if (!shape.fits(value)) {
      return { field: `data.${field}`, message: `It must be ${shape.what}, and not ${JSON.stringify(value)}.` };
    }
  }
  return undefined;
}

function isPoint(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Number.isFinite(Reflect.get(value, 'x')) && Number.isFinite(Reflect.get(value, 'y'));
}
