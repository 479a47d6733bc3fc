import { expect, it } from 'vitest';
import { countBy, limitGroups } from '../../../../local/annofab/core/aggregations.ts';

it('an answer has 10,000 groups at most in total, nested ones included', () => {
  const items = Array.from({ length: 9_000 }, (_, index) => String(index));
  const ofHalf = (group: readonly string[]) => [countBy(group, 'half', () => 'same')];
  const counts = limitGroups([
    countBy(items, 'first', (item) => item, ofHalf),
    countBy(items, 'second', (item) => item),
  ]);
  const nested = counts[0]?.items.reduce((sum, { aggregations }) => sum + (aggregations?.[0]?.items.length ?? 0), 0);
  expect(counts.map(({ items: groups }) => groups.length)).toEqual([9_000, 0]);
  expect(nested).toBe(1_000);
  expect(counts[1]?.doc_count).toBe(9_000);
});
