import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import type {
  AnnotationType,
  FullAnnotationDataBoundingBox,
  FullAnnotationDataClassification,
  FullAnnotationDataPoints,
  FullAnnotationDataRange,
  FullAnnotationDataSegmentation,
  FullAnnotationDataSegmentationV2,
  FullAnnotationDataSinglePoint,
} from '../../generated/schemas.ts';
import { type CuboidShape, readCuboid } from './cuboid.ts';
import { outerFileName } from './frame-index.ts';
import { FieldProblem, isPoint, isText, kindOf, list, number, objectOf, point, text, within } from './read-fields.ts';
import { type CustomData, readStringData } from './string-data.ts';

/** A 3D cuboid. `data` is its JSON, verbatim. `shape` is always that of version 2. */
export interface CuboidData {
  readonly _type: 'Unknown';
  readonly kind: 'CUBOID';
  readonly data: string;
  /** The version in which it was written. */
  readonly version: '1' | '2';
  readonly shape: CuboidShape;
}

/** Points of a point cloud, listed in an outer file: read them with `frame.segment(annotation_id)`. `data` is its path. */
export interface SegmentData {
  readonly _type: 'Unknown';
  readonly kind: 'SEGMENT';
  readonly data: string;
}

/**
 * The data of an annotation; coordinates in pixels, ranges in milliseconds. Data of a `_type` that is newer than this
 * client is passed on unchanged, so give a `switch` a `default`.
 */
export type AnnotationData =
  | FullAnnotationDataBoundingBox
  | FullAnnotationDataPoints
  | FullAnnotationDataSinglePoint
  | FullAnnotationDataSegmentation
  | FullAnnotationDataSegmentationV2
  | FullAnnotationDataRange
  | FullAnnotationDataClassification
  | CuboidData
  | SegmentData
  | CustomData
  | null;

export interface DataContext {
  readonly input_data_id: string;
  /** Known only in a Full archive. */
  readonly annotation_type?: AnnotationType;
  hasOuterFile(name: string): boolean;
}

/** Each throws when a field does not match the `_type`. Fields not listed here are not checked. */
const CHECKS = new Map<string, (data: JsonObject) => void>([
  ['BoundingBox', (data) => pointFields(data, ['left_top', 'right_bottom'])],
  ['Points', (data) => void list(data, 'points', point)],
  ['SinglePoint', (data) => pointFields(data, ['point'])],
  ['Segmentation', (data) => void text(data, 'data_uri')],
  ['SegmentationV2', (data) => void text(data, 'data_uri')],
  ['Range', (data) => void [number(data, 'begin'), number(data, 'end')]],
  ['Unknown', (data) => void text(data, 'data')],
]);

function pointFields(data: JsonObject, fields: readonly string[]): void {
  for (const field of fields) if (!isPoint(data[field])) within(field, () => point(data[field]));
}

/** Whether data of the most frequent types are returned as they are by {@link readData}. */
export function isValidData(data: unknown): data is Exclude<AnnotationData, null> {
  if (!isJsonObject(data)) return false;
  switch (data['_type']) {
    case 'BoundingBox':
      return isPoint(data['left_top']) && isPoint(data['right_bottom']);
    case 'Points':
      return Array.isArray(data['points']) && data['points'].every(isPoint);
    case 'Segmentation':
    case 'SegmentationV2':
      return isText(data['data_uri']);
    default:
      return false;
  }
}

/** @throws FieldProblem */
export function readData(value: unknown, context: DataContext): AnnotationData {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return readString(value, context);
  if (!isJsonObject(value)) throw new FieldProblem('', `must be an object, a string or null, not ${kindOf(value)}`);
  if (text(value, '_type') === 'Unknown') return readUnknown(text(value, 'data'), context);
  try {
    if (isChecked(value)) return value;
  } catch {
    const data = numbersOf(value);
    if (isChecked(data)) return data;
  }
  throw new FieldProblem('', 'does not match its _type');
}

/** Coordinates and times are numbers: digits beyond those of a number, of which the reader of the frame keeps all, are not. */
function numbersOf(value: JsonObject): JsonObject {
  return objectOf(JSON.parse(JSON.stringify(value)));
}

/** Checks the fields that the `_type` of the data requires. @throws FieldProblem */
export function checkDataFields(data: JsonObject): void {
  CHECKS.get(text(data, '_type'))?.(data);
}

/** @throws FieldProblem */
function isChecked(value: JsonObject): value is JsonObject & Exclude<AnnotationData, null> {
  checkDataFields(value);
  return true;
}

function readString(value: string, { annotation_type }: DataContext): AnnotationData {
  if (annotation_type === undefined) return { _type: 'Unknown', kind: 'CUSTOM', data: value };
  return readStringData(annotation_type, value);
}

/** The JSON of a cuboid, the path of a segment's file, or data that only a plugin understands. */
function readUnknown(data: string, context: DataContext): AnnotationData {
  const cuboid = parseObject(data);
  if (cuboid?.['kind'] === 'CUBOID') {
    return { _type: 'Unknown', kind: 'CUBOID', data, ...within('data', () => readCuboid(cuboid)) };
  }
  const isFile = cuboid === undefined && context.hasOuterFile(outerFileName(data, context.input_data_id));
  return { _type: 'Unknown', kind: isFile ? 'SEGMENT' : 'CUSTOM', data };
}

function parseObject(data: string): JsonObject | undefined {
  if (!/^\s*\{/.test(data)) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
