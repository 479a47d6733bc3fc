import type { CountResult } from '../../../lib/annofab/api-description.ts';

/** Annofab's limit of groups of an answer, nested ones included. */
const MAX_GROUPS = 10_000;

/**
 * Counts how many items share each value of a field, the most frequent first. Items without a value are not counted.
 *
 * @param field the path of the field with dots; the result is named after its last part
 * @param within the counts within each group
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
  const largestFirst = [...groups].sort(([, a], [, b]) => b.length - a.length);
  return {
    _type: 'CountResult',
    name: `${field.split('.').at(-1)}_count`,
    field,
    doc_count: counted,
    items: largestFirst.map(([key, group]) => ({ key, count: group.length, aggregations: within(group) })),
  };
}

/** Counts within Annofab's limit: earlier ones and outer groups first, what does not fit is left out. */
export function limitGroups(counts: readonly CountResult[], max = MAX_GROUPS): CountResult[] {
  let left = max;
  const fit = (count: CountResult): CountResult => {
    const items = count.items.slice(0, left);
    left -= items.length;
    return { ...count, items: items.map((item) => ({ ...item, aggregations: item.aggregations?.map(fit) ?? [] })) };
  };
  return counts.map(fit);
}
