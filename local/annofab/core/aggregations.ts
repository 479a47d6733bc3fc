import type { CountResult } from '../../../lib/annofab/api-description.ts';

/** Annofab counts no more groups than this. */
const MAX_GROUPS = 10_000;

/**
 * How many of a list's items share each value of a field, the most frequent first. Items without a value are not
 * counted.
 *
 * @param field its path in an item, dots between the names: the result is called after the last of them
 * @param within how each group is counted further
 */
export function countBy<T>(
  items: readonly T[],
  field: string,
  valuesOf: (item: T) => string | readonly string[] | null | undefined,
  within: (group: readonly T[]) => CountResult[] = () => [],
): CountResult {
  const groups = new Map<string, T[]>();
  let counted = 0;
  for (const item of items) {
    const values = new Set([valuesOf(item) ?? []].flat());
    if (values.size > 0) counted += 1;
    for (const value of values) {
      const group = groups.get(value);
      if (group) group.push(item);
      else groups.set(value, [item]);
    }
  }
  const largestFirst = [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, MAX_GROUPS);
  return {
    _type: 'CountResult',
    name: `${field.split('.').at(-1)}_count`,
    field,
    doc_count: counted,
    items: largestFirst.map(([key, group]) => ({ key, count: group.length, aggregations: within(group) })),
  };
}
