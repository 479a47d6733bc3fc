import type {
  AnnotationDetailContentOutput,
  AnnotationV1,
  AnnotationV2Output,
  SingleAnnotation,
  SingleAnnotationV1,
  Task,
} from '../../../lib/annofab/api-description.ts';
import type { Files } from '../core/services.ts';
import type { FrameAnnotation, State, StoredBody } from '../core/state.ts';
import type { FoundAnnotation } from './annotation-search.ts';
import { holdingTypeOf, type OuterLink, toAdditionalV1, toDetailV1 } from './annotation-v1.ts';

export interface World {
  readonly state: State;
  readonly files: Files;
}

/** A frame in the editor's version 2: ids instead of names, outer files by signed URL. */
export function toEditorV2(
  world: World,
  task: Task,
  inputDataId: string,
  frame: FrameAnnotation | undefined,
): AnnotationV2Output {
  const { details = [], updated_datetime } = frame ?? {};
  return {
    project_id: task.project_id,
    task_id: task.task_id,
    input_data_id: inputDataId,
    details: details.map((detail) => ({ ...detail, body: toOutputBody(world, detail.body) })),
    ...(updated_datetime !== undefined && { updated_datetime }),
    format_version: '2.0.0',
  };
}

export function toEditorV1(
  world: World,
  task: Task,
  inputDataId: string,
  frame: FrameAnnotation | undefined,
): AnnotationV1 {
  const { details = [], updated_datetime } = frame ?? {};
  return {
    project_id: task.project_id,
    task_id: task.task_id,
    input_data_id: inputDataId,
    details: details.map((detail) => toDetailV1(detail, linkOf(world, detail.body))),
    ...(updated_datetime !== undefined && { updated_datetime }),
  };
}

/** A body with a new signed URL to its outer file. */
function toOutputBody(world: World, body: StoredBody): AnnotationDetailContentOutput {
  if (body._type !== 'Outer') return body;
  const link = linkOf(world, body);
  return link ? { _type: 'Outer', ...link } : { _type: 'OuterUnresolved' };
}

function linkOf({ state, files }: World, body: StoredBody): OuterLink | undefined {
  const file = body._type === 'Outer' ? state.files.get(body.path) : undefined;
  return body._type === 'Outer' && file ? { url: files.sign(body.path), etag: file.etag } : undefined;
}

/** An annotation in the answers of lists and batches. Annofab takes every version other than 2 for 1. */
export function toSingleAnnotation(
  world: World,
  projectId: string,
  { taskId, inputDataId, detail, updatedDatetime }: FoundAnnotation,
  version: string | undefined,
): SingleAnnotation {
  const frame = { project_id: projectId, task_id: taskId, input_data_id: inputDataId };
  if (version !== '2') return { ...frame, detail: toSingleV1(world, detail), updated_datetime: updatedDatetime };
  const { _type, editor_props: _, ...fields } = detail;
  return { ...frame, detail: { ...fields, body: toOutputBody(world, detail.body) }, updated_datetime: updatedDatetime };
}

/** Unlike the editor's version 1, its data has the shape of version 2. */
function toSingleV1(world: World, detail: FoundAnnotation['detail']): SingleAnnotationV1['detail'] {
  const { annotation_id, account_id, label_id, body, additional_data_list, created_datetime, updated_datetime } =
    detail;
  return {
    annotation_id,
    account_id,
    label_id,
    data_holding_type: holdingTypeOf(detail),
    ...(body._type === 'Inner' && { data: body.data }),
    ...(body._type === 'InnerUnknown' && { data: { _type: 'Unknown', data: body.data } }),
    ...linkOf(world, body),
    additional_data_list: additional_data_list.flatMap(toAdditionalV1),
    created_datetime,
    updated_datetime,
  };
}
