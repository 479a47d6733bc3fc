import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { ExactNumber } from '../../../lib/core/numbers/exact-number.ts';
import { attributeCell } from '../../../lib/datasets/formats/parquet/cells.ts';
import { categoriesNamed, FORMATS } from '../../../lib/datasets/index.ts';
import { box, maskAnnotation, maskOf, points } from '../support/archive.ts';
import { convertFrames } from '../support/convert.ts';
import { specs } from '../support/specs.ts';

const cuboid = {
  dimensions: { width: 2, height: 1.5, depth: 4 },
  location: { x: 10, y: 3, z: 0.5 },
  rotation: { x: 0, y: 0, z: 0.1 },
};

/** The mask says how large the image is: the shapes in front of it lie inside. */
const EMPTY_ROWS = ['.....', '.....', '.....'];

const annotations = [
  { label: 'car', data: box(1, 2, 4, 6), attributes: { occluded: true, track: 't-1' } },
  { label: 'car', data: box(0, 0, 1, 1), attributes: { occluded: 'perhaps' } },
  { label: 'lane', data: points(0, 0, 4, 4) },
  maskAnnotation('person', maskOf('.#...', '##...', '#....', ...EMPTY_ROWS)),
  { label: 'scene', data: { _type: 'Range', begin: 100, end: 2_500 } },
  { label: 'truck', data: { _type: 'Unknown', data: JSON.stringify({ kind: 'CUBOID', shape: cuboid, version: '2' }) } },
];

const bytesOf = (content: Buffer | undefined): ArrayBuffer => Uint8Array.from(content ?? []).buffer;
const rowsOf = async (content: Buffer | undefined) => await parquetReadObjects({ file: bytesOf(content) });

describe('a dataset in Parquet', () => {
  it('has a row for each annotation, with nothing for what its shape does not have', async () => {
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations }];
    const { files, report } = await convertFrames(frames, FORMATS.parquet(), { specs: specs() });
    const rows = await rowsOf(files.get('train.parquet'));
    expect(rows).toMatchObject([
      { shape: 'box', left: 1, top: 2, right: 4, bottom: 6, area: 12, points: undefined, 'attribute.occluded': true },
      { shape: 'box', 'attribute.occluded': null, attributes: { occluded: 'perhaps' } },
      { shape: 'polyline', points: [0, 0, 4, 4], label: 'lane', category: 4 },
      { shape: 'mask', rle: '1230c0', area: 4, width: 5, height: 6 },
      { shape: 'range', begin_ms: 100, end_ms: 2_500 },
      { shape: 'cuboid', x: 10, y: 3, z: 0.5, cuboid_width: 2, cuboid_depth: 4, rotation_z: 0.1 },
    ]);
    expect(rows[0]).toMatchObject({ file_name: 'task-1/input-1.png', attributes: { occluded: true, track: 't-1' } });
    expect(report.annotations).toEqual({ written: 6, dropped: 0, not_selected: 0 });
  });

  it('has every digit of a whole number in the attributes', async () => {
    const attributes = { level: new ExactNumber('9223372036854775807') };
    const annotation = { label: 'car', data: box(0, 0, 1, 1), attributes };
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations: [annotation] }];
    const { files } = await convertFrames(frames, FORMATS.parquet(), { specs: specs() });
    expect(String(files.get('train.parquet'))).toContain('{"level":9223372036854775807}');
  });

  it('has the nearest number in the column of an attribute, and nothing that is no number', () => {
    const [category] = categoriesNamed(['car']);
    const cellOf = (level: unknown) =>
      category &&
      attributeCell(
        { annotation_id: 'a0', category, shape: { type: 'classification' }, attributes: { level } },
        { name: 'level', values: 'number' },
      );
    const values = [3, new ExactNumber('9223372036854775807'), new ExactNumber('1e400'), 'high'];
    expect(values.map(cellOf)).toEqual([3, 2 ** 63, undefined, undefined]);
  });

  it('leaves out a segment whose indices do not fit into 32 bits, and writes the others', async () => {
    const segment = (id: string, index: number) => ({
      ...{ id, label: 'tree', data: { _type: 'Unknown', data: `./input-1/${id}` } },
      outer: Buffer.from(JSON.stringify({ kind: 'SEGMENT', points: [index], version: '1' })),
    });
    const annotations = [segment('a', 2 ** 31), segment('b', 2 ** 31 - 1)];
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations }];
    const { files, report } = await convertFrames(frames, FORMATS.parquet(), { specs: specs() });
    expect(await rowsOf(files.get('train.parquet'))).toMatchObject([{ point_indices: [2 ** 31 - 1] }]);
    expect(report.dropped).toMatchObject([{ reason: 'unreadable', first: { annotation_id: 'a' } }]);
  });

  it('has a row group for each block of frames, with the lowest and the highest value of each column', async () => {
    const frames = Array.from({ length: 2_500 }, (_, n) => ({
      ...{ task_id: `task-${n % 7}`, input_data_id: `input-${n}` },
      annotations: [{ label: 'car', data: box(n, 0, n + 10, 10) }],
    }));
    const { files } = await convertFrames(frames, FORMATS.parquet(), { specs: specs(), framesPerShard: 1_000 });
    const { row_groups, num_rows } = parquetMetadata(bytesOf(files.get('train.parquet')));
    expect([num_rows, row_groups.map((group) => group.num_rows)]).toEqual([2_500n, [1_000n, 1_000n, 500n]]);
    const left = row_groups.map(({ columns }) =>
      columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === 'left'),
    );
    expect(left.map((column) => column?.meta_data?.statistics)).toMatchObject([
      { min_value: -0, max_value: 999 },
      { min_value: 1_000, max_value: 1_999 },
      { min_value: 2_000, max_value: 2_499 },
    ]);
    const rows = await rowsOf(files.get('train.parquet'));
    expect(rows.map(({ input_data_id }) => input_data_id)).toEqual(frames.map(({ input_data_id }) => input_data_id));
  });

  it('can be read when a part has no rows', async () => {
    const { files } = await convertFrames([{ task_id: 't', input_data_id: 'i', annotations: [] }], FORMATS.parquet());
    expect(await rowsOf(files.get('train.parquet'))).toEqual([]);
  });
});
