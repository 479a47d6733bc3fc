import { expect, it } from 'vitest';
import { openSimpleArchive, tracksOf } from '../../../lib/annofab/index.ts';
import { makeZip } from './make-zip.ts';
import { collect, detail, framePart } from './samples.ts';

it('tracksOf groups the annotations of a task by tracking id, in the order of the frames', async () => {
  const one = (annotation_id: string, track: unknown) =>
    detail(null, { annotation_id, attributes: { 'object id': track } });
  const parts = [
    framePart('t', 'f1', [one('a1', 'car-1'), one('b1', 'car-2'), one('c1', ''), detail(7)]),
    framePart('t', 'f2', [one('b2', 'car-2'), one('d2', null)]),
    framePart('t', 'f3', [one('a3', 'car-1')]),
  ];
  await using archive = await openSimpleArchive({ bytes: makeZip(parts) });
  const [task] = await collect(archive.tasks());
  const tracks = [...tracksOf(task?.frames ?? [], 'object id')].map(([id, track]) => [
    id,
    track.map(({ frame, detail }) => `${frame.input_data_id}/${detail.annotation_id}`),
  ]);
  expect(tracks).toEqual([
    ['car-1', ['f1/a1', 'f3/a3']],
    ['car-2', ['f1/b1', 'f2/b2']],
  ]);
});
