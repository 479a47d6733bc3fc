import type { LedgerEntry } from '../../../../lib/deliveries/ledger/entry.ts';
import type { Fate } from './behaviour.ts';
import { MAX_RECEIVES } from './programs.ts';

/** How much may happen in one history. */
export interface Bounds {
  /** Crashes, failed calls, lost answers, repeated messages, leases that run out under their holder, failed recipes. */
  readonly faults: number;
  /** How often the event arrives. */
  readonly arrivals: number;
  /** How often an operator resends or dismisses the delivery. */
  readonly operations: number;
}

export const WORKERS = ['worker 1', 'worker 2'] as const;
export const ACTORS = [...WORKERS, 'receiver', 'reconciler', 'operator'] as const;
export type ActorName = (typeof ACTORS)[number];

/** An invocation in progress. */
export interface Actor {
  /** Where its code waits. */
  readonly point: number;
  /** Of a worker: its message, unless the queue shows it to others again. */
  readonly message?: Message;
  /** Of a worker: whether it has a lease that it may act on. */
  readonly lease?: 'live' | 'run out';
}

export interface Message {
  /** The number of its text. */
  readonly body: number;
  readonly receives: number;
}

export interface State {
  /** The number of the ledger's entry. */
  readonly entry: number | undefined;
  /** Visible or delayed, in any order. */
  readonly queue: readonly Message[];
  /** In the dead-letter queue. */
  readonly letters: number;
  readonly actors: Readonly<Partial<Record<ActorName, Actor>>>;
  readonly left: Bounds;
  /** The event was answered with a 202. */
  readonly acknowledged: boolean;
  /** It was done or skipped, or an operator was told that it is dismissed. */
  readonly finished: boolean;
  readonly dismissed: boolean;
  /** The guarded effect has happened at least once. */
  readonly applied: boolean;
  /** How often it may still happen: once, and once more for each fault between the effect and its record. */
  readonly effectsLeft: number;
}

export interface Step {
  readonly name: string;
  readonly kind: 'normal' | 'free' | 'fault';
  readonly to: State;
  /** The invariant that the step breaks. */
  readonly broken?: string;
}

/** Two states with the same key have the same future. */
export function keyOf({ entry, queue, letters, actors, left, ...ghosts }: State): string {
  const running = ACTORS.map((name) => {
    const actor = actors[name];
    if (actor === undefined) return '';
    const { point, message, lease } = actor;
    return `${point}${message === undefined ? '' : `:${message.body}.${message.receives}`}${lease?.[0] ?? ''}`;
  });
  const { acknowledged, finished, dismissed, applied, effectsLeft } = ghosts;
  const flags = [acknowledged, finished, dismissed, applied].map(Number).join('');
  const waiting = queue.map(({ body, receives }) => `${body}.${receives}`).join('+');
  return `${entry ?? ''}|${waiting}|${letters}|${running.join()}|${left.faults}${left.arrivals}${left.operations}|${flags}${effectsLeft}`;
}

/** Of a delivery that nobody has heard of. */
export const UNKNOWN = { acknowledged: false, finished: false, dismissed: false, applied: false, effectsLeft: 1 };

export function mayFail({ left }: State): boolean {
  return left.faults > 0;
}

export function allowed<T extends { readonly kind: Step['kind'] }>(state: State, all: readonly T[]): readonly T[] {
  return mayFail(state) ? all : all.filter(({ kind }) => kind !== 'fault');
}

export function spend(step: Step): Step {
  if (step.kind !== 'fault') return step;
  const { left } = step.to;
  return { ...step, to: { ...step.to, left: { ...left, faults: left.faults - 1 } } };
}

export function withActor(state: State, name: ActorName, actor: Actor): State {
  return { ...state, actors: { ...state.actors, [name]: actor } };
}

export function afterEnd(state: State, name: ActorName, result: string): State {
  if (name === 'receiver' && (result === 'queued' || result === 'duplicate')) return { ...state, acknowledged: true };
  if (name === 'operator' && result === 'dismissed') return { ...state, dismissed: true };
  return state;
}

/** What is known for good after a write. */
export function remember(state: State, write: LedgerEntry, call: string): State {
  const isFinished = write.state === 'done' || write.state === 'skipped';
  if (!isFinished) return state;
  return { ...state, finished: true, dismissed: state.dismissed || call === 'dismiss' };
}

/** A worker may act on its lease from the answer to its claim until its result is recorded. */
export function leased(actor: Actor, call: string, { fate, written }: { fate: Fate; written: boolean }): Actor {
  if (!written || actor.lease === 'run out') return actor;
  const { lease, ...unleased } = actor;
  if (call === 'claim' && fate === 'ok') return { ...actor, lease: 'live' };
  return call.startsWith('record') ? unleased : actor;
}

/** A fault between an effect and its record: it may happen once more. That of a lease that ran out was counted then. */
export function excuse(state: State, { lease }: Actor): State {
  return lease === 'run out' ? state : { ...state, effectsLeft: state.effectsLeft + 1 };
}

export function isDead({ letters }: State, { state }: LedgerEntry): boolean {
  return state === 'dead' || letters > 0;
}

/** Back to the queue, or after the last receive to the dead-letter queue. */
export function giveBack(state: State, message: Message): State {
  return message.receives >= MAX_RECEIVES ? { ...state, letters: state.letters + 1 } : enqueue(state, message);
}

export function enqueue(state: State, message: Message): State {
  return { ...state, queue: [...state.queue, message].sort(byNumber) };
}

export function dequeue(state: State, message: Message): State {
  return { ...state, queue: state.queue.toSpliced(state.queue.indexOf(message), 1) };
}

function byNumber(one: Message, other: Message): number {
  return one.body - other.body || one.receives - other.receives;
}

export function distinct(messages: readonly Message[]): Message[] {
  return messages.filter(
    ({ body, receives }, at) => messages.findIndex((one) => one.body === body && one.receives === receives) === at,
  );
}
