import type {
  AnnotationDetailV2Input,
  AnnotationV1,
  AnnotationV2Output,
} from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { PROJECT } from '../emulator.ts';

/** Has annotations of every type. */
export const FULL = { project_id: PROJECT, task_id: 'task-1', input_data_id: 'task-1-frame-1' };
/** Its task is assigned to the worker, `working`. */
export const MINE = { project_id: PROJECT, task_id: 'task-5', input_data_id: 'task-5-frame-1' };
/** The task of `MINE`. */
export const MY_TASK = { project_id: PROJECT, task_id: 'task-5' };
/** Its task was never assigned. */
export const FREE = { project_id: PROJECT, task_id: 'task-8', input_data_id: 'task-8-frame-1' };

export async function readV2(client: AnnofabClient, frame: typeof FULL): Promise<AnnotationV2Output> {
  const annotation = await client.getEditorAnnotation({ ...frame, query: { v: 2 } });
  if (!('format_version' in annotation)) throw new Error('not version 2');
  return annotation;
}

export async function readV1(client: AnnofabClient, frame: typeof FULL): Promise<AnnotationV1> {
  const annotation = await client.getEditorAnnotation(frame);
  if ('format_version' in annotation) throw new Error('not version 1');
  return annotation;
}

/** A new annotation of a traffic signal. */
export const point = (annotation_id: string, x: number): AnnotationDetailV2Input => ({
  _type: 'Create',
  annotation_id,
  label_id: 'label-signal',
  body: { _type: 'Inner', data: { _type: 'SinglePoint', point: { x, y: 1 } } },
  additional_data_list: [{ definition_id: 'attribute-occluded', value: { _type: 'Flag', value: true } }],
  editor_props: {},
});

/** Saves a whole frame in version 2. */
export function putV2(
  client: AnnofabClient,
  frame: typeof FULL,
  details: AnnotationDetailV2Input[],
  updated_datetime: string | null | undefined,
) {
  return client.putAnnotation({
    ...frame,
    query: { v: 2 },
    body: { ...frame, details, format_version: '2.0.0', ...(updated_datetime !== undefined && { updated_datetime }) },
  });
}
