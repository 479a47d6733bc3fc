import { randomUUID } from 'node:crypto';
import { OuterFileNotFoundError } from '../archives/errors.ts';
import { type AnnotationProblem, SpecsError } from '../errors.ts';
import type { AdditionalDataV2, FullAnnotationData, LabelV3, SimpleAnnotationDetail } from '../generated/schemas.ts';
import type { SpecsAccessor } from '../specs/specs-accessor.ts';
import { dataProblem } from './check-simple-data.ts';
import type { Draft, Drafts, OuterDraft } from './draft.ts';
import { readSimpleValue } from './simple-attribute-value.ts';

/** A detail of a Simple annotation; one written by hand may do without an id, which it is then given. */
export type SimpleDetailToPut = Pick<SimpleAnnotationDetail, 'label' | 'data'> & {
  readonly annotation_id?: string | null | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | null | undefined;
};

/**
 * Finds an outer file by its name: the last part of the `data_uri`, or of the `data` of a 3D segment, which Annofab makes
 * the annotation's id. Where there is none: undefined, or OuterFileNotFoundError, as a frame of an archive throws it.
 */
export type OuterFiles = (name: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** An annotation whose label and data are right, and what id it gets. */
interface Named {
  readonly index: number;
  readonly detail: SimpleDetailToPut;
  readonly label: LabelV3;
  readonly data: FullAnnotationData;
  readonly annotation_id: string;
}

/**
 * Makes annotations of the details of a Simple annotation. One whose label or data is wrong is left out, and of one that
 * has a wrong attribute the attribute; both are problems.
 */
export function draftSimple(details: readonly SimpleDetailToPut[], specs: SpecsAccessor, files: OuterFiles): Drafts {
  const problems: AnnotationProblem[] = [];
  const named = details.flatMap((detail, index) => nameOne(detail, index, specs, problems));
  const idOf = newIds(details, named);
  const drafts = named.map((annotation): Draft => {
    const { index, label, annotation_id } = annotation;
    const additional_data_list = readAttributes(annotation, specs, idOf, problems);
    const body = bodyOf(annotation, files);
    return { index, annotation_id, label_id: label.label_id, body, additional_data_list, editor_props: {} };
  });
  return { drafts, problems };
}

function nameOne(
  detail: SimpleDetailToPut,
  index: number,
  specs: SpecsAccessor,
  problems: AnnotationProblem[],
): Named[] {
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

/** Says where a link leads then; it throws SpecsError when that annotation is left out. */
function newIds(details: readonly SimpleDetailToPut[], named: readonly Named[]): (id: string) => string {
  const given = new Set(details.map(({ annotation_id }) => annotation_id));
  const ids = new Map(named.map(({ detail, annotation_id }) => [detail.annotation_id, annotation_id]));
  return (id) => {
    const found = ids.get(id);
    if (found === undefined && given.has(id)) {
      throw new SpecsError(`The annotation ${id}, to which it leads, is not written.`, 'missing');
    }
    return found ?? id;
  };
}

/** Annofab lets an annotation of the whole input have the id of its label only. */
function newId({ annotation_id: id }: SimpleDetailToPut, { annotation_type: type, label_id }: LabelV3): string {
  if (type === 'classification') return label_id;
  return id ?? randomUUID();
}

/** What there is only one of need not be written. */
function dataOf({ data }: SimpleDetailToPut, { annotation_type: type }: LabelV3): FullAnnotationData {
  return type === 'classification' ? (data ?? { _type: 'Classification' }) : data;
}

function readAttributes(
  annotation: Named,
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

/** Masks and 3D segments are in files; other text of a custom type is a file's name when there is such a file. */
function bodyOf({ label, data }: Named, files: OuterFiles): Draft['body'] {
  if (data?._type === 'Segmentation' || data?._type === 'SegmentationV2') {
    return { read: readAs(files, data.data_uri, 'image/png') };
  }
  if (data?._type !== 'Unknown') return { data };
  // Without what an archive's reader made of it.
  const text = { _type: 'Unknown', data: data.data } as const;
  if (isJson(text.data)) return { data: text };
  const read = readAs(files, text.data, 'application/json');
  return SEGMENTS.has(label.annotation_type) ? { read } : { read, otherwise: text };
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

function problemOf({ index, detail }: Pick<Named, 'index' | 'detail'>, field: string, message: string) {
  const { annotation_id: id } = detail;
  return { index, ...(id != null && { annotation_id: id }), field, message };
}

/** @throws what is no fault of the annotation */
function reasonOf(error: unknown): string {
  if (error instanceof SpecsError) return error.message;
  throw error;
}
