import type { LedgerEntry } from '../../../../lib/deliveries/ledger/entry.ts';
import type { Decision } from '../../../../lib/deliveries/ledger/transitions.ts';
import { type Answer, Behaviours, type Call, type Fate, type Point } from './behaviour.ts';
import {
  type Arrival,
  arrivalsOf,
  canonicalBody,
  concreteBody,
  hasLiveLease,
  Interned,
  ORPHANED,
  orphaned,
  runOut,
  seenBy,
  writtenBy,
} from './canonical.ts';
import { type Flow, MAX_RECEIVES, NOW, operator, receiver, reconciler, worker } from './programs.ts';

/** How much may happen in one history. */
export interface Bounds {
  /** Crashes, failed calls, lost answers, repeated messages, leases that run out under their holder, failed recipes. */
  readonly faults: number;
  /** How often the event arrives. */
  readonly arrivals: number;
  /** How often an operator resends or dismisses the delivery. */
  readonly operations: number;
}

const WORKERS = ['worker 1', 'worker 2'] as const;
const ACTORS = [...WORKERS, 'receiver', 'reconciler', 'operator'] as const;
type ActorName = (typeof ACTORS)[number];

/** An invocation in progress. */
interface Actor {
  /** Where its code waits. */
  readonly point: number;
  /** Of a worker: the number of its message's body, and how often that was received. */
  readonly message?: Message;
  /** Of a worker: whether it has a lease that it may act on. */
  readonly lease?: 'live' | 'run out';
}

interface Message {
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

/** While anything is in motion, no more time passes than this: the queue deletes a message after 14 days, plus a deferral. */
const LONGEST_MOTION_SECONDS = 15 * 24 * 60 * 60;

const FATES = {
  ledger: ['ok', 'fails', 'lost'],
  queue: ['ok', 'fails', 'lost'],
  'dead-letter queue': ['ok', 'fails', 'lost'],
  'dead-letter reader': ['ok', 'fails', 'lost'],
  world: ['ok', 'fails', 'lost'],
} as const satisfies Record<Exclude<Call['to'], 'choice'>, readonly Fate[]>;

export class World {
  readonly behaviours = new Behaviours();
  readonly entries = new Interned<LedgerEntry>();
  readonly bodies = new Interned<string>();
  readonly #flow: Flow;
  readonly #bounds: Bounds;
  /** What a call to the ledger decides, by the call's point, the entry and the worker. */
  readonly #decisions = new Map<string, { decision: Decision<unknown>; key: string; seen: LedgerEntry | undefined }>();

  constructor(flow: Flow, bounds: Bounds) {
    this.#flow = flow;
    this.#bounds = bounds;
  }

