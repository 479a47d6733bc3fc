import { randomUUID } from 'node:crypto';
import { OuterFileNotFoundError } from '../archives/errors.ts';
import { type AnnotationProblem, SpecsError } from '../errors.ts';
import type { AdditionalDataV2, FullAnnotationData, LabelV3, SimpleAnnotationDetail } from '../generated/schemas.ts';
import type { SpecsAccessor } from '../specs/specs-accessor.ts';
import { dataProblem } from './check-simple-data.ts';
import type { Draft, Drafts, OuterDraft } from './draft.ts';
import { readSimpleValue } from './simple-attribute-value.ts';

/** A detail of a Simple annotation. A detail without an id gets one. */
export type SimpleDetailToPut = Pick<SimpleAnnotationDetail, 'label' | 'data'> & {
  readonly annotation_id?: string | null | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | null | undefined;
};

/**
 * Returns an outer file by name, which is the last part of `data_uri`, or of the `data` of a 3D segment; Annofab uses the
 * annotation's id. When the file does not exist, returns undefined or throws OuterFileNotFoundError, like a frame of an
 * archive.
 */
export type OuterFiles = (name: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** An annotation whose label and data are valid, with its new id. */
interface Resolved {
  readonly index: number;
  readonly detail: SimpleDetailToPut;
  readonly label: LabelV3;
  readonly data: FullAnnotationData;
  readonly annotation_id: string;
}

/**
 * Drafts annotations from the details of a Simple annotation. A detail with an invalid label or invalid data is skipped,
 * and so is an invalid attribute. Each is reported as a problem.
 */
export function draftSimple(details: readonly SimpleDetailToPut[], specs: SpecsAccessor, files: OuterFiles): Drafts {
  const problems: AnnotationProblem[] = [];
  const resolved = details.flatMap((detail, index) => resolveDetail(detail, index, specs, problems));
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
  specs: SpecsAccessor,
  problems: AnnotationProblem[],
): Resolved[] {
  try {
    const label = specs.label({ name: detail.label });
    const data = dataOf(detail, label);
    const problem = dataProblem(data, label.annotation_type);
    if (!problem) return [{ index, detail, label, data, annotation_id: newId(detail, label) }];
    problems.push(problemOf({ index, detail }, problem.field, problem.message));
  } catch (error) {
    problems.push(problemOf({ index, detail }, 'label', reasonOf(error)));
  }
  return [];
}

/** Maps the target of a link to its new id. The function throws SpecsError when the target is skipped. */
function newIds(details: readonly SimpleDetailToPut[], resolved: readonly Resolved[]): (id: string) => string {
  const given = new Set(details.map(({ annotation_id }) => annotation_id));
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
function newId({ annotation_id: id }: SimpleDetailToPut, { annotation_type: type, label_id }: LabelV3): string {
  if (type === 'classification') return label_id;
  return id ?? randomUUID();
}

/** A classification may lack its data, since only one value is possible. */
function dataOf({ data }: SimpleDetailToPut, { annotation_type: type }: LabelV3): FullAnnotationData {
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

function problemOf({ index, detail }: Pick<Resolved, 'index' | 'detail'>, field: string, message: string) {
  const { annotation_id: id } = detail;
  return { index, ...(id != null && { annotation_id: id }), field, message };
}

/** @throws every error that is not the fault of the annotation */
function reasonOf(error: unknown): string {
  if (error instanceof SpecsError) return error.message;
  throw error;
}
