/** Counts by name. */
export interface Counter {
  add(name: string): void;
  get(name: string): number;
  /** Sorted by name, so that the order of the frames does not matter. */
  counts(): Readonly<Record<string, number>>;
}

export function createCounter(): Counter {
  const counts = new Map<string, number>();
  return {
    add: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    get: (name) => counts.get(name) ?? 0,
    counts: () => Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
