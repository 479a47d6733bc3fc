import type { LogLine } from '../../lambda/index.ts';

/** The functions' log lines by delivery. */
export interface LogIndex {
  readonly add: (line: LogLine) => void;
  /** The lines of a delivery, oldest first. */
  of(deliveryKey: string): readonly string[];
  /** How many tries of a delivery ended in a way that an effect may have been applied without being recorded. */
  interruptions(deliveryKey: string): number;
}

const STARTED = /"message":"Delivery processing started"/;
const ENDED =
  /"message":"(Delivery (processed|skipped|deferred|failed)|Message (processing failed|sent to the dead-letter queue))/;
/** Another worker had taken over the delivery, the time was up, or the ledger failed. */
const UNRECORDED = /"error_name":"(LeaseLostError|OutOfTimeError)"|"counter":"ledger"/;

export function createLogIndex(): LogIndex {
  const lines = new Map<string, string[]>();
  return {
    add({ text }) {
      const [, key] = /"delivery_key":"([0-9a-f]{64})"/.exec(text) ?? [];
      if (key === undefined) return;
      const known = lines.get(key);
      if (known === undefined) lines.set(key, [text]);
      else known.push(text);
    },
    of: (key) => lines.get(key) ?? [],
    interruptions(key) {
      const tries = Map.groupBy(lines.get(key) ?? [], (line) => /"function_request_id":"([^"]+)"/.exec(line)?.[1]);
      return [...tries.values()].filter(wasInterrupted).length;
    },
  };
}

/** A killed try has a start without an end. */
function wasInterrupted(invocation: readonly string[]): boolean {
  const has = (pattern: RegExp) => invocation.some((line) => pattern.test(line));
  return has(STARTED) && (!has(ENDED) || has(UNRECORDED));
}
