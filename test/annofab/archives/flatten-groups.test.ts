import { describe, expect, it } from 'vitest';
import { flattenGroups } from '../../../lib/annofab/archives/flatten-groups.ts';
import { failureOf } from '../support.ts';
import { collect } from './samples.ts';

/** Groups that record when they end. */
function groupsOf(...lists: (readonly number[])[]) {
  const log: string[] = [];
  async function* groups(): AsyncGenerator<Iterable<number>, void, undefined> {
    try {
      for (const list of lists) {
        await Promise.resolve();
        yield list;
      }
      log.push('read to the end');
    } finally {
      log.push('closed');
    }
  }
  return { groups: groups(), log };
}

const toValue = (item: number) => (item < 0 ? undefined : { item });

function failAt2(item: number) {
  if (item === 2) throw new RangeError('two');
  return { item };
}

describe('flattenGroups', () => {
  it('yields what the function makes of each item, without what it leaves out', async () => {
    const { groups, log } = groupsOf([], [1, -1, 2], [], [-1], [3], []);
    expect(await collect(flattenGroups(groups, toValue))).toEqual([{ item: 1 }, { item: 2 }, { item: 3 }]);
    expect(log).toEqual(['read to the end', 'closed']);
  });

  it('answers calls that do not wait for each other in their order', async () => {
    const values = flattenGroups(groupsOf([1, 2], [3]).groups, toValue);
    const answers = await Promise.all(Array.from({ length: 5 }, () => values.next()));
    expect(answers.map(({ value }) => value?.item)).toEqual([1, 2, 3, undefined, undefined]);
    expect(answers.map(({ done }) => done)).toEqual([false, false, false, true, true]);
  });

  it.each([
    ['within a group', [1, 2, 3]],
    ['at the begin of a group', [2, 3]],
  ])('throws what the function throws %s, closes the groups, and is done', async (_, list) => {
    const { groups, log } = groupsOf(list);
    const values = flattenGroups(groups, failAt2);
    expect(await failureOf(collect({ [Symbol.asyncIterator]: () => values }))).toBeInstanceOf(RangeError);
    expect(log).toEqual(['closed']);
    expect(await values.next()).toEqual({ done: true, value: undefined });
  });

  it('closes the groups when the consumer leaves', async () => {
    const { groups, log } = groupsOf([1, 2], [3]);
    for await (const { item } of flattenGroups(groups, toValue)) if (item === 1) break;
    expect(log).toEqual(['closed']);
  });

  it('closes the groups when the consumer throws into it, and throws that', async () => {
    const { groups, log } = groupsOf([1, 2]);
    const values = flattenGroups(groups, toValue);
    await values.next();
    expect(await failureOf(values.throw(new RangeError('enough')))).toBeInstanceOf(RangeError);
    expect(log).toEqual(['closed']);
    expect(await values.next()).toEqual({ done: true, value: undefined });
  });
});
