import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ByteSource, openSimpleArchive } from '../../../lib/annofab/archives/index.ts';
import { describeArchive, diffArchives } from '../../../lib/datasets/index.ts';
import { makeZip, type ZipPart } from '../../annofab/archives/make-zip.ts';
import { frameJson } from '../../annofab/archives/samples.ts';
import { box, type FrameSample, maskAnnotation, maskOf, openArchive, partsOf, points } from '../support/archive.ts';
import { specs } from '../support/specs.ts';

const frame = (task_id: string, input_data_id: string, labels: readonly string[], fields = {}): FrameSample => ({
  ...{ task_id, input_data_id, fields },
  annotations: labels.map((label) => ({ label, data: box(0, 0, 10, 10) })),
});

const WORKING = { task_phase: 'annotation', task_status: 'working' };

describe('describeArchive', () => {
  it('counts tasks by phase and status, and annotations by label and type', async () => {
    const archive = await openArchive([
      frame('t1', 'i1', ['car', 'car'], { updated_datetime: '2026-01-02T00:00:00.000+09:00' }),
      frame('t1', 'i2', ['person'], { updated_datetime: '2026-01-01T20:00:00.000+00:00' }),
      frame('t2', 'i3', [], { ...WORKING, updated_datetime: null }),
      {
        task_id: 't3',
        input_data_id: 'i4',
        annotations: [
          { label: 'lane', data: points(0, 0, 9, 9) },
          { label: 'car', data: 7 },
        ],
      },
    ]);
    expect(await describeArchive(archive)).toEqual({
      project_id: 'p1',
      frames: 4,
      annotations: 4,
      unreadable: 1,
      tasks: { all: 3, by_state: { 'acceptance/complete': 2, 'annotation/working': 1 } },
      labels: { car: 2, lane: 1, person: 1 },
      annotation_types: { BoundingBox: 3, Points: 1 },
      oldest_update: '2019-08-22T12:36:10.25+09:00',
      newest_update: '2026-01-01T20:00:00.000+00:00',
    });
  });

  it('takes the types of annotations from the annotation specs, and says which specs these are', async () => {
    const lane = { task_id: 't', input_data_id: 'i', annotations: [{ label: 'lane', data: points(0, 0, 9, 9) }] };
    const summary = await describeArchive(await openArchive([lane]), specs([['lane', 'polyline']]));
    expect(summary.annotation_types).toEqual({ polyline: 1 });
    expect(summary.specs?.format_version).toMatch(/^3/);
  });

  it('describes an archive without frames', async () => {
    expect(await describeArchive(await openArchive([]))).toMatchObject({ frames: 0, tasks: { all: 0 } });
  });
});

describe('diffArchives', () => {
  const before = [
    frame('same', 'i1', ['car']),
    frame('changed', 'i1', ['car', 'person']),
    frame('changed', 'i2', ['car']),
    frame('reopened', 'i1', ['car']),
    frame('removed', 'i1', ['sign']),
  ];
  const after = [
    frame('added', 'i1', ['person']),
    frame('changed', 'i1', ['car', 'car']),
    frame('changed', 'i2', ['car']),
    frame('reopened', 'i1', ['car'], WORKING),
    frame('same', 'i1', ['car']),
  ];
  const expected = {
    tasks: {
      added: ['added'],
      removed: ['removed'],
      changed: [
        { task_id: 'changed', before: 'acceptance/complete', after: 'acceptance/complete', frames: 1 },
        { task_id: 'reopened', before: 'acceptance/complete', after: 'annotation/working', frames: 1 },
      ],
      reopened: ['reopened'],
      unchanged: 1,
    },
    frames: { added: 1, removed: 1, changed: 2, unchanged: 2 },
    labels: [
      { label: 'car', before: 2, after: 3 },
      { label: 'person', before: 1, after: 1 },
      { label: 'sign', before: 1, after: 0 },
    ],
  };

  it('finds tasks that were added, removed, changed and re-opened, and counts labels before and after', async () => {
    expect(await diffArchives(await openArchive(before), await openArchive(after))).toEqual(expected);
  });

  it('finds nothing in the same archive', async () => {
    const { tasks, frames, labels } = await diffArchives(await openArchive(after), await openArchive(after));
    expect(frames).toEqual({ added: 0, removed: 0, changed: 0, unchanged: 5 });
    expect(tasks).toEqual({ added: [], removed: [], changed: [], reopened: [], unchanged: 4 });
    expect(labels).toEqual([]);
  });

  it('finds a frame of which only an outer file changed', async () => {
    const masked = (...rows: string[]) => [
      { task_id: 't', input_data_id: 'i', annotations: [maskAnnotation('car', maskOf(...rows))] },
    ];
    const { frames } = await diffArchives(await openArchive(masked('##', '..')), await openArchive(masked('..', '##')));
    expect(frames).toEqual({ added: 0, removed: 0, changed: 1, unchanged: 0 });
  });

  it('compares a ZIP with an extracted folder by content', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'extracted-'));
    for (const { path, content = '' } of after.flatMap(partsOf)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    }
    const folder = await openSimpleArchive({ directory });
    expect(await diffArchives(await openArchive(before), folder)).toEqual(expected);
    expect((await diffArchives(await openArchive(after), folder)).frames.unchanged).toBe(5);
  });

  it('reads only the directories and the frames that changed', async () => {
    const parts = (changed: number): ZipPart[] =>
      Array.from({ length: 40 }, (_, at) => ({
        path: `t${at}/i.json`,
        content: frameJson(`t${at}`, 'i', [], { filler: FILLER, version: at === changed ? 2 : 1 }),
      }));
    const [older, newer] = [countingSource(makeZip(parts(-1))), countingSource(makeZip(parts(20)))];
    const archives = [await openSimpleArchive({ source: older }), await openSimpleArchive({ source: newer })] as const;
    const [opened, size] = [newer.bytesRead(), newer.size];
    const { tasks } = await diffArchives(...archives);
    expect(tasks.changed.map(({ task_id }) => task_id)).toEqual(['t20']);
    expect(newer.bytesRead() - opened).toBeLessThan((size / 40) * 2);
    expect(older.bytesRead() - opened).toBeLessThan((size / 40) * 2);
  });
});

/** Does not become smaller in a ZIP. */
const FILLER = randomBytes(100_000).toString('latin1');

function countingSource(bytes: Buffer): ByteSource & { bytesRead(): number } {
  let read = 0;
  return {
    name: 'counted',
    size: bytes.length,
    async read(start, length) {
      read += length;
      return bytes.subarray(start, start + length);
    },
    async close() {},
    bytesRead: () => read,
  };
}
