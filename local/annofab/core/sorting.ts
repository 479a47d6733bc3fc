import { invalidQuery } from './errors.ts';

/** The value to sort by; items without one come last in either direction. */
export type SortKey<T> = (item: T) => string | number | boolean | null | undefined;

/**
 * The order that a query such as `-updated_datetime,task_id` asks for: the first key counts most, a minus is descending.
 *
 * @param keyOf the key of a name
 * @throws Failure 400 for an unknown name
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
