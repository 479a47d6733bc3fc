import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { drawMask } from '../../../../local/annofab/seed/draw.ts';

/** A ZIP file as Annofab makes them: sizes behind the data. A path that ends in a slash is a directory. */
export async function makeZip(
  entries: readonly (readonly [path: string, content?: string | Buffer])[],
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [path, content = ''] of entries) {
    if (path.endsWith('/')) zip.addEmptyDirectory(path);
    else zip.addReadStream(Readable.from([Buffer.from(content)]), path);
  }
  zip.end();
  return await buffer(zip.outputStream);
}

/** As Annofab writes a frame: on one line, `_type` last. */
export function frameText(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    project_id: 'archive-project',
    annotation_format_version: '1.2.0',
    task_id: 'task.1',
    task_phase: 'acceptance',
    task_phase_stage: 1,
    task_status: 'complete',
    input_data_id: 'frame-1',
    input_data_name: './images/1.png',
    details: [],
    updated_datetime: '2019-08-22T12:36:10.25+09:00',
    ...fields,
  });
}

export const mask = drawMask(64, 48, [
  { x: 4, y: 4 },
  { x: 40, y: 8 },
  { x: 20, y: 40 },
]);

export const detail = (label: string, id: string, data: unknown, attributes: unknown = {}) => ({
  label,
  annotation_id: id,
  data,
  attributes,
});

/** The shape of a real one: two tasks, directories, all kinds of data, a stray folder of older times. */
export function sampleEntries(): [string, (string | Buffer)?][] {
  return [
    ['task.1/'],
    ['task-2/'],
    ['task.1/frame-1/'],
    [
      'task.1/frame-1.json',
      frameText({
        details: [
          detail('bird', 'b-1', {
            points: [
              { x: 1, y: 2 },
              { x: 3, y: 4 },
              { x: 5, y: 9 },
            ],
            _type: 'Points',
          }),
          detail('human', 'm-2', { data_uri: 'm-2', _type: 'SegmentationV2' }),
          detail('dog', 'm-1', { data_uri: 'm-1', _type: 'Segmentation' }),
          detail('eye', 'e-1', { point: { x: 25, y: 18.5 }, _type: 'SinglePoint' }),
          detail('leg', 'l-1', {
            points: [
              { x: 22, y: 29 },
              { x: 33, y: 41 },
            ],
            _type: 'Points',
          }),
          detail(
            'Cat',
            'c-1',
            { left_top: { x: 10, y: 7 }, right_bottom: { x: 36, y: 36 }, _type: 'BoundingBox' },
            {
              weight: 3,
              name: 'レナ',
              'link-eye': 'e-1',
              occluded: true,
              'object id': 'c-1',
              memo: '',
              note: null,
            },
          ),
          detail('climatic', 'label-climatic', { _type: 'Classification' }, { temparature: '20' }),
          detail('nothing', 'n-1', null),
        ],
      }),
    ],
    ['task.1/frame-1/m-1', mask],
    ['task.1/frame-1/m-2', mask],
    ['task.1/.images__1.png/'],
    ['task.1/.images__1.png/m-1', mask],
    [
      'task-2/frame-10.json',
      frameText({
        task_id: 'task-2',
        input_data_id: 'frame-10',
        input_data_name: '10.png',
        task_status: 'break',
        task_phase: 'inspection',
        task_phase_stage: 2,
        updated_datetime: undefined,
      }),
    ],
    [
      'task-2/frame-9.json',
      frameText({
        task_id: 'task-2',
        input_data_id: 'frame-9',
        input_data_name: '9.png',
        task_status: 'break',
        task_phase: 'inspection',
        task_phase_stage: 2,
        updated_datetime: undefined,
        details: [
          detail(
            'Cat',
            'c-2',
            { left_top: { x: 0, y: 0 }, right_bottom: { x: 1919, y: 1079 }, _type: 'BoundingBox' },
            { 'object id': 'c-1' },
          ),
        ],
      }),
    ],
  ];
}
