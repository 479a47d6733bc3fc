import type {
  AdditionalDataDefinitionType,
  AdditionalDataV1,
  AdditionalDataV2,
  AdditionalDataValue,
  AnnotationDataV1,
  AnnotationDetailV1,
  AnnotationSpecsV3,
  FullAnnotationData,
  LabelV3,
  Point,
} from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import type { StoredDetail } from '../core/state.ts';
import { findDefinition } from '../specs/specs-lookup.ts';

export interface OuterLink {
  url: string;
  etag: string;
}

type BodyV1 = Pick<AnnotationDetailV1, 'data_holding_type' | 'data' | 'path' | 'url' | 'etag'>;

/** A detail in the editor's version 1, whose data is text. */
export function toDetailV1(detail: StoredDetail, link: OuterLink | undefined): AnnotationDetailV1 {
  const { annotation_id, account_id, label_id, created_datetime, updated_datetime } = detail;
  return {
    annotation_id,
    account_id,
    label_id,
    is_protected: detail.editor_props.can_delete === false,
    ...toBodyV1(detail, link),
    additional_data_list: detail.additional_data_list.flatMap(toAdditionalV1),
    created_datetime,
    updated_datetime,
  };
}

/** A client reads the annotation id as the path of an outer file, and sends it back when the file is unchanged. */
function toBodyV1({ annotation_id: id, body }: StoredDetail, link: OuterLink | undefined): BodyV1 {
  if (body._type === 'Outer') return { data_holding_type: 'outer', path: id, ...link };
  const data = body._type === 'InnerUnknown' ? body.data : printData(body.data);
  return { data_holding_type: 'inner', ...(data !== undefined && { data }) };
}

/** Version 1 writes coordinates as `x1,y1,x2,y2`. A classification has no data. */
function printData(data: FullAnnotationData): string | undefined {
  switch (data?._type) {
    case 'BoundingBox':
      return printPoints([data.left_top, data.right_bottom]);
    case 'SinglePoint':
      return printPoints([data.point]);
    case 'Points':
      return printPoints(data.points);
    case 'Range':
      return `${data.begin},${data.end}`;
    case 'Unknown':
      return data.data;
    default:
      return undefined;
  }
}

function printPoints(points: readonly Point[]): string {
  return points.flatMap(({ x, y }) => [x, y]).join(',');
}

/**
 * Converts version 1's data to version 2. The text does not name its type, so the label decides.
 *
 * @throws Failure 400 when the text is not data of the label's type
 */
export function readDataV1(data: AnnotationDataV1 | undefined, { annotation_type: type }: LabelV3): FullAnnotationData {
  if (type === 'classification') return { _type: 'Classification' };
  if (typeof data !== 'string') return data ?? null;
  const read = READERS.get(type);
  return read ? read(data) : { _type: 'Unknown', data };
}

const READERS = new Map<string, (text: string) => FullAnnotationData>([
  ['bounding_box', readBox],
  ['point', readPoint],
  ['polygon', readPoints],
  ['polyline', readPoints],
  ['range', readRange],
]);

function readBox(text: string): FullAnnotationData {
  const [left = 0, top = 0, right = 0, bottom = 0] = readNumbers(text, 4);
  return { _type: 'BoundingBox', left_top: { x: left, y: top }, right_bottom: { x: right, y: bottom } };
}

function readPoint(text: string): FullAnnotationData {
  const [x = 0, y = 0] = readNumbers(text, 2);
  return { _type: 'SinglePoint', point: { x, y } };
}

function readRange(text: string): FullAnnotationData {
  const [begin = 0, end = 0] = readNumbers(text, 2);
  return { _type: 'Range', begin, end };
}

function readPoints(text: string): FullAnnotationData {
  const numbers = readNumbers(text);
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 });
  return { _type: 'Points', points };
}

function readNumbers(text: string, count?: number): number[] {
  const numbers = text.split(',').map(Number);
  const isRight = count === undefined ? numbers.length % 2 === 0 : numbers.length === count;
  if (!isRight || numbers.some(Number.isNaN))
    throw invalidBody(`${JSON.stringify(text)} is not data of its label's type`);
  return numbers;
}

/** Empty for an attribute without a value. */
export function toAdditionalV1({ definition_id: id, value }: AdditionalDataV2): AdditionalDataV1[] {
  return value ? [{ additional_data_definition_id: id, ...toFieldV1(value) }] : [];
}

/** Version 1 has no separate fields for text, tracking and links: they are comments. */
function toFieldV1(value: AdditionalDataValue): Omit<AdditionalDataV1, 'additional_data_definition_id'> {
  switch (value._type) {
    case 'Flag':
      return { flag: value.value };
    case 'Integer':
      return { integer: value.value };
    case 'Choice':
    case 'Select':
      return { choice: value.choice_id };
    case 'Link':
      return { comment: value.annotation_id };
    default:
      return { comment: value.value };
  }
}

/** @throws Failure 400 for an attribute that the specs do not have */
export function readAdditionalV1(data: AdditionalDataV1, specs: AnnotationSpecsV3): AdditionalDataV2 {
  const id = data.additional_data_definition_id;
  const definition = findDefinition(specs, id);
  if (!definition) throw invalidBody(`The annotation specs have no attribute ${id}`);
  const value = readFieldV1(data, definition.type);
  return { definition_id: id, ...(value && { value }) };
}

function readFieldV1(
  { flag, integer, comment, choice }: AdditionalDataV1,
  type: AdditionalDataDefinitionType,
): AdditionalDataValue | undefined {
  switch (type) {
    case 'flag':
      return flag == null ? undefined : { _type: 'Flag', value: flag };
    case 'integer':
      return integer == null ? undefined : { _type: 'Integer', value: integer };
    case 'choice':
      return choice == null ? undefined : { _type: 'Choice', choice_id: choice };
    case 'select':
      return choice == null ? undefined : { _type: 'Select', choice_id: choice };
    case 'link':
      return comment == null ? undefined : { _type: 'Link', annotation_id: comment };
    case 'text':
      return comment == null ? undefined : { _type: 'Text', value: comment };
    case 'comment':
      return comment == null ? undefined : { _type: 'Comment', value: comment };
    case 'tracking':
      return comment == null ? undefined : { _type: 'Tracking', value: comment };
  }
}

export function holdingTypeOf({ body }: StoredDetail): 'inner' | 'outer' {
  return body._type === 'Outer' ? 'outer' : 'inner';
}
