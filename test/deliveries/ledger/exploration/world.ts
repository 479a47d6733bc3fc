import type { LedgerEntry } from '../../../../lib/deliveries/ledger/entry.ts';
import type { Decision } from '../../../../lib/deliveries/ledger/transitions.ts';
import { type Answer, Behaviours, type Call, type Fate, type Point } from './behaviour.ts';
import {
  type Arrival,
  arrivalsOf,
  canonical,
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
import { type Flow, NOW, operator, receiver, reconciler, worker } from './programs.ts';
import {
  ACTORS,
  type Actor,
  type ActorName,
  afterEnd,
  allowed,
  type Bounds,
  dequeue,
  distinct,
  enqueue,
  excuse,
  giveBack,
  isDead,
  leased,
  type Message,
  mayFail,
  remember,
  type State,
  type Step,
  spend,
  UNKNOWN,
  WORKERS,
  withActor,
} from './state.ts';

/** A call to the ledger, as it would be answered now. */
interface Decided {
  readonly decision: Decision<unknown>;
  /** The number of the entry that is written. */
  readonly written: number | undefined;
  /** Equal for two answers that the caller cannot tell apart. */
  readonly key: string;
  /** The entry as the caller sees it. */
  readonly seen: LedgerEntry | undefined;
}

/** While anything is in motion, no more time passes than this: the queue deletes a message after 14 days, plus a deferral. */
const LONGEST_MOTION_SECONDS = 15 * 24 * 60 * 60;

const FATES = {
  ledger: ['ok', 'fails', 'lost'],
  queue: ['ok', 'fails', 'lost'],
  'dead-letter queue': ['ok', 'fails', 'lost'],
  'dead-letter reader': ['ok', 'fails', 'lost'],
  effect: ['ok', 'fails', 'lost'],
  // When it fails, so does the recipe: one of its outcomes.
  annofab: ['ok'],
} as const satisfies Record<Exclude<Call['to'], 'choice'>, readonly Fate[]>;

/**
 * The possible steps of one delivery. What the receiver, the workers, the reconciler and the operator do is their real code, run
 * by {@link Behaviours}; what the ledger decides are its real rules. Only the queue, the passing of time and the faults are
 * modelled here: the queue as serverless.yml sets it up (14 days, a dead-letter queue after the last receive).
 */
export class World {
  readonly behaviours = new Behaviours();
  readonly entries = new Interned<LedgerEntry>();
  readonly bodies = new Interned<string>();
  readonly #flow: Flow;
  readonly #bounds: Bounds;
  /** What a call to the ledger decides, by the call's point, the entry and the worker. */
  readonly #decisions = new Map<string, Decided>();
  /** Entries after a change, by the change and the entry. */
  readonly #changes = new Map<string, number>();

  constructor(flow: Flow, bounds: Bounds) {
    this.#flow = flow;
    this.#bounds = bounds;
  }

  initial(): State {
    return { entry: undefined, queue: [], letters: 0, actors: {}, left: this.#bounds, ...UNKNOWN };
  }

  /** The steps that are possible, those that a fair scheduler takes first. */
  steps(state: State): readonly Step[] {
    return this.#possible(state).map(spend);
  }

  /**
   * While an actor waits for a choice of its environment, nothing else needs to be explored: the choice changes nothing that
   * others see, so that all they do, and a crash of the actor itself, may as well come after it.
   */
  #possible(state: State): readonly Step[] {
    const choosing = ACTORS.find((name) => this.#callOf(state, name)?.to === 'choice');
    if (choosing !== undefined) return this.#progress(state, choosing);
    const steps = [
      ...ACTORS.flatMap((name) => this.#progress(state, name)),
      ...this.#leaseEnds(state),
      ...this.#receives(state),
      ...this.#reconciles(state),
    ];
    const isQuiet = !steps.some(({ kind }) => kind === 'normal');
    steps.push(
      ...this.#arrives(state),
      ...this.#operates(state),
      ...this.#hiddenTooLong(state),
      ...this.#expires(state, isQuiet),
      ...(mayFail(state) ? this.#faults(state) : []),
    );
    return steps;
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
    const isHeld = WORKERS.some((name) => state.actors[name]?.message !== undefined);
    if (state.queue.length > 0 || isHeld || state.letters > 0) return true;
    return entry !== undefined && entry.state !== 'queued' && entry.state !== 'processing';
  }

  #faults(state: State): Step[] {
    return [
      ...ACTORS.flatMap((name) => this.#crashes(state, name)),
      ...WORKERS.flatMap((name) => this.#leaseRunsOut(state, name)),
      ...this.#repeats(state),
    ];
  }

  #callOf({ actors }: State, name: ActorName): Call | undefined {
    const point = actors[name]?.point;
    return point === undefined ? undefined : this.behaviours.at(point).call;
  }

  /** Its next call is answered, or it ends. */
  #progress(state: State, name: ActorName): readonly Step[] {
    const actor = state.actors[name];
    if (actor === undefined) return [];
    const point = this.behaviours.at(actor.point);
    const { call, result = '' } = point;
    return call === undefined ? this.#ends(state, name, result) : this.#answers(state, name, { actor, point, call });
  }

  #crashes(state: State, name: ActorName): Step[] {
    const call = this.#callOf(state, name);
    if (call === undefined) return [];
    return [{ name: `${name} crashes`, kind: 'fault', to: this.#crash(state, name, call) }];
  }

  #answers(state: State, name: ActorName, at: { actor: Actor; point: Point; call: Call }): readonly Step[] {
    const { call } = at;
    if (call.to === 'choice') {
      return allowed(state, call.choices).map(({ name: choice, kind }) => {
        const to = this.#resume(state, name, at, { fate: 'ok', choice }, choice);
        return { name: `${name}: ${call.name}: ${choice}`, kind, to };
      });
    }
    return (mayFail(state) ? FATES[call.to] : FATES.annofab).map((fate) => {
      const kind = fate === 'ok' ? 'normal' : 'fault';
      const step = `${name}: ${call.name}${fate === 'ok' ? '' : fate === 'lost' ? ' (its answer is lost)' : ' fails'}`;
      if (call.to === 'ledger') return { name: step, kind, ...this.#ledgerStep(state, name, { ...at, call, fate }) };
      const done = fate === 'fails' ? { state } : this.#outside(state, name, call);
      const excused = call.to === 'effect' && fate === 'lost' ? excuse(done.state, at.actor) : done.state;
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
      case 'annofab':
        return { state };
      case 'effect': {
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
    const { decision, written, key, seen } = this.#decide(state, name, at);
    const write = fate === 'fails' ? undefined : decision.write;
    const holder = fate === 'lost' && call.name === 'claim' ? ORPHANED : name;
    let next = write === undefined ? state : { ...state, entry: this.#changed(written, writtenBy, holder) };
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
    const written = decision.write === undefined ? undefined : this.entries.id(canonical(decision.write));
    const made = { decision, written, seen, key: JSON.stringify(decision.answer) ?? '' };
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
  #ends(state: State, name: ActorName, result: string): readonly Step[] {
    const { message } = state.actors[name] ?? {};
    const gone = this.#without(state, name);
    const ended = `${name} ends: ${result}`;
    if (message === undefined) return [{ name: ended, kind: 'normal', to: afterEnd(gone, name, result) }];
    const again = giveBack(gone, message);
    if (result !== 'acknowledged') return [{ name: ended, kind: 'normal', to: again }];
    return allowed(state, [
      { name: ended, kind: 'normal', to: gone },
      { name: `${ended}, but the queue does not delete the message`, kind: 'fault', to: again },
    ]);
  }

  #crash(state: State, name: ActorName, call: Call): State {
    const actor = state.actors[name];
    const gone = this.#without(call.name === 'markEffect' && actor !== undefined ? excuse(state, actor) : state, name);
    return actor?.message === undefined ? gone : giveBack(gone, actor.message);
  }

  #without(state: State, name: ActorName): State {
    const { [name]: _, ...actors } = state.actors;
    return { ...state, actors, entry: this.#changed(state.entry, orphaned, name) };
  }

  #changed(id: number | undefined, change: typeof orphaned | typeof runOut | typeof writtenBy, holder: string) {
    if (id === undefined) return undefined;
    const key = `${change.name}|${id}|${holder}`;
    const known = this.#changes.get(key);
    if (known !== undefined) return known;
    const changed = this.entries.id(change(this.entries.at(id), holder));
    this.#changes.set(key, changed);
    return changed;
  }

  /** The lease of a worker that has ended or crashed. */
  #leaseEnds(state: State): Step[] {
    const entry = this.#entry(state);
    if (entry === undefined || !hasLiveLease(entry, ORPHANED)) return [];
    const to = { ...state, entry: this.#changed(state.entry, runOut, ORPHANED) };
    return [{ name: 'the lease of the ended worker runs out', kind: 'normal', to }];
  }

  #leaseRunsOut(state: State, name: ActorName): Step[] {
    const actor = state.actors[name];
    if (actor?.lease !== 'live') return [];
    const call = this.#callOf(state, name);
    const isInEffect = call?.to === 'effect' || call?.name === 'markEffect';
    const next = withActor(isInEffect ? excuse(state, actor) : state, name, { ...actor, lease: 'run out' });
    const to = { ...next, entry: this.#changed(state.entry, runOut, name) };
    return [{ name: `the lease of ${name} runs out while it works`, kind: 'fault', to }];
  }

  /** The queue hides a message for longer than any lease, but not for ever: a worker that hangs loses it. */
  #hiddenTooLong(state: State): Step[] {
    return WORKERS.flatMap((name): Step[] => {
      const actor = state.actors[name];
      if (actor?.message === undefined || actor.lease !== 'run out') return [];
      const { message, ...holding } = actor;
      const to = giveBack(withActor(state, name, holding), message);
      return [{ name: `the queue shows the message of ${name} again`, kind: 'free', to }];
    });
  }

  #receives(state: State): readonly Step[] {
    const name = WORKERS.find((one) => state.actors[one] === undefined);
    if (name === undefined) return [];
    const steps = distinct(state.queue).flatMap((message) =>
      arrivalsOf(this.bodies.at(message.body)).map(({ arrival, kind }): Step => {
        const to = this.#received(dequeue(state, message), name, message, arrival);
        return { name: `${name} receives a message${arrival === 'due' ? '' : `, ${arrival}`}`, kind, to };
      }),
    );
    return allowed(state, steps);
  }

  #received(state: State, name: ActorName, message: Message, arrival: Arrival): State {
    const receives = message.receives + 1;
    const body = concreteBody(this.bodies.at(message.body), arrival);
    const point = this.behaviours.start(`worker|${body}|${receives}`, () => worker(this.#flow, { body, receives }));
    return withActor(state, name, { point: point.id, message: { ...message, receives } });
  }

  #reconciles(state: State): readonly Step[] {
    const entry = this.#entry(state);
    const { receiver: receiving, reconciler: reconciling, operator: operating } = state.actors;
    if (entry?.state !== 'received' || reconciling !== undefined) return [];
    const point = this.behaviours.start(`reconciler|${state.entry}`, () => reconciler(this.#flow, entry));
    // Only an actor that hangs for minutes leaves the entry long enough as it is.
    const kind = receiving === undefined && operating === undefined ? 'normal' : 'fault';
    const to = withActor(state, 'reconciler', { point: point.id });
    return allowed(state, [{ name: 'the reconciler finds it received', kind, to }]);
  }

  #arrives(state: State): Step[] {
    if (state.left.arrivals === 0 || state.actors.receiver !== undefined) return [];
    const point = this.behaviours.start('receiver', () => receiver(this.#flow));
    const left = { ...state.left, arrivals: state.left.arrivals - 1 };
    return [
      { name: 'the event arrives', kind: 'free', to: withActor({ ...state, left }, 'receiver', { point: point.id }) },
    ];
  }

  /** An operator can name every delivery that the ledger has, and every one in the dead-letter queue. */
  #operates(state: State): Step[] {
    const isKnown = state.entry !== undefined || state.letters > 0;
    if (state.left.operations === 0 || state.actors.operator !== undefined || !isKnown) return [];
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
