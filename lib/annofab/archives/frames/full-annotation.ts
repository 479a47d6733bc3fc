import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import { isExactNumber } from '../../../core/numbers/exact-number.ts';
import type {
  AnnotationDataHoldingType,
  AnnotationType,
  FullAnnotation,
  FullAnnotationAdditionalData,
  FullAnnotationAdditionalDataValue,
  FullAnnotationDetail,
  InternationalizationMessage,
} from '../../generated/schemas.ts';
import { type AnnotationData, type DataContext, readData } from './annotation-data.ts';
import { type OddDetail, readDetails, refuseOtherFormat } from './odd-detail.ts';
import { FieldProblem, isBoolean, isText, kindOf, list, objectOf, text, textOrNull, within } from './read-fields.ts';
import { readFrameFields } from './simple-annotation.ts';

/** An attribute; its value is null if it has none. A `_type` that is newer than this client is passed on unchanged. */
export interface FullAttribute extends Omit<FullAnnotationAdditionalData, 'value'> {
  readonly value: FullAnnotationAdditionalDataValue | null;
}

/** One annotation in the Full format: with ids, and names in every language. */
export interface FullDetail extends Omit<FullAnnotationDetail, 'data' | 'additional_data_list'> {
  readonly data: AnnotationData;
  readonly additional_data_list: readonly FullAttribute[];
  readonly odd?: undefined;
}

/** The annotations of one input data, front-most first. */
export interface FullFrameAnnotation extends Omit<FullAnnotation, 'details' | 'input_data_name'> {
  /** Null if the archive does not contain it, as with old ones. */
  readonly input_data_name: string | null;
  readonly details: readonly (FullDetail | OddDetail)[];
}

/** @throws FieldProblem */
export function readFullAnnotation(json: JsonObject, context: DataContext): FullFrameAnnotation {
  refuseOtherFormat(json, {
    own: 'label_id',
    other: 'label',
    advice: 'are in the Simple format: open it with openSimple',
  });
  return {
    ...readFrameFields(json),
    input_data_name: textOrNull(json, 'input_data_name'),
    details: readDetails(json, (detail) => readDetail(detail, context)),
  };
}

function readDetail(detail: JsonObject, context: DataContext): FullDetail {
  const annotation_type = text<AnnotationType>(detail, 'annotation_type');
  return {
    ...detail,
    annotation_id: text(detail, 'annotation_id'),
    user_id: text(detail, 'user_id'),
    label_id: text(detail, 'label_id'),
    label_name: within('label_name', () => message(detail['label_name'])),
    annotation_type,
    data_holding_type: text<AnnotationDataHoldingType>(detail, 'data_holding_type'),
    data: within('data', () => readData(detail['data'], { ...context, annotation_type })),
    additional_data_list: list(detail, 'additional_data_list', (item) => readAttribute(objectOf(item))),
    odd: undefined,
  };
}

function readAttribute(item: JsonObject): FullAttribute {
  return {
    ...item,
    additional_data_definition_id: text(item, 'additional_data_definition_id'),
    additional_data_definition_name: within('additional_data_definition_name', () =>
      message(item['additional_data_definition_name']),
    ),
    type: text(item, 'type'),
    value: within('value', () => readValue(item['value'])),
  };
}

function readValue(value: unknown): FullAttribute['value'] {
  if (value === undefined || value === null) return null;
  const object = objectOf(value);
  if (isValue(object)) return object;
  throw new FieldProblem('value', `must be a value of type ${text(object, '_type')}, not ${kindOf(object['value'])}`);
}

/** Checks by `_type`. A value may also be absent or null. */
const VALUE_CHECKS = new Map<string, (value: unknown) => boolean>([
  ['Flag', isBoolean],
  ['Integer', isExactNumber],
  ['Comment', isText],
  ['Choice', isJsonObject],
  ['Tracking', isText],
  ['Link', isText],
]);

function isValue(object: JsonObject): object is JsonObject & FullAnnotationAdditionalDataValue {
  const isOfType = VALUE_CHECKS.get(text(object, '_type'));
  return isOfType === undefined || (object['value'] ?? null) === null || isOfType(object['value']);
}

function message(value: unknown): InternationalizationMessage {
  const object = objectOf(value);
  return { ...object, messages: list(object, 'messages', readMessage), default_lang: text(object, 'default_lang') };
}

function readMessage(item: unknown): InternationalizationMessage['messages'][number] {
  const object = objectOf(item);
  return { ...object, lang: text(object, 'lang'), message: text(object, 'message') };
}
