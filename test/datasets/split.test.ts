import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSplit } from '../../lib/datasets/index.ts';

const THIRDS = { train: 8, val: 1, test: 1 };
const tasks = (count: number) => Array.from({ length: count }, (_, index) => `task-${index}`);

describe('a split', () => {
  it('has everything in train by default', () => {
    expect(createSplit()).toMatchObject({ names: ['train'] });
    expect(createSplit().of('task-1')).toBe('train');
  });

  it('gives each part its share of many tasks', () => {
    const split = createSplit({ ratios: THIRDS });
    const counts = Object.entries(Object.groupBy(tasks(10_000), (task) => split.of(task)));
    const shares = Object.fromEntries(counts.map(([part, ids = []]) => [part, Math.round(ids.length / 100)]));
    expect(shares['train']).toBeGreaterThan(78);
    expect(shares['train']).toBeLessThan(82);
    expect(shares['val']).toBeGreaterThan(8);
    expect(shares['test']).toBeGreaterThan(8);
  });

  it('keeps every task where it was when tasks are added, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 40 }), (ids) => {
        const [before, after] = [createSplit({ ratios: THIRDS }), createSplit({ ratios: THIRDS })];
        const first = new Map(ids.slice(0, ids.length / 2).map((id) => [id, before.of(id)]));
        const second = new Map(ids.toReversed().map((id) => [id, after.of(id)]));
        for (const [id, part] of first) expect(second.get(id)).toBe(part);
      }),
    );
  });

  it('keeps tasks with the same metadata together', () => {
    const split = createSplit({ ratios: { a: 1, b: 1 }, by: { metadata: 'scene' } });
    const parts = new Set(tasks(50).map((task) => split.of(task, { scene: 'tunnel' })));
    expect(parts.size).toBe(1);
    const own = new Set(tasks(50).map((task) => split.of(task, {})));
    expect(own).toEqual(new Set(['a', 'b']));
  });

  it.each([
    [{}, 'at least one part'],
    [{ '../x': 1 }, 'letters, digits'],
    [{ files: 1 }, 'uses itself'],
    [{ train: 1, names: 1 }, 'uses itself'],
    [{ images: 1 }, 'uses itself'],
    [{ nul: 1 }, 'Windows'],
    [{ train: 1, Train: 1 }, 'Two parts are called train'],
    [{ train: 0 }, 'greater than 0'],
    [{ train: Number.NaN }, 'greater than 0'],
  ])('refuses %j', (ratios, reason) => {
    expect(() => createSplit({ ratios })).toThrow(reason);
  });
});
