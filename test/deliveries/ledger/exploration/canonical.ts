import type { LedgerEntry } from '../../../../lib/deliveries/ledger/entry.ts';
import { NOW, OWN } from './programs.ts';

/** Numbers for values that are equal by their JSON, so that states are small and quick to compare. */
export class Interned<T> {
  readonly #ids = new Map<string, number>();
  readonly #values: T[] = [];

  id(value: T): number {
    const key = JSON.stringify(value) ?? '';
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#values.push(value) - 1;
    this.#ids.set(key, id);
    return id;
  }

  all(): readonly T[] {
    return this.#values;
  }

  at(id: number): T {
    const value = this.#values[id];
    if (value === undefined) throw new Error(`nothing has the number ${id}`);
    return value;
  }
}

/** Its holder's invocation has ended or crashed. */
export const ORPHANED = 'orphaned';
/** Of a lease that has run out. */
const PAST = NOW - 1;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A wait that is longer than this is a chain of messages: those may arrive early. */
const CHAIN_MS = HOUR_MS / 2;

/**
 * The entry without what no rule reads: texts, and numbers that only grow. Two entries that the rules cannot tell apart are
 * equal.
 */
export function canonical(entry: LedgerEntry): LedgerEntry {
  const { reason, deferrals, tries, source, ...rest } = entry;
  return {
    ...rest,
    source: 'webhook',
    tries: 0,
    deferrals: {},
    effects: Object.fromEntries(
      Object.keys(entry.effects)
        .sort()
        .map((name) => [name, '']),
    ),
  };
}

/** The entry as a worker sees it: the lease is its own, or another's. */
export function seenBy(entry: LedgerEntry, holder: string): LedgerEntry {
  return entry.lease?.id === holder ? { ...entry, lease: { ...entry.lease, id: OWN } } : entry;
}

export function writtenBy(entry: LedgerEntry, holder: string): LedgerEntry {
  return canonical(entry.lease?.id === OWN ? { ...entry, lease: { ...entry.lease, id: holder } } : entry);
}

export function orphaned(entry: LedgerEntry, holder: string): LedgerEntry {
  return entry.lease?.id === holder ? { ...entry, lease: { ...entry.lease, id: ORPHANED } } : entry;
}

export function runOut(entry: LedgerEntry, holder: string): LedgerEntry {
  return entry.lease?.id === holder ? { ...entry, lease: { ...entry.lease, until: PAST } } : entry;
}

export function hasLiveLease({ lease }: LedgerEntry, holder: string): boolean {
  return lease?.id === holder && lease.until > NOW;
}

/** When a message arrives: at its time, before it, or when it has been deferred for 24 hours. */
export type Arrival = 'due' | 'early' | 'a day late';

/** A message without its counters; its times are tokens. */
export function canonicalBody(body: string): string {
  const { deferrals, not_before, first_deferred_at, ...rest }: Record<string, unknown> = JSON.parse(body);
  return JSON.stringify({
    ...rest,
    ...(first_deferred_at !== undefined && {
      first_deferred_at: Date.parse(String(first_deferred_at)) < NOW ? 'a day ago' : 'today',
    }),
    ...(not_before !== undefined && { not_before: Date.parse(String(not_before)) - NOW > CHAIN_MS ? 'chain' : 'soon' }),
  });
}

export function arrivalsOf(body: string): { readonly arrival: Arrival; readonly kind: 'normal' | 'free' | 'fault' }[] {
  const { not_before, first_deferred_at }: Record<string, unknown> = JSON.parse(body);
  return [
    { arrival: 'due', kind: 'normal' },
    ...(not_before === 'chain' ? [{ arrival: 'early', kind: 'free' } as const] : []),
    ...(first_deferred_at === 'today' ? [{ arrival: 'a day late', kind: 'fault' } as const] : []),
  ];
}

export function concreteBody(body: string, arrival: Arrival): string {
  const { not_before, first_deferred_at, ...rest }: Record<string, unknown> = JSON.parse(body);
  const first = arrival === 'a day late' || first_deferred_at === 'a day ago' ? NOW - DAY_MS : NOW;
  const notBefore = arrival === 'early' ? NOW + HOUR_MS : NOW;
  return JSON.stringify({
    ...rest,
    ...(first_deferred_at !== undefined && { first_deferred_at: new Date(first).toISOString() }),
    ...(not_before !== undefined && { not_before: new Date(notBefore).toISOString() }),
  });
}
