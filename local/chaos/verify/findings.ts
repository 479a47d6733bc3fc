import type { LedgerEntry } from '../../../lib/deliveries/ledger/entry.ts';
import type { FiredEvent } from '../events.ts';
import type { LogIndex } from './log-index.ts';

/** Something that is not as it was promised, with what is known of the delivery. */
export interface Finding {
  /** `lost`: an event has not its effect. `double`: there is an effect that no event accounts for. */
  readonly kind: 'lost' | 'double';
  readonly delivery: string;
  readonly key: string;
  readonly what: string;
  readonly ledger?: LedgerEntry;
  /** What the functions wrote about it. */
  readonly log: readonly string[];
}

/** Says of events what is wrong with them. */
export type Judge = (kind: Finding['kind'], fired: FiredEvent, what: string) => Finding;

export function createJudge(ledger: ReadonlyMap<string, LedgerEntry>, logIndex: LogIndex): Judge {
  return (kind, { key, label }, what) => {
    const entry = ledger.get(key);
    return { kind, delivery: label, key, what, ...(entry && { ledger: entry }), log: logIndex.of(key) };
  };
}
