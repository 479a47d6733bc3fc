import type { LedgerEntry } from '../../../lib/deliveries/ledger/entry.ts';
import type { FiredEvent } from '../events.ts';
import type { LogIndex } from './log-index.ts';

/** A violation of the promises, with the records of the delivery. */
export interface Finding {
  /** `lost`: an event does not have its effect. `double`: an effect exists twice or belongs to no event. */
  readonly kind: 'lost' | 'double';
  readonly delivery: string;
  readonly key: string;
  readonly what: string;
  readonly ledger?: LedgerEntry;
  /** The functions' log lines about the delivery. */
  readonly log: readonly string[];
}

/** Creates findings, with the ledger entry and the log lines of the delivery. */
export type FindingFactory = (kind: Finding['kind'], fired: FiredEvent, what: string) => Finding;

export function createFindingFactory(ledger: ReadonlyMap<string, LedgerEntry>, logIndex: LogIndex): FindingFactory {
  return (kind, { key, label }, what) => {
    const entry = ledger.get(key);
    return { kind, delivery: label, key, what, ...(entry && { ledger: entry }), log: logIndex.of(key) };
  };
}
