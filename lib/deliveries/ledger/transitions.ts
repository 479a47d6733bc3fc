import type { DeliveryState, Lease, LedgerEntry, NewDelivery } from './entry.ts';

/*
 * The life of a delivery:
 *
 *   received ──▶ queued ──▶ processing ──▶ done | ignored | skipped | dead
 *                  ▲            │
 *                  └────────────┘ put off, or failed and handed back
 *
 * `received` says that a message has yet to be sent, `queued` that one was. A worker may be quicker than the note that its
 * message was sent, so it begins from `received` too. What is dead an operator brings back to `received`, or dismisses to
 * `skipped`.
 *
 * Each function tells, from an entry as it is or from none, what the answer is and what is to be written. It does nothing
 * itself; who writes makes sure that the entry is still the one that was decided upon.
 */

export interface Decision<Answer> {
  readonly answer: Answer;
  /** The entry as it is to be; without it nothing is written. */
  readonly write?: LedgerEntry;
}

/** So long an entry is kept after it was last written. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

/** How the work on a delivery ended. */
export type Settlement =
  | { readonly state: 'done' }
  | { readonly state: 'ignored' | 'skipped' | 'dead'; readonly reason: string }
  /** It comes again: it failed, or was put off (then with its counts as they are now). */
  | { readonly state: 'queued'; readonly reason: string; readonly deferrals?: LedgerEntry['deferrals'] };

export type Claim =
  | { readonly kind: 'claimed'; readonly entry: LedgerEntry; readonly lease: Lease }
  /** Another worker is at it, until then at the latest (milliseconds since 1970). */
  | { readonly kind: 'busy'; readonly until: number }
  | { readonly kind: 'finished'; readonly state: DeliveryState };

/** What became of an operator's wish. */
export type Replay = 'revived' | 'dismissed' | 'busy' | 'finished' | 'unknown';

/** A delivery came: whether a message is to be sent for it. It is not, once one is known to have been sent. */
export function receive(
  entry: LedgerEntry | undefined,
  delivery: NewDelivery,
  now: number,
): Decision<{ readonly send: boolean }> {
  if (entry !== undefined) return { answer: { send: entry.state === 'received' } };
  return { answer: { send: true }, write: begun(delivery, now) };
}

/** Its message was sent. A worker may have begun by now: then there is nothing to note. */
export function queued(entry: LedgerEntry | undefined, now: number): Decision<void> {
  if (entry?.state !== 'received') return { answer: undefined };
  return { answer: undefined, write: { ...changed(entry, now), state: 'queued' } };
}

/** A worker wants to begin. One whose lease has run out has died, and is taken over from. */
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

/** The work ended: `false` when the lease is another's by now, which must not be written over. */
export function settle(
  entry: LedgerEntry | undefined,
  { leaseId, settlement }: { leaseId: string; settlement: Settlement },
  now: number,
): Decision<boolean> {
  if (entry === undefined || !holds(entry, leaseId)) return { answer: false };
  return { answer: true, write: { ...changed(entry, now), ...settlement } };
}

/** An effect that must not happen twice has happened: `false` when the lease is another's by now. */
export function markEffect(
  entry: LedgerEntry | undefined,
  { leaseId, effect }: { leaseId: string; effect: string },
  now: number,
): Decision<boolean> {
  if (entry === undefined || !holds(entry, leaseId)) return { answer: false };
  const effects = { ...entry.effects, [effect]: new Date(now).toISOString() };
  return { answer: true, write: { ...entry, ...stamps(now), effects } };
}

/** An operator wants it sent again, with its tries and waits counted anew; what `once` has done stays done. */
export function revive(entry: LedgerEntry | undefined, now: number): Decision<Replay> {
  const refusal = refusedReplay(entry, now);
  if (entry === undefined || refusal !== undefined) return { answer: refusal ?? 'unknown' };
  const write: LedgerEntry = { ...changed(entry, now), state: 'received', source: 'replay', tries: 0, deferrals: {} };
  return { answer: 'revived', write };
}

/** An operator wants nothing more done about it. */
export function dismiss(entry: LedgerEntry | undefined, { reason }: { reason: string }, now: number): Decision<Replay> {
  const refusal = refusedReplay(entry, now);
  if (entry === undefined || refusal !== undefined) return { answer: refusal ?? 'unknown' };
  return { answer: 'dismissed', write: { ...changed(entry, now), state: 'skipped', reason } };
}

function refusedReplay(entry: LedgerEntry | undefined, now: number): 'busy' | 'finished' | undefined {
  if (entry === undefined) return undefined;
  if (entry.state !== 'dead' && isFinished(entry)) return 'finished';
  return liveLease(entry, now) === undefined ? undefined : 'busy';
}

function begun(delivery: NewDelivery, now: number): LedgerEntry {
  return { ...delivery, state: 'received', ...stamps(now), tries: 0, deferrals: {}, effects: {} };
}

/** The entry without what belongs to its present state alone. */
function changed({ reason, lease, ...entry }: LedgerEntry, now: number): LedgerEntry {
  return { ...entry, ...stamps(now) };
}

function stamps(now: number): Pick<LedgerEntry, 'changedAt' | 'expiresAt'> {
  return { changedAt: new Date(now).toISOString(), expiresAt: Math.floor(now / 1_000) + KEPT_SECONDS };
}

/** Nothing is left to do for a worker. What is dead waits for an operator. */
function isFinished({ state }: LedgerEntry): boolean {
  return state === 'done' || state === 'ignored' || state === 'skipped' || state === 'dead';
}

function liveLease({ lease }: LedgerEntry, now: number): Lease | undefined {
  return lease !== undefined && lease.until > now ? lease : undefined;
}

/** As long as it is processed, and no longer, there is a lease. One that has run out is still held until somebody takes over: the work is done, and nobody else has begun. */
function holds({ lease }: LedgerEntry, leaseId: string): boolean {
  return lease?.id === leaseId;
}