  initial(): State {
    return { entry: undefined, queue: [], letters: 0, actors: {}, left: this.#bounds, ...UNKNOWN };
  }

  /** Two states with the same key have the same future. */
  key({ entry, queue, letters, actors, left, ...ghosts }: State): string {
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

  /** The steps that are possible, those that a fair scheduler takes first. */
  steps(state: State): Step[] {
    const steps = [
      ...this.#calls(state),
      ...this.#leaseEnds(state),
      ...this.#receives(state),
      ...this.#reconciles(state),
    ];
    const isQuiet = !steps.some(({ kind }) => kind === 'normal');
    steps.push(
      ...this.#arrives(state),
      ...this.#operates(state),
      ...this.#expires(state, isQuiet),
      ...this.#repeats(state),
    );
    return steps.filter(({ kind }) => kind !== 'fault' || state.left.faults > 0).map(spend);
  }

  /** What is wrong with a state, whatever the step that led there. */
  broken(state: State): string | undefined {
    const live = WORKERS.filter((name) => state.actors[name]?.lease === 'live');
    if (live.length > 1) return 'two live leases on one delivery';
    if (state.acknowledged && !this.#moves(state)) return 'acknowledged, but nothing will move it';
    return undefined;
  }

  /** Whether a state without normal steps is an end. */
  isEnd(state: State): boolean {
    const entry = this.#entry(state);
    return entry === undefined
      ? !state.acknowledged
      : entry.state === 'done' || entry.state === 'skipped' || isDead(state, entry);
  }

  describe(state: State): string {
    const entry = this.#entry(state);
    const lease =
      entry?.lease === undefined ? '' : `, lease of ${entry.lease.id}${entry.lease.until > NOW ? '' : ' (run out)'}`;
    const effects = Object.keys(entry?.effects ?? {}).length > 0 ? ', effect recorded' : '';
    return `${entry?.state ?? 'no entry'}${lease}${effects}; queue ${state.queue.length}, dead letters ${state.letters}`;
  }

  #entry({ entry }: State): LedgerEntry | undefined {
    return entry === undefined ? undefined : this.entries.at(entry);
  }

  #moves(state: State): boolean {
    const entry = this.#entry(state);
    const isHeld = WORKERS.some((name) => state.actors[name] !== undefined);
    if (state.queue.length > 0 || isHeld || state.letters > 0) return true;
    return entry !== undefined && entry.state !== 'queued' && entry.state !== 'processing';
  }

  /** Each actor's next call is answered, or the actor crashes before it. */
  #calls(state: State): Step[] {
    const steps: Step[] = [];
    const crashes: Step[] = [];
    for (const name of ACTORS) {
      const actor = state.actors[name];
      if (actor === undefined) continue;
      const point = this.behaviours.at(actor.point);
      const { call } = point;
      if (call === undefined) steps.push(...this.#ends(state, name, point.result ?? ''));
      else steps.push(...this.#answers(state, name, { actor, point, call }));
      if (call !== undefined)
        crashes.push({ name: `${name} crashes`, kind: 'fault', to: this.#crash(state, name, call) });
    }
    return [...steps, ...crashes];
  }

  #answers(state: State, name: ActorName, at: { actor: Actor; point: Point; call: Call }): Step[] {
    const { call } = at;
    if (call.to === 'choice') {
      return call.choices.map(({ name: choice, kind }) => {
        const to = this.#resume(state, name, at, { fate: 'ok', choice }, choice);
        return { name: `${name}: ${call.name}: ${choice}`, kind, to };
      });
    }
    return FATES[call.to].map((fate) => {
      const kind = fate === 'ok' ? 'normal' : 'fault';
      const step = `${name}: ${call.name}${fate === 'ok' ? '' : fate === 'lost' ? ' (its answer is lost)' : ' fails'}`;
      if (call.to === 'ledger') return { name: step, kind, ...this.#ledgerStep(state, name, { ...at, call, fate }) };
      const done = fate === 'fails' ? { state } : this.#outside(state, name, call);
      const excused = call.to === 'world' && fate === 'lost' ? excuse(done.state, at.actor) : done.state;
      const to = this.#resume(excused, name, at, { fate }, '');
      return { name: step, kind, to, ...(done.broken !== undefined && { broken: done.broken }) };
    });
  }

  /** What a call changes outside the ledger. */
  #outside(
    state: State,
    name: ActorName,
    call: Exclude<Call, { to: 'choice' | 'ledger' }>,
  ): { state: State; broken?: string } {
    switch (call.to) {
      case 'queue':
        return { state: enqueue(state, { body: this.bodies.id(canonicalBody(call.body)), receives: 0 }) };
      case 'dead-letter queue':
        return { state: { ...state, letters: state.letters + 1 } };
      case 'dead-letter reader':
        return { state: { ...state, letters: Math.max(0, state.letters - 1) } };
      case 'world': {
        const after = { ...state, applied: true, effectsLeft: state.effectsLeft - 1 };
        return state.effectsLeft > 0
          ? { state: after }
          : { state: after, broken: `${name} repeats an effect without a reason` };
      }
    }
  }

  #ledgerStep(
    state: State,
    name: ActorName,
    at: { actor: Actor; point: Point; call: Extract<Call, { to: 'ledger' }>; fate: Fate },
  ): { to: State; broken?: string } {
    const { fate, actor, call } = at;
    const { decision, key, seen } = this.#decide(state, name, at);
    const write = fate === 'fails' ? undefined : decision.write;
    const holder = fate === 'lost' && call.name === 'claim' ? ORPHANED : name;
    let next = write === undefined ? state : { ...state, entry: this.entries.id(writtenBy(write, holder)) };
    const broken = fate === 'fails' ? undefined : this.#breaks(state, name, { call, decision });
    if (write !== undefined) next = remember(next, write, call.name);
    const isUnnoted = call.name === 'markEffect' && decision.answer !== true;
    if (call.name === 'markEffect' && (fate === 'fails' || isUnnoted)) next = excuse(next, actor);
    next = withActor(next, name, leased(actor, call.name, { fate, written: write !== undefined }));
    const to = this.#resume(next, name, at, { fate, entry: seen }, key);
    return broken === undefined ? { to } : { to, broken };
  }

  #decide(state: State, name: ActorName, { point, call }: { point: Point; call: Extract<Call, { to: 'ledger' }> }) {
    const id = `${point.id}|${state.entry ?? ''}|${name}`;
    const known = this.#decisions.get(id);
    if (known !== undefined) return known;
    const entry = this.#entry(state);
    const seen = entry === undefined ? undefined : seenBy(entry, name);
    const decision = call.decide(seen);
    const made = { decision, seen, key: JSON.stringify(decision.answer) ?? '' };
    this.#decisions.set(id, made);
    return made;
  }

  /** What a write, or a claim, breaks. */
  #breaks(
    state: State,
    name: ActorName,
    { call, decision: { write } }: { call: Call; decision: Decision<unknown> },
  ): string | undefined {
    if (write === undefined) return undefined;
    const before = this.#entry(state)?.state;
    if (state.dismissed && write.state !== 'skipped') return `${name} makes a dismissed delivery ${write.state}`;
    if ((before === 'done' || before === 'skipped') && write.state !== before)
      return `${name} makes a ${before} delivery ${write.state}`;
    if (before === 'dead' && write.state !== 'dead' && name !== 'operator')
      return `${name} makes a dead delivery ${write.state}`;
    if (call.name === 'claim' && state.finished) return `${name} works on a finished delivery again`;
    if (call.name.startsWith('record') && write.state === 'done' && !state.applied)
      return `${name} is done without the effect`;
    return undefined;
  }

