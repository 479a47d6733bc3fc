import type { LogLine } from '../lambda/index.ts';

/** What the functions wrote, by delivery. */
export interface Journal {
  readonly add: (line: LogLine) => void;
  /** The lines of a delivery, oldest first. */
  of(deliveryKey: string): readonly string[];
  /** How many lines have this field with this value. */
  count(field: string, value: string): number;
}

const counted = /"(?:error_name|outcome)":"[^"]*"/g;

export function createJournal(): Journal {
  const lines = new Map<string, string[]>();
  const counts = new Map<string, number>();
  return {
    add({ text }) {
      for (const [field] of text.matchAll(counted)) counts.set(field, (counts.get(field) ?? 0) + 1);
      const [, key] = /"delivery_key":"([0-9a-f]{64})"/.exec(text) ?? [];
      if (key === undefined) return;
      const known = lines.get(key);
      if (known === undefined) lines.set(key, [text]);
      else known.push(text);
    },
    of: (key) => lines.get(key) ?? [],
    count: (field, value) => counts.get(`"${field}":"${value}"`) ?? 0,
  };
}
