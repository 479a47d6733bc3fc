import type { ZipPart } from './make-zip.ts';

/** One annotation of a frame in the Simple format. */
export const detail = (data: unknown, fields: Record<string, unknown> = {}) => ({
  label: 'car',
  annotation_id: 'a1',
  data,
  attributes: {},
  ...fields,
});

/** One annotation of a frame in the Full format. */
export const fullDetail = (annotation_type: string, data: unknown, fields: Record<string, unknown> = {}) => ({
  annotation_id: 'a1',
  user_id: 'taro',
  label_id: 'label-1',
  label_name: inLanguages('car'),
  annotation_type,
  data_holding_type: 'inner',
  data,
  additional_data_list: [],
  ...fields,
});

export const inLanguages = (message: string) => ({ messages: [{ lang: 'en-US', message }], default_lang: 'ja-JP' });

/** The JSON of a frame, in either format. */
export function frameJson(
  task_id: string,
  input_data_id: string,
  details: readonly unknown[] = [],
  fields = {},
): string {
  return JSON.stringify({
    project_id: 'p1',
    annotation_format_version: '1.2.0',
    task_id,
    task_phase: 'acceptance',
    task_phase_stage: 1,
    task_status: 'complete',
    input_data_id,
    input_data_name: `./images/${input_data_id}.png`,
    details,
    updated_datetime: '2019-08-22T12:36:10.25+09:00',
    ...fields,
  });
}

/** The entry of a frame. */
export function framePart(task_id: string, input_data_id: string, details: readonly unknown[] = []): ZipPart {
  return { path: `${task_id}/${input_data_id}.json`, content: frameJson(task_id, input_data_id, details) };
}

export const mask = Buffer.from('89504e470d0a1a0a', 'hex');

/** As Annofab's: directories, tasks in no order, masks without an extension, a folder that an old version left behind. */
export const sampleParts: readonly ZipPart[] = [
  { path: 'task.2/' },
  { path: 'task-1/' },
  framePart('task-1', 'in.put-1', [detail({ _type: 'Segmentation', data_uri: 'mask-1' }, { annotation_id: 'mask-1' })]),
  framePart('task.2', 'video.mp4', [detail({ _type: 'Range', begin: 10, end: 2_500.5 })]),
  { path: 'task-1/.__tests__data__lenna.png/' },
  { path: 'task-1/.__tests__data__lenna.png/mask-1', content: 'stray' },
  { path: 'task-1/in.put-1/mask-1', content: mask },
  framePart('task-1', 'input-0'),
  { path: 'readme.txt', content: 'no frame' },
];

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
