import type { LogLine } from '../lambda/index.ts';

/** What the functions wrote, by delivery. */
export interface Journal {
  readonly add: (line: LogLine) => void;
  /** The lines of a delivery, oldest first. */
  of(deliveryKey: string): readonly string[];
  /** How often a worker was interrupted by what may leave an effect behind that it did not note down. */
  readonly interruptions: number;
}

/** The delivery had been taken over, the time was up, or the ledger failed. */
const interruption = /"error_name":"(LeaseLostError|OutOfTimeError)"|"counter":"ledger"/;

export function createJournal(): Journal {
  const lines = new Map<string, string[]>();
  let interruptions = 0;
  return {
    add({ text }) {
      if (interruption.test(text)) interruptions += 1;
      const [, key] = /"delivery_key":"([0-9a-f]{64})"/.exec(text) ?? [];
      if (key === undefined) return;
      const known = lines.get(key);
      if (known === undefined) lines.set(key, [text]);
      else known.push(text);
    },
    of: (key) => lines.get(key) ?? [],
    get interruptions() {
      return interruptions;
    },
  };
}
