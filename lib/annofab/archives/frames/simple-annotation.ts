import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import type { SimpleAnnotation, SimpleAnnotationDetail } from '../../generated/schemas.ts';
import { type AnnotationData, type DataContext, isValidData, readData } from './annotation-data.ts';
import { type OddDetail, readDetails, refuseOtherFormat } from './odd-detail.ts';
import { isNumber, isText, number, objectOf, text, textOrNull, within } from './read-fields.ts';

/** One annotation in the Simple format. Names are English. An attribute without a value is absent, `""` or null. */
export interface SimpleDetail extends Omit<SimpleAnnotationDetail, 'data'> {
  readonly data: AnnotationData;
  readonly odd?: undefined;
}

/** The annotations of one input data, front-most first. */
export interface SimpleFrameAnnotation extends Omit<SimpleAnnotation, 'details'> {
  readonly details: readonly (SimpleDetail | OddDetail)[];
}

/** The fields of a frame in both formats. Unknown fields are kept. @throws FieldProblem */
export function readFrameFields(json: JsonObject): Omit<SimpleAnnotation, 'details' | 'input_data_name'> {
  return {
    ...json,
    annotation_format_version: text(json, 'annotation_format_version'),
    project_id: text(json, 'project_id'),
    task_id: text(json, 'task_id'),
    task_phase: text(json, 'task_phase'),
    task_phase_stage: number(json, 'task_phase_stage'),
    task_status: text(json, 'task_status'),
    input_data_id: text(json, 'input_data_id'),
    updated_datetime: textOrNull(json, 'updated_datetime'),
  };
}

/** @throws FieldProblem */
export function readSimpleAnnotation(json: JsonObject, context: DataContext): SimpleFrameAnnotation {
  if (isValidFrame(json)) return json;
  refuseOtherFormat(json, { own: 'label', other: 'label_id', advice: 'are in the Full format: open it with openFull' });
  return Object.assign(readFrameFields(json), {
    input_data_name: text(json, 'input_data_name'),
    details: readDetails(json, (detail) => readDetail(detail, context)),
  });
}

/** Most frames are the parsed object itself: copies would take as long as the validation. */
function isValidFrame(json: JsonObject): json is JsonObject & SimpleFrameAnnotation {
  const { details, updated_datetime } = json;
  return (
    isText(json['annotation_format_version']) &&
    isText(json['project_id']) &&
    isText(json['task_id']) &&
    isText(json['task_phase']) &&
    isNumber(json['task_phase_stage']) &&
    isText(json['task_status']) &&
    isText(json['input_data_id']) &&
    isText(json['input_data_name']) &&
    (isText(updated_datetime) || updated_datetime === null) &&
    Array.isArray(details) &&
    details.every(isValid)
  );
}

/** The same object, unless a part of it has to be another: copies would take as long as the validation. */
function readDetail(detail: JsonObject, context: DataContext): SimpleDetail {
  if (isValid(detail)) return detail;
  return {
    ...detail,
    label: text(detail, 'label'),
    annotation_id: text(detail, 'annotation_id'),
    data: within('data', () => readData(detail['data'], context)),
    attributes: within('attributes', () => objectOf(detail['attributes'] ?? {})),
    odd: undefined,
  };
}

/** Most details are: the search for what is wrong with the others takes several times as long. */
function isValid(detail: unknown): detail is JsonObject & SimpleDetail {
  if (!isJsonObject(detail)) return false;
  const isWhole = isText(detail['label']) && isText(detail['annotation_id']) && detail['odd'] === undefined;
  return isWhole && isJsonObject(detail['attributes']) && isValidData(detail['data']);
}