  #resume(
    state: State,
    name: ActorName,
    { actor, point }: { actor: Actor; point: Point },
    answer: Omit<Answer, 'late'>,
    key: string,
  ): State {
    const late = actor.lease === 'run out';
    const next = this.behaviours.after(point, `${answer.fate}|${key}|${Number(late)}`, { ...answer, late });
    return withActor(state, name, { ...(state.actors[name] ?? actor), point: next.id });
  }

  /** Its invocation has ended. */
  #ends(state: State, name: ActorName, result: string): Step[] {
    const { message } = state.actors[name] ?? {};
    const gone = this.#without(state, name);
    const ended = `${name} ends: ${result}`;
    if (message === undefined) return [{ name: ended, kind: 'normal', to: afterEnd(gone, name, result) }];
    const again = giveBack(gone, message);
    if (result !== 'acknowledged') return [{ name: ended, kind: 'normal', to: again }];
    return [
      { name: ended, kind: 'normal', to: gone },
      { name: `${ended}, but the queue does not delete the message`, kind: 'fault', to: again },
    ];
  }

  #crash(state: State, name: ActorName, call: Call): State {
    const actor = state.actors[name];
    const gone = this.#without(call.name === 'markEffect' && actor !== undefined ? excuse(state, actor) : state, name);
    return actor?.message === undefined ? gone : giveBack(gone, actor.message);
  }

  #without(state: State, name: ActorName): State {
    const { [name]: _, ...actors } = state.actors;
    const entry = this.#entry(state);
    return { ...state, actors, entry: entry === undefined ? undefined : this.entries.id(orphaned(entry, name)) };
  }

  /** A lease runs out: after its holder has ended, or, as a fault, while the holder still works. */
  #leaseEnds(state: State): Step[] {
    const steps: Step[] = [];
    const entry = this.#entry(state);
    if (entry !== undefined && hasLiveLease(entry, ORPHANED)) {
      steps.push({
        name: 'the lease of the ended worker runs out',
        kind: 'normal',
        to: { ...state, entry: this.entries.id(runOut(entry, ORPHANED)) },
      });
    }
    for (const name of WORKERS) {
      const actor = state.actors[name];
      if (actor?.lease !== 'live') continue;
      const { call } = this.behaviours.at(actor.point);
      const isInEffect = call?.to === 'world' || call?.name === 'markEffect';
      const excused = isInEffect ? excuse(state, actor) : state;
      const next = withActor(excused, name, { ...actor, lease: 'run out' });
      const to = { ...next, entry: entry === undefined ? undefined : this.entries.id(runOut(entry, name)) };
      steps.push({ name: `the lease of ${name} runs out while it works`, kind: 'fault', to });
    }
    return steps;
  }

  #receives(state: State): Step[] {
    const name = WORKERS.find((one) => state.actors[one] === undefined);
    if (name === undefined) return [];
    return distinct(state.queue).flatMap((message) =>
      arrivalsOf(this.bodies.at(message.body)).map((arrival): Step => {
        const kind = arrival === 'due' ? 'normal' : arrival === 'early' ? 'free' : 'fault';
        const to = this.#received(dequeue(state, message), name, message, arrival);
        return { name: `${name} receives a message${arrival === 'due' ? '' : `, ${arrival}`}`, kind, to };
      }),
    );
  }

  #received(state: State, name: ActorName, message: Message, arrival: Arrival): State {
    const receives = message.receives + 1;
    const body = concreteBody(this.bodies.at(message.body), arrival);
    const point = this.behaviours.start(`worker|${body}|${receives}`, () => worker(this.#flow, { body, receives }));
    return withActor(state, name, { point: point.id, message: { ...message, receives } });
  }

  #reconciles(state: State): Step[] {
    const entry = this.#entry(state);
    const { receiver: receiving, reconciler: reconciling, operator: operating } = state.actors;
    if (entry?.state !== 'received' || reconciling !== undefined) return [];
    const point = this.behaviours.start(`reconciler|${state.entry}`, () => reconciler(this.#flow, entry));
    // Only an actor that hangs for minutes leaves the entry long enough as it is.
    const kind = receiving === undefined && operating === undefined ? 'normal' : 'fault';
    return [
      { name: 'the reconciler finds it received', kind, to: withActor(state, 'reconciler', { point: point.id }) },
    ];
  }

  #arrives(state: State): Step[] {
    if (state.left.arrivals === 0 || state.actors.receiver !== undefined) return [];
    const point = this.behaviours.start('receiver', () => receiver(this.#flow));
    const left = { ...state.left, arrivals: state.left.arrivals - 1 };
    return [
      { name: 'the event arrives', kind: 'free', to: withActor({ ...state, left }, 'receiver', { point: point.id }) },
    ];
  }

  /** What `findDead` finds can be resent or dismissed. */
  #operates(state: State): Step[] {
    const entry = this.#entry(state);
    const isFound =
      state.letters > 0 || entry?.state === 'dead' || (entry?.state === 'received' && entry.source === 'replay');
    if (state.left.operations === 0 || state.actors.operator !== undefined || !isFound) return [];
    const left = { ...state.left, operations: state.left.operations - 1 };
    return (['resend', 'dismiss'] as const).map((wish) => {
      const start = `operator|${wish}|${state.letters}`;
      const point = this.behaviours.start(start, () => operator(this.#flow, wish, state.letters));
      return {
        name: `an operator wants to ${wish} it`,
        kind: 'free',
        to: withActor({ ...state, left }, 'operator', { point: point.id }),
      };
    });
  }

  /** A quiet delivery is forgotten when its item expires. While anything is in motion, an item must not expire. */
  #expires(state: State, isQuiet: boolean): Step[] {
    const entry = this.#entry(state);
    if (entry === undefined) return [];
    if (isQuiet)
      return [{ name: 'all of it expires', kind: 'free', to: { ...state, entry: undefined, letters: 0, ...UNKNOWN } }];
    if (entry.expiresAt - NOW / 1_000 > LONGEST_MOTION_SECONDS) return [];
    return [{ name: 'the item expires', kind: 'free', to: { ...state, entry: undefined } }];
  }

  /** The queue delivers a message once more. */
  #repeats(state: State): Step[] {
    const held = WORKERS.flatMap((name) => state.actors[name]?.message ?? []);
    return distinct([...state.queue, ...held]).map((message) => {
      return { name: 'the queue repeats a message', kind: 'fault', to: enqueue(state, message) };
    });
  }
}

/** Of a delivery that nobody has heard of. */
const UNKNOWN = { acknowledged: false, finished: false, dismissed: false, applied: false, effectsLeft: 1 };

function spend(step: Step): Step {
  if (step.kind !== 'fault') return step;
  const { left } = step.to;
  return { ...step, to: { ...step.to, left: { ...left, faults: left.faults - 1 } } };
}

function withActor(state: State, name: ActorName, actor: Actor): State {
  return { ...state, actors: { ...state.actors, [name]: actor } };
}

function afterEnd(state: State, name: ActorName, result: string): State {
  if (name === 'receiver' && (result === 'queued' || result === 'duplicate')) return { ...state, acknowledged: true };
  if (name === 'operator' && result === 'dismissed') return { ...state, dismissed: true };
  return state;
}

/** What is known for good after a write. */
function remember(state: State, write: LedgerEntry, call: string): State {
  const isFinished = write.state === 'done' || write.state === 'skipped';
  if (!isFinished) return state;
  return { ...state, finished: true, dismissed: state.dismissed || call === 'dismiss' };
}

/** A worker may act on its lease from the answer to its claim until its result is recorded. */
function leased(actor: Actor, call: string, { fate, written }: { fate: Fate; written: boolean }): Actor {
  if (!written || actor.lease === 'run out') return actor;
  const { lease, ...unleased } = actor;
  if (call === 'claim' && fate === 'ok') return { ...actor, lease: 'live' };
  return call.startsWith('record') ? unleased : actor;
}

/** A fault between an effect and its record: it may happen once more. That of a lease that ran out was counted then. */
function excuse(state: State, { lease }: Actor): State {
  return lease === 'run out' ? state : { ...state, effectsLeft: state.effectsLeft + 1 };
}

function isDead({ letters }: State, { state }: LedgerEntry): boolean {
  return state === 'dead' || letters > 0;
}

/** Back to the queue, or after the last receive to the dead-letter queue. */
function giveBack(state: State, message: Message): State {
  return message.receives >= MAX_RECEIVES ? { ...state, letters: state.letters + 1 } : enqueue(state, message);
}

function enqueue(state: State, message: Message): State {
  return { ...state, queue: [...state.queue, message].sort(byNumber) };
}

function dequeue(state: State, message: Message): State {
  return { ...state, queue: state.queue.toSpliced(state.queue.indexOf(message), 1) };
}

function byNumber(one: Message, other: Message): number {
  return one.body - other.body || one.receives - other.receives;
}

function distinct(messages: readonly Message[]): Message[] {
  return messages.filter(
    ({ body, receives }, at) => messages.findIndex((one) => one.body === body && one.receives === receives) === at,
  );
}
