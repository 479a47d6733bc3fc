import type {
  AnnotationDetailContentOutput,
  AnnotationV1,
  AnnotationV2Output,
  Task,
} from '../../../lib/annofab/api-description.ts';
import type { Files } from '../core/services.ts';
import type { FrameAnnotation, State, StoredBody } from '../core/state.ts';
import { type OuterLink, toDetailV1 } from './annotation-v1.ts';

export interface World {
  readonly state: State;
  readonly files: Files;
}

/** One frame as the editor's version 2 has it: ids instead of names, outer files by signed URL. */
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
    details: details.map((detail) => ({ ...detail, body: toOutput(world, detail.body) })),
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

/** A body as it is read: an outer file by a URL made for this answer. */
export function toOutput(world: World, body: StoredBody): AnnotationDetailContentOutput {
  if (body._type !== 'Outer') return body;
  const link = linkOf(world, body);
  return link ? { _type: 'Outer', ...link } : { _type: 'OuterUnresolved' };
}

export function linkOf({ state, files }: World, body: StoredBody): OuterLink | undefined {
  const file = body._type === 'Outer' ? state.files.get(body.path) : undefined;
  return body._type === 'Outer' && file ? { url: files.sign(body.path), etag: file.etag } : undefined;
}
