import type { Stored } from './item.ts';

/** A process works on few deliveries at a time. What it forgets, it reads. */
const MAX_ENTRIES = 1_000;

/** What this process wrote last of each delivery: the best guess of what the table holds, without asking it. */
export interface LastWritten {
  put(stored: Stored): void;
  /** Removes it, so that a step that fails leaves no guess behind. */
  take(key: string): Stored | undefined;
}

export function createLastWritten(): LastWritten {
  const entries = new Map<string, Stored>();
  return {
    put(stored) {
      const [oldest] = entries.keys();
      if (entries.size >= MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
      entries.set(stored.entry.key, stored);
    },
    take(key) {
      const stored = entries.get(key);
      entries.delete(key);
      return stored;
    },
  };
}
