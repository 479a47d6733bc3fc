import { describe, expect, it } from 'vitest';
import { FORMATS, shardsOf } from '../../lib/datasets/index.ts';
import { box, maskAnnotation, maskOf, points } from './support/archive.ts';
import { convertFrames } from './support/convert.ts';
import { specs } from './support/specs.ts';

/** Frames of 50 tasks, with something of every kind; more than two blocks. */
const frames = Array.from({ length: 2_300 }, (_, n) => ({
  task_id: `task-${n % 50}`,
  input_data_id: `input-${n}`,
  annotations:
    n % 3 === 0
      ? []
      : [
          { label: 'car', data: box(n % 90, 10, (n % 90) + 10, 20), attributes: { occluded: n % 2 === 0 } },
          { label: 'building', data: points(0, 0, n % 40, 0, 0, 5) },
          { label: 'plane', data: box(0, 0, 1, 1) },
          ...(n % 100 === 1 ? [maskAnnotation('person', maskOf('.#', '##'))] : []),
        ],
}));

describe('the shards of an archive', () => {
  it('cover every frame once, in whole blocks', () => {
    expect(shardsOf(2_300, 1)).toEqual([
      { index: 0, start: 0, end: 1_000 },
      { index: 1, start: 1_000, end: 2_000 },
      { index: 2, start: 2_000, end: 2_300 },
    ]);
    expect(shardsOf(0, 1_000)).toEqual([{ index: 0, start: 0, end: 0 }]);
    expect(shardsOf(2_000, 1_500)).toHaveLength(1);
  });

  it.each(Object.entries(FORMATS))(
    'change nothing in a dataset in the form of %s, however many there are',
    async (_name, format) => {
      const options = { specs: specs(), split: { ratios: { train: 2, val: 1 } } };
      const [one, three] = [
        await convertFrames(frames, format({}), { ...options, framesPerShard: 10_000 }),
        await convertFrames(frames, format({}), { ...options, framesPerShard: 1_000 }),
      ];
      expect(three.report).toEqual(one.report);
      expect([...three.files.keys()].sort()).toEqual([...one.files.keys()].sort());
      for (const [path, content] of one.files)
        expect([path, three.files.get(path)?.equals(content)]).toEqual([path, true]);
    },
  );
});
