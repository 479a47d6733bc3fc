import { randomUUID } from 'node:crypto';
import { isJsonObject } from '../../core/json.ts';
import { OuterFileNotFoundError } from '../archives/errors.ts';
import type { OddDetail } from '../archives/frames/odd-detail.ts';
import { type AnnotationProblem, SpecsError } from '../errors.ts';
import type { AdditionalDataV2, FullAnnotationData, LabelV3, SimpleAnnotationDetail } from '../generated/schemas.ts';
import type { SpecsAccessor } from '../specs/specs-accessor.ts';
import { dataProblem } from './check-simple-data.ts';
import type { Draft, Drafts, OuterDraft } from './draft.ts';
import { type Decimals, decimalField, roundCoordinates } from './round-coordinates.ts';
import { readSimpleValue } from './simple-attribute-value.ts';

/**
 * A detail of a Simple annotation. A detail without an id gets one. One that an archive could not read is accepted, so that
 * a frame of an archive can be passed as it is: it is reported as a problem.
 */
export type SimpleDetailToPut =
  | (Pick<SimpleAnnotationDetail, 'label' | 'data'> & {
      readonly annotation_id?: string | null | undefined;
      readonly attributes?: Readonly<Record<string, unknown>> | null | undefined;
      readonly odd?: undefined;
    })
  | OddDetail;

/**
 * Returns an outer file by name, which is the last part of `data_uri`, or of the `data` of a 3D segment; Annofab uses the
 * annotation's id. When the file does not exist, returns undefined or throws OuterFileNotFoundError, like a frame of an
 * archive.
 */
export type OuterFiles = (name: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** An annotation whose label and data are valid, with its new id. */
interface Resolved {
  readonly index: number;
  readonly detail: Exclude<SimpleDetailToPut, OddDetail>;
  readonly label: LabelV3;
  readonly data: FullAnnotationData;
  readonly annotation_id: string;
}

/**
 * Drafts annotations from the details of a Simple annotation. A detail with an invalid label or invalid data is skipped,
 * and so is an invalid attribute. Each is reported as a problem.
 */
export function draftSimple(
  details: readonly SimpleDetailToPut[],
  { specs, files, decimals }: { specs: SpecsAccessor; files: OuterFiles; decimals: Decimals },
): Drafts {
  const problems: AnnotationProblem[] = [];
  const resolved = details.flatMap((detail, index) => resolveDetail(detail, index, { specs, decimals, problems }));
  const idOf = newIds(details, resolved);
  const drafts = resolved.map((annotation): Draft => {
    const { index, label, annotation_id } = annotation;
    const additional_data_list = readAttributes(annotation, specs, idOf, problems);
    const body = bodyOf(annotation, files);
    return { index, annotation_id, label_id: label.label_id, body, additional_data_list, editor_props: {} };
  });
  return { drafts, problems };
}

function resolveDetail(
  detail: SimpleDetailToPut,
  index: number,
  { specs, decimals, problems }: { specs: SpecsAccessor; decimals: Decimals; problems: AnnotationProblem[] },
): Resolved[] {
  if (!isJsonObject(detail) || detail.odd) {
    const { field, reason } = isJsonObject(detail) && detail.odd ? detail.odd : NO_OBJECT;
    problems.push(problemOf({ index, detail }, field, `It ${reason}.`));
    return [];
  }
  try {
    const label = specs.label({ name: detail.label });
    const given = dataOf(detail, label);
    const problem = dataProblem(given, label.annotation_type) ?? decimalProblem(given, decimals);
    if (!problem) {
      const annotation_id = newId(detail, label);
      return [{ index, detail, label, data: roundCoordinates(given), annotation_id }];
    }
    problems.push(problemOf({ index, detail }, problem.field, problem.message));
  } catch (error) {
    problems.push(problemOf({ index, detail }, 'label', reasonOf(error)));
  }
  return [];
}

function decimalProblem(data: FullAnnotationData, decimals: Decimals) {
  const field = decimals === 'exact' ? decimalField(data) : undefined;
  return field === undefined ? undefined : { field, message: 'It must be an integer: Annofab accepts no decimals.' };
}

const NO_OBJECT = { field: 'detail', reason: 'must be an object' };

/** Maps the target of a link to its new id. The function throws SpecsError when the target is skipped. */
function newIds(details: readonly SimpleDetailToPut[], resolved: readonly Resolved[]): (id: string) => string {
  const given = new Set(details.map((detail) => detail?.annotation_id));
  const ids = new Map(resolved.map(({ detail, annotation_id }) => [detail.annotation_id, annotation_id]));
  return (id) => {
    const found = ids.get(id);
    if (found === undefined && given.has(id)) {
      throw new SpecsError(`It links to the annotation ${id}, which is not written.`, 'missing');
    }
    return found ?? id;
  };
}

/** Annofab requires a classification, which covers the whole input data, to have the id of its label. */
function newId({ annotation_id: id }: Resolved['detail'], { annotation_type: type, label_id }: LabelV3): string {
  if (type === 'classification') return label_id;
  return id ?? randomUUID();
}

/** A classification may lack its data, since only one value is possible. */
function dataOf({ data }: Resolved['detail'], { annotation_type: type }: LabelV3): FullAnnotationData {
  return type === 'classification' ? (data ?? { _type: 'Classification' }) : data;
}

function readAttributes(
  annotation: Resolved,
  specs: SpecsAccessor,
  idOf: (id: string) => string,
  problems: AnnotationProblem[],
): AdditionalDataV2[] {
  const label = { id: annotation.label.label_id };
  return Object.entries(annotation.detail.attributes ?? {}).flatMap(([name, given]): AdditionalDataV2[] => {
    try {
      const attribute = specs.attribute({ name, label });
      const value = readSimpleValue(given, attribute, specs, idOf);
      return value ? [{ definition_id: attribute.additional_data_definition_id, value }] : [];
    } catch (error) {
      problems.push(problemOf(annotation, `attributes.${name}`, reasonOf(error)));
      return [];
    }
  });
}

const SEGMENTS = new Set(['user_instance_segment', 'user_semantic_segment']);

/** Masks and 3D segments are in files. Other text of a custom type is a file's name if that file exists. */
function bodyOf({ label, data }: Resolved, files: OuterFiles): Draft['body'] {
  if (data?._type === 'Segmentation' || data?._type === 'SegmentationV2') {
    return { read: readAs(files, data.data_uri, 'image/png') };
  }
  if (data?._type !== 'Unknown') return { data };
  // Drops the fields that the archive reader added.
  const text = { _type: 'Unknown', data: data.data } as const;
  if (isJson(text.data)) return { data: text };
  const read = readAs(files, text.data, 'application/json');
  return SEGMENTS.has(label.annotation_type) ? { read } : { read, fallback: text };
}

function readAs(files: OuterFiles, uri: string, contentType: string): OuterDraft['read'] {
  return async () => {
    try {
      const bytes = await files(uri.split('/').at(-1) ?? uri);
      return bytes && { bytes, contentType };
    } catch (error) {
      if (error instanceof OuterFileNotFoundError) return undefined;
      throw error;
    }
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function problemOf({ index, detail }: { index: number; detail: SimpleDetailToPut }, field: string, message: string) {
  const id = detail?.annotation_id;
  return { index, ...(id != null && { annotation_id: id }), field, message };
}

/** @throws every error that is not the fault of the annotation */
function reasonOf(error: unknown): string {
  if (error instanceof SpecsError) return error.message;
  throw error;
}
