import type { PilotParts } from './parts.ts';
import { NotSeenError } from './reason.ts';

export interface PilotTask {
  readonly project_id: string;
  readonly task_id: string;
  readonly input_data_id: string;
}

/** One transparent pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Makes a task with one input data: a picture of one pixel. */
export async function makeTask({ annofab, project_id, run, cleanUp, signal }: PilotParts): Promise<PilotTask> {
  const [task_id, input_data_id] = [`${run}-task`, `${run}-input`];
  cleanUp.afterwards('the input data', () => annofab.deleteInputData({ project_id, input_data_id }));
  const file = { data: PNG, contentType: 'image/png', input_data_name: `${run}.png` };
  await annofab.inputData.putFile({ project_id, input_data_id, ...file }, { signal });
  cleanUp.afterwards('the task', () => annofab.deleteTask({ project_id, task_id }));
  await annofab.putTask({ project_id, task_id, body: { input_data_id_list: [input_data_id] } }, { signal });
  return { project_id, task_id, input_data_id };
}

/**
 * Adds a segmentation to the task.
 *
 * @returns the address of its file
 */
export async function putOuterFile(
  { annofab, run, signal }: PilotParts,
  { project_id, task_id, input_data_id }: PilotTask,
): Promise<string> {
  const { labels } = await annofab.getAnnotationSpecs({ project_id, query: { v: 3 } }, { signal });
  const label = labels.find(({ annotation_type }) => /^segmentation/.test(annotation_type));
  if (label === undefined) throw new NotSeenError('the annotation specs have no label for segmentation');
  const path = await annofab.files.upload({ project_id, data: PNG, contentType: 'image/png' }, { signal });
  const detail = {
    _type: 'Create' as const,
    annotation_id: `${run}-annotation`,
    label_id: label.label_id,
    body: { _type: 'Outer' as const, path },
    additional_data_list: [],
    editor_props: {},
  };
  const ids = { project_id, task_id, input_data_id };
  const frame = { ...ids, format_version: '2.0.0' as const, details: [detail] };
  await annofab.putAnnotation({ ...ids, query: { v: 2 }, body: frame }, { signal });
  const written = await annofab.getEditorAnnotation({ ...ids, query: { v: 2 } }, { signal });
  const [first] = written.details;
  const body = first !== undefined && 'body' in first ? first.body : undefined;
  if (body?._type !== 'Outer') throw new NotSeenError('the annotation has no file');
  return body.url;
}
