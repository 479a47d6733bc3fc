import { invalidQuery } from './errors.ts';

/** What to sort by; the items without it come last, whichever way the sort goes. */
export type SortKey<T> = (item: T) => string | number | boolean | null | undefined;

/**
 * How a list is sorted that is asked for by `-updated_datetime,task_id`: the first key counts most, a minus goes down.
 *
 * @param keyOf what a name stands for
 * @throws Failure 400 for a name that stands for nothing
 */
export function comparison<T>(
  sort: string | undefined,
  keyOf: (name: string) => SortKey<T> | undefined,
): (a: T, b: T) => number {
  const names = (sort ?? '').split(',').filter((name) => name !== '');
  const orders = names.map((name) => {
    const key = keyOf(name.replace(/^-/, ''));
    if (!key) throw invalidQuery(`sort has no key ${name.replace(/^-/, '')}`);
    return orderBy(key, name.startsWith('-') ? -1 : 1);
  });
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function orderBy<T>(key: SortKey<T>, direction: 1 | -1) {
  return (a: T, b: T): number => {
    const [left, right] = [key(a) ?? undefined, key(b) ?? undefined];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right ? -direction : direction;
  };
}
