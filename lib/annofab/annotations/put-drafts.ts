import { mapInOrder } from '../../core/async/map-in-order.ts';
import type { AnnofabApi } from '../api.ts';
import { type AnnotationProblem, AnnotationProblemsError } from '../errors.ts';
import type {
  AnnotationDetailContentInput,
  AnnotationDetailV2Get,
  AnnotationDetailV2Input,
  AnnotationV2Output,
} from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import type { Draft, Drafts } from './draft.ts';
import { type Frame, getEditorV2, inV2, placeOf } from './editor-annotation.ts';

/** How to treat existing annotations, and annotations that cannot be written. */
export interface PutAnnotationsOptions extends RequestOptions {
  /**
   * Existing annotations of the frame: `replace` (default) removes them; `keep` leaves them, behind the new ones. An
   * annotation with the same id is overwritten in either case.
   */
  existing?: 'replace' | 'keep' | undefined;
  /**
   * Annotations that cannot be written: `error` (default) throws and writes nothing; `skip` skips the annotation, or only
   * the invalid attribute, and reports it.
   */
  onProblem?: 'error' | 'skip' | undefined;
}

/** The result of writing annotations. */
export interface PutAnnotationsReport {
  /** The frame after writing; undefined when there was nothing to write. */
  readonly annotation: AnnotationV2Output | undefined;
  /** Numbers of annotations that were written, kept unchanged, and removed. */
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
  /** The annotations and attributes that were skipped; empty unless `onProblem` is `skip`. */
  readonly problems: readonly AnnotationProblem[];
}

/** The number of concurrent file transfers. */
const FILE_CONCURRENCY = 4;

/**
 * Uploads outer files, then writes all annotations of a frame in one request (putAnnotation, version 2). The frame's
 * `updated_datetime`, read at the start, is the lock.
 *
 * @throws AnnotationProblemsError unless problems are skipped; ConflictError when someone else wrote meanwhile
 */
export async function putDrafts(
  client: AnnofabApi,
  frame: Frame,
  { drafts, problems }: Drafts,
  { existing = 'replace', onProblem = 'error', ...options }: PutAnnotationsOptions,
): Promise<PutAnnotationsReport> {
  const check = (found: AnnotationProblem[]) => (onProblem === 'error' ? assertNone(frame, found) : inOrder(found));
  const distinct = distinctDrafts(drafts);
  const known = check([...problems, ...distinct.problems]);
  const before = await getEditorV2(client, frame, options);
  const { written, problems: lost } = await uploadAll(client, frame, distinct.drafts, options);
  const report = { written: written.length, problems: check([...known, ...lost]) };
  // Writing an empty list would remove every annotation.
  if (written.length === 0) return { ...report, annotation: undefined, kept: before.details.length, removed: 0 };
  const ids = new Set(written.map(({ draft }) => draft.annotation_id));
  const present = new Set(before.details.map(({ annotation_id }) => annotation_id));
  const others = before.details.filter(({ annotation_id }) => !ids.has(annotation_id));
  const details = [
    ...written.map(({ draft, body }) => toInput(draft, body, present.has(draft.annotation_id))),
    ...(existing === 'keep' ? others.map(unchanged) : []),
  ];
  const annotation = await put(client, frame, before, details, options);
  const kept = details.length - written.length;
  return { ...report, annotation, kept, removed: others.length - kept };
}

async function put(
  client: AnnofabApi,
  { project_id, task_id, input_data_id }: Frame,
  { updated_datetime }: AnnotationV2Output,
  details: AnnotationDetailV2Input[],
  options: RequestOptions,
): Promise<AnnotationV2Output> {
  const ids = { project_id, task_id, input_data_id };
  const lock = updated_datetime == null ? {} : { updated_datetime };
  const body = { ...ids, details, ...lock, format_version: '2.0.0' } as const;
  return inV2(await client.putAnnotation({ ...ids, query: { v: 2 }, body }, options), ids);
}

/** Ids are unique within a frame: the second annotation with an id is a problem. */
function distinctDrafts(drafts: readonly Draft[]): Drafts {
  const seen = new Set<string>();
  const problems: AnnotationProblem[] = [];
  const distinct = drafts.filter(({ index, annotation_id }) => {
    const isNew = !seen.has(annotation_id);
    seen.add(annotation_id);
    const message = 'Another annotation has the same id.';
    if (!isNew) problems.push({ index, annotation_id, field: 'annotation_id', message });
    return isNew;
  });
  return { drafts: distinct, problems };
}

interface Written {
  readonly draft: Draft;
  readonly body: AnnotationDetailContentInput;
}

async function uploadAll(client: AnnofabApi, frame: Frame, drafts: readonly Draft[], options: RequestOptions) {
  const results = await mapInOrder(drafts, FILE_CONCURRENCY, async (draft): Promise<Written | AnnotationProblem> => {
    const body = await uploadBody(client, frame, draft, options.signal);
    if (body) return { draft, body };
    const { index, annotation_id } = draft;
    return { index, annotation_id, field: 'data', message: 'Its outer file does not exist.' };
  });
  return {
    written: results.filter((result): result is Written => 'draft' in result),
    problems: results.filter((result): result is AnnotationProblem => 'message' in result),
  };
}

async function uploadBody(
  client: AnnofabApi,
  { project_id }: Frame,
  { body }: Draft,
  signal: AbortSignal | undefined,
): Promise<AnnotationDetailContentInput | undefined> {
  if ('data' in body) return { _type: 'Inner', data: body.data };
  const file = await body.read(signal);
  if (!file) return body.fallback && { _type: 'Inner', data: body.fallback };
  const { bytes: data, contentType } = file;
  return { _type: 'Outer', path: await client.files.upload({ project_id, data, contentType }, { signal }) };
}

function toInput(draft: Draft, body: AnnotationDetailContentInput, isPresent: boolean): AnnotationDetailV2Input {
  const { annotation_id, label_id, additional_data_list, editor_props, origin } = draft;
  const fields = { annotation_id, label_id, body, additional_data_list, editor_props };
  if (origin) return { _type: 'Import', ...fields, ...origin };
  return { _type: isPresent ? 'Update' : 'Create', ...fields };
}

/** Annofab keeps the data of an update without a body. */
function unchanged({ annotation_id, label_id, additional_data_list, editor_props }: AnnotationDetailV2Get) {
  return { _type: 'Update', annotation_id, label_id, additional_data_list, editor_props } as const;
}

/** The number of problems that the message of an error lists. */
const PROBLEMS_IN_MESSAGE = 5;

/** @throws AnnotationProblemsError when there are problems */
function assertNone(frame: Frame, problems: readonly AnnotationProblem[]): readonly AnnotationProblem[] {
  if (problems.length === 0) return problems;
  const sorted = inOrder(problems);
  const lines = sorted.slice(0, PROBLEMS_IN_MESSAGE).map(describe);
  const more = sorted.length > lines.length ? [`And ${sorted.length - lines.length} more.`] : [];
  const heading = `${placeOf(frame)}: nothing was written, because some annotations are invalid.`;
  throw new AnnotationProblemsError([heading, ...lines, ...more].join(' '), sorted);
}

/** Sorted like the annotations. */
function inOrder(problems: readonly AnnotationProblem[]): readonly AnnotationProblem[] {
  return problems.toSorted((a, b) => a.index - b.index);
}

function describe({ index, annotation_id: id, field, message }: AnnotationProblem): string {
  return `details[${index}]${id === undefined ? '' : ` (${id})`} ${field}: ${message}`;
}
