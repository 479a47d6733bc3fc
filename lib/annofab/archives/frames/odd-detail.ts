import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import type { FullAnnotationDetail, SimpleAnnotationDetail } from '../../generated/schemas.ts';
import { FieldProblem, list, objectOf } from './read-fields.ts';

/** Why an annotation of an archive cannot be read, and the annotation itself. */
export interface Oddity {
  /** The field that cannot be read, such as `data.left_top.x`; empty for the annotation as a whole. */
  readonly field: string;
  /** Such as `must be a finite number, not null`. */
  readonly reason: string;
  /** The annotation as the archive has it, not validated. */
  readonly json: unknown;
}

interface Odd {
  /** Undefined when it has none that is a string. */
  readonly annotation_id: string | undefined;
  readonly odd: Oddity;
}

/**
 * An annotation that cannot be read. It keeps its place among the annotations of the frame, so that it is not lost without
 * notice; its fields are only in `odd.json`.
 *
 * @example
 * for (const detail of frame.details) {
 *   if (detail.odd) console.warn(frame.path, detail.odd.field, detail.odd.reason);
 *   else console.log(detail.label);
 * }
 */
export type OddDetail = Odd & {
  readonly [Field in Exclude<keyof SimpleAnnotationDetail | keyof FullAnnotationDetail, keyof Odd>]?: undefined;
};

/** Reads the annotations of a frame. One that cannot be read does not affect the others. @throws FieldProblem */
export function readDetails<Detail>(json: JsonObject, read: (detail: JsonObject) => Detail): (Detail | OddDetail)[] {
  return list(json, 'details', (detail) => {
    try {
      return read(objectOf(detail));
    } catch (error) {
      if (!(error instanceof FieldProblem)) throw error;
      return oddDetail(detail, error);
    }
  });
}

function oddDetail(json: unknown, { field, problem: reason }: FieldProblem): OddDetail {
  const id = isJsonObject(json) ? json['annotation_id'] : undefined;
  return { annotation_id: typeof id === 'string' ? id : undefined, odd: { field, reason, json } };
}

/**
 * Refuses the annotations of the other format: none of them could be read. They are recognised by how they name labels.
 *
 * @throws FieldProblem
 */
export function refuseOtherFormat(
  json: JsonObject,
  { own, other, advice }: Record<'own' | 'other' | 'advice', string>,
) {
  const details: unknown = json['details'];
  if (!Array.isArray(details) || details.length === 0) return;
  const isOther = (detail: unknown) => isJsonObject(detail) && !(own in detail) && other in detail;
  if (details.every(isOther)) throw new FieldProblem('details', advice);
}
