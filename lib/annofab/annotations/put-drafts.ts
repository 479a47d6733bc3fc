import { mapInOrder } from '../../core/map-in-order.ts';
import type { AnnofabApi } from '../api.ts';
import type { AnnotationProblem } from '../errors.ts';
import type {
  AnnotationDetailContentInput,
  AnnotationDetailV2Get,
  AnnotationDetailV2Input,
  AnnotationV2Output,
} from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import type { Draft, Drafts } from './draft.ts';
import { type Frame, getEditorV2, inV2 } from './frame.ts';
import { assertNone, inOrder } from './problems.ts';

/** How annotations are written over what is there, and what becomes of those that cannot be. */
export interface PutAnnotationsOptions extends RequestOptions {
  /**
   * What becomes of annotations that are already there and not among those to write: `replace` (the default) removes
   * them, `keep` leaves them, behind the others. One of the same id is always overwritten.
   */
  existing?: 'replace' | 'keep' | undefined;
  /**
   * What a problem with an annotation leads to: `error` (the default) writes nothing at all; `skip` leaves out the
   * annotation, or the one attribute, and reports it.
   */
  onProblem?: 'error' | 'skip' | undefined;
}

/** What was written. */
export interface PutAnnotationsReport {
  /** The frame as it is now; undefined when there was nothing to write, which changes nothing. */
  readonly annotation: AnnotationV2Output | undefined;
  /** How many annotations were written, kept as they were, and removed. */
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
  /** What was left out; always empty unless problems are skipped. */
  readonly problems: readonly AnnotationProblem[];
}

/** Outer files that are under way at a time. */
const FILE_CONCURRENCY = 4;

/**
 * Writes annotations into a frame in one request (putAnnotation, version 2), their outer files before. The lock is the
 * date-time that the frame has at the start.
 *
 * @throws AnnotationProblemsError, unless problems are skipped; ConflictError when someone else wrote meanwhile
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
  // To write an empty list would remove everything.
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

/** Two annotations cannot share an id: for the second it is a problem. */
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
    return { index, annotation_id, field: 'data', message: 'Its outer file is not there.' };
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
  if (!file) return body.otherwise && { _type: 'Inner', data: body.otherwise };
  const { bytes: data, contentType } = file;
  return { _type: 'Outer', path: await client.files.upload({ project_id, data, contentType }, { signal }) };
}

function toInput(draft: Draft, body: AnnotationDetailContentInput, isPresent: boolean): AnnotationDetailV2Input {
  const { annotation_id, label_id, additional_data_list, editor_props, origin } = draft;
  const fields = { annotation_id, label_id, body, additional_data_list, editor_props };
  if (origin) return { _type: 'Import', ...fields, ...origin };
  return { _type: isPresent ? 'Update' : 'Create', ...fields };
}

/** Without a body, Annofab leaves the data as it is. */
function unchanged({ annotation_id, label_id, additional_data_list, editor_props }: AnnotationDetailV2Get) {
  return { _type: 'Update', annotation_id, label_id, additional_data_list, editor_props } as const;
}
