import type { DeliveryState, Lease, LedgerEntry, NewDelivery } from './entry.ts';

/*
 * The life of a delivery:
 *
 *   received ──▶ queued ──▶ processing ──▶ done | skipped | dead
 *                  ▲            │
 *                  └────────────┘ deferred, or failed and received again
 *
 * `received` says that a message is still to be sent, `queued` that one was. A worker may be faster than the record that its
 * message was sent, so it can claim a `received` delivery too. An operator redrives a dead delivery to `received`, or dismisses
 * it to `skipped`.
 *
 * Each function decides, for an entry or for none, what the answer is and what is to be written. It does nothing itself; the
 * ledger makes sure that the entry is still the one that was decided upon.
 */

export interface Decision<Answer> {
  readonly answer: Answer;
  /** The new entry; without it nothing is written. */
  readonly write?: LedgerEntry;
}

/** Retention after the last write. */
const RETENTION_SECONDS = 30 * 24 * 60 * 60;

/** How a worker's work on a delivery ended. */
export type WorkResult =
  | { readonly state: 'done' }
  | { readonly state: 'skipped'; readonly reason: string }
  | { readonly state: 'dead'; readonly reason: string }
  /** It will be received again: it failed, or was deferred (then with its new counts). */
  | { readonly state: 'queued'; readonly reason: string; readonly deferrals?: LedgerEntry['deferrals'] };

export type Claim =
  | { readonly kind: 'claimed'; readonly entry: LedgerEntry; readonly lease: Lease }
  /** Another worker is processing it, until then at the latest (milliseconds since 1970). */
  | { readonly kind: 'busy'; readonly until: number }
  | { readonly kind: 'finished'; readonly state: DeliveryState };

/** The answer to an operator's request. */
export type Replay = 'redriven' | 'dismissed' | 'busy' | 'finished' | 'unknown';

/** A delivery arrived: whether a message is to be sent for it. Not if one is known to have been sent. */
export function receive(
  entry: LedgerEntry | undefined,
  delivery: NewDelivery,
  now: number,
): Decision<{ readonly send: boolean }> {
  if (entry !== undefined) return { answer: { send: entry.state === 'received' } };
  return { answer: { send: true }, write: begun(delivery, now) };
}

/** Its message was sent. If a worker has claimed it by now, there is nothing to record. */
export function queued(entry: LedgerEntry | undefined, now: number): Decision<void> {
  if (entry?.state !== 'received') return { answer: undefined };
  return { answer: undefined, write: { ...changed(entry, now), state: 'queued' } };
}

/** A worker wants to process it. A worker whose lease has expired is dead, and the delivery is taken over. */
export function claim(
  entry: LedgerEntry | undefined,
  { delivery, lease }: { delivery: NewDelivery; lease: Lease },
  now: number,
): Decision<Claim> {
  const current = entry ?? begun(delivery, now);
  if (isFinished(current)) return { answer: { kind: 'finished', state: current.state } };
  const other = liveLease(current, now);
  if (other !== undefined) return { answer: { kind: 'busy', until: other.until } };
  const write: LedgerEntry = { ...changed(current, now), state: 'processing', lease, tries: current.tries + 1 };
  return { answer: { kind: 'claimed', entry: write, lease }, write };
}

/** The work ended: `false` when another worker has the lease by now, whose entry must not be overwritten. */
export function record(
  entry: LedgerEntry | undefined,
  { leaseId, result }: { leaseId: string; result: WorkResult },
  now: number,
): Decision<boolean> {
  if (entry === undefined || !holds(entry, leaseId)) return { answer: false };
  return { answer: true, write: { ...changed(entry, now), ...result } };
}

/** An effect that must not happen twice has happened: `false` when another worker has the lease by now. */
export function markEffect(
  entry: LedgerEntry | undefined,
  { leaseId, effect }: { leaseId: string; effect: string },
  now: number,
): Decision<boolean> {
  if (entry === undefined || !holds(entry, leaseId)) return { answer: false };
  const effects = { ...entry.effects, [effect]: new Date(now).toISOString() };
  return { answer: true, write: { ...entry, ...stamps(now), effects } };
}

/** An operator wants it sent again. Its tries and deferrals are counted from zero; the effects of `once` stay applied. */
export function redrive(entry: LedgerEntry | undefined, now: number): Decision<Replay> {
  const refusal = refusalOf(entry, now);
  if (entry === undefined || refusal !== undefined) return { answer: refusal ?? 'unknown' };
  const write: LedgerEntry = { ...changed(entry, now), state: 'received', source: 'replay', tries: 0, deferrals: {} };
  return { answer: 'redriven', write };
}

/** An operator wants it closed without further work. */
export function dismiss(entry: LedgerEntry | undefined, { reason }: { reason: string }, now: number): Decision<Replay> {
  const refusal = refusalOf(entry, now);
  if (entry === undefined || refusal !== undefined) return { answer: refusal ?? 'unknown' };
  return { answer: 'dismissed', write: { ...changed(entry, now), state: 'skipped', reason } };
}

function refusalOf(entry: LedgerEntry | undefined, now: number): 'busy' | 'finished' | undefined {
  if (entry === undefined) return undefined;
  if (entry.state !== 'dead' && isFinished(entry)) return 'finished';
  return liveLease(entry, now) === undefined ? undefined : 'busy';
}

/** The entry of a delivery that has just arrived. */
export function begun(delivery: NewDelivery, now: number): LedgerEntry {
  return { ...delivery, state: 'received', ...stamps(now), tries: 0, deferrals: {}, effects: {} };
}

/** The entry without the fields of its current state alone. */
function changed({ reason, lease, ...entry }: LedgerEntry, now: number): LedgerEntry {
  return { ...entry, ...stamps(now) };
}

function stamps(now: number): Pick<LedgerEntry, 'changedAt' | 'expiresAt'> {
  return { changedAt: new Date(now).toISOString(), expiresAt: Math.floor(now / 1_000) + RETENTION_SECONDS };
}

/** Nothing is left to do for a worker. A dead delivery waits for an operator. */
export function isFinished({ state }: LedgerEntry): boolean {
  return state === 'done' || state === 'skipped' || state === 'dead';
}

function liveLease({ lease }: LedgerEntry, now: number): Lease | undefined {
  return lease !== undefined && lease.until > now ? lease : undefined;
}

/**
 * An entry has a lease only while it is processed. An expired lease is held until another worker takes over: until then the
 * result of the work still counts.
 */
function holds({ lease }: LedgerEntry, leaseId: string): boolean {
  return lease?.id === leaseId;
}
