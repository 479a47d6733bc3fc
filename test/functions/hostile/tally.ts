/** Counts how calls were answered. */
export interface Tally {
  count(answer: string): void;
  of(answer: string): number;
  /** For people: how many there were, and how many of each. */
  toString(): string;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    count: (answer) => void counts.set(answer, (counts.get(answer) ?? 0) + 1),
    of: (answer) => counts.get(answer) ?? 0,
    toString() {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const lines = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
      return [`${total} requests`, ...lines.map(([answer, count]) => `  ${String(count).padStart(7)}  ${answer}`)].join(
        '\n',
      );
    },
  };
}
