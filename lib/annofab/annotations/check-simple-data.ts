import { isJsonObject } from '../../core/json.ts';
import { checkDataFields } from '../archives/frames/annotation-data.ts';
import { FieldProblem, kindOf } from '../archives/frames/read-fields.ts';
import type { FullAnnotationData } from '../generated/schemas.ts';

/** The `_type`s that the data of an annotation type can have, the usual one first. Types of plugins can have any. */
const DATA_TYPES = new Map<string, readonly string[]>([
  ['bounding_box', ['BoundingBox']],
  ['polygon', ['Points']],
  ['polyline', ['Points']],
  ['point', ['SinglePoint']],
  ['range', ['Range']],
  ['classification', ['Classification']],
  // Both are masks, and a mask does not state its kind.
  ['segmentation', ['Segmentation', 'SegmentationV2']],
  ['segmentation_v2', ['SegmentationV2', 'Segmentation']],
]);

/**
 * Checks the data of an annotation. Data of a `_type` that this client does not know is valid if the annotation type is
 * not one of Annofab's own.
 *
 * @returns the problem, or undefined when there is none
 */
export function dataProblem(
  data: FullAnnotationData | undefined,
  annotationType: string,
): { field: string; message: string } | undefined {
  if (data === null || data === undefined) return { field: 'data', message: 'The data is missing.' };
  if (!isJsonObject(data)) return { field: 'data', message: `It must be an object, not ${kindOf(data)}.` };
  const allowed = DATA_TYPES.get(annotationType);
  if (allowed && !allowed.includes(data._type)) {
    const message = `An annotation of type ${annotationType} has ${allowed[0]}, not ${JSON.stringify(data._type)}.`;
    return { field: 'data._type', message };
  }
  try {
    checkDataFields(data);
  } catch (error) {
    if (!(error instanceof FieldProblem)) throw error;
    return { field: `data.${error.field}`, message: `It ${error.problem}.` };
  }
  const isEmpty = data._type === 'Points' && data.points.length === 0;
  return isEmpty ? { field: 'data.points', message: 'It must contain at least one point.' } : undefined;
}
