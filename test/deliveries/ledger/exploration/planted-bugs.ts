import type { LedgerEntry } from '../../../../lib/deliveries/ledger/entry.ts';
import { untouched } from '../../../../lib/deliveries/ledger/revision.ts';
import * as transitions from '../../../../lib/deliveries/ledger/transitions.ts';
import { createEnvelope } from '../../../../lib/webhooks/envelope.ts';
import { type Flow, NOW, REAL, type Rules } from './programs.ts';
import type { Bounds } from './state.ts';

/** A bug, and what the search must say about it. */
export interface PlantedBug {
  readonly name: string;
  readonly flow: Flow;
  /** The smallest bounds that show it. */
  readonly bounds: Bounds;
  readonly broken: string;
}

type Entry = LedgerEntry | undefined;
type State = LedgerEntry['state'];

function rules(changed: Partial<Rules>): Flow {
  return { ...REAL, rules: { ...transitions, ...changed } };
}

/** As if the entry had another state. */
const as = (entry: Entry, state: State, ...of: State[]): Entry =>
  entry !== undefined && of.includes(entry.state) ? { ...entry, state } : entry;

function unleased(entry: Entry): Entry {
  if (entry === undefined) return undefined;
  const { lease, ...rest } = entry;
  return rest;
}

const leasedTo = (entry: Entry, id: string): Entry => entry && { ...entry, lease: { until: NOW, ...entry.lease, id } };

function kept<Answer>({ answer, write }: transitions.Decision<Answer>, seconds: number): transitions.Decision<Answer> {
  return write === undefined ? { answer } : { answer, write: { ...write, expiresAt: NOW / 1_000 + seconds } };
}

const DAY_SECONDS = 24 * 60 * 60;

const once = (faults: number, arrivals = 1, operations = 0): Bounds => ({ faults, arrivals, operations });

const NOTHING_MOVES = 'acknowledged, but nothing will move it';

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'claim ignores a live lease',
    flow: rules({ claim: (entry, wish, now) => transitions.claim(unleased(entry), wish, now) }),
    bounds: once(1),
    broken: 'two live leases on one delivery',
  },
  {
    name: 'claim takes a done delivery',
    flow: rules({ claim: (entry, wish, now) => transitions.claim(as(entry, 'queued', 'done'), wish, now) }),
    bounds: once(1),
    broken: 'makes a done delivery processing',
  },
  {
    name: 'claim takes a dismissed delivery: dismissing is not final',
    flow: rules({ claim: (entry, wish, now) => transitions.claim(as(entry, 'queued', 'skipped'), wish, now) }),
    bounds: once(1, 1, 1),
    broken: 'makes a dismissed delivery processing',
  },
  {
    name: 'claim never takes over a delivery whose worker crashed',
    flow: rules({
      claim: (entry, wish, now) =>
        transitions.claim(
          (entry?.lease && { ...entry, lease: { ...entry.lease, until: now + 1 } }) || entry,
          wish,
          now,
        ),
    }),
    bounds: once(1),
    broken: 'without further faults it never ends',
  },
  {
    name: 'claim answers "finished" for a delivery that another worker has',
    flow: rules({
      claim(entry, wish, now) {
        const decision = transitions.claim(entry, wish, now);
        return decision.answer.kind === 'busy' ? { answer: { kind: 'finished', state: 'done' } } : decision;
      },
    }),
    bounds: once(1),
    broken: NOTHING_MOVES,
  },
  {
    name: 'the claim of a first message takes what the message says for the entry',
    flow: { ...REAL, guessed: (_entry, delivery) => untouched(delivery, NOW).entry },
    bounds: once(1),
    broken: 'two live leases on one delivery',
  },
  {
    name: 'the revision of an entry that was redriven does not say that effects were applied',
    flow: {
      ...REAL,
      guessed: (entry, delivery) => REAL.guessed(entry && { ...entry, effects: {} }, delivery),
    },
    bounds: once(0, 1, 1),
    broken: 'repeats an effect without a reason',
  },
  {
    name: 'record does not check the lease',
    flow: rules({ record: (entry, end, now) => transitions.record(leasedTo(entry, end.leaseId), end, now) }),
    bounds: once(1),
    broken: 'makes a done delivery queued',
  },
  {
    name: 'markEffect writes nothing',
    flow: rules({ markEffect: () => ({ answer: true }) }),
    bounds: once(1),
    broken: 'repeats an effect without a reason',
  },
  {
    name: 'queued takes a delivery away from the worker that has claimed it',
    flow: rules({ queued: (entry, now) => transitions.queued(as(entry, 'received', 'processing'), now) }),
    bounds: once(1),
    broken: 'two live leases on one delivery',
  },
  {
    name: 'receive treats a repeated delivery as a new one',
    flow: rules({ receive: (_entry, delivery, now) => transitions.receive(undefined, delivery, now) }),
    bounds: once(0, 2),
    broken: 'two live leases on one delivery',
  },
  {
    name: 'redrive takes a done delivery',
    flow: rules({ redrive: (entry, now) => transitions.redrive(as(entry, 'dead', 'done'), now) }),
    bounds: once(1, 1, 1),
    broken: 'makes a done delivery received',
  },
  {
    name: 'redrive forgets the effects',
    flow: rules({ redrive: (entry, now) => transitions.redrive(entry && { ...entry, effects: {} }, now) }),
    bounds: once(0, 1, 1),
    broken: 'repeats an effect without a reason',
  },
  {
    name: 'an item expires after a day',
    flow: rules({
      receive: (...input) => kept(transitions.receive(...input), DAY_SECONDS),
      queued: (...input) => kept(transitions.queued(...input), DAY_SECONDS),
      claim: (...input) => kept(transitions.claim(...input), DAY_SECONDS),
      record: (...input) => kept(transitions.record(...input), DAY_SECONDS),
    }),
    bounds: once(0),
    broken: NOTHING_MOVES,
  },
  {
    name: 'the receiver records that the message was sent before it sends it',
    flow: {
      ...REAL,
      async accept({ ledger, queues }, delivery, options) {
        const { send } = await ledger.receive(delivery, options);
        if (!send) return 'duplicate';
        await ledger.queued(delivery.key);
        await queues[delivery.event.event_type]?.send(JSON.stringify(createEnvelope(delivery.event, delivery)));
        return 'queued';
      },
    },
    bounds: once(1),
    broken: 'it stops before an end',
  },
  {
    name: 'the worker acknowledges its message before the result is recorded',
    flow: {
      ...REAL,
      process: (message, worker) => {
        const { record } = worker.ledger;
        const ledger = {
          ...worker.ledger,
          record: (...input: Parameters<typeof record>) => record(...input).catch(() => true),
        };
        return REAL.process(message, { ...worker, ledger });
      },
    },
    bounds: once(1),
    broken: NOTHING_MOVES,
  },
  {
    name: 'the worker acknowledges its message before the delayed copy is sent',
    flow: {
      ...REAL,
      process: (message, worker) => {
        const queue = { send: (body: string) => worker.queue.send(body).catch(() => {}) };
        return REAL.process(message, { ...worker, queue });
      },
    },
    bounds: once(2),
    broken: NOTHING_MOVES,
  },
  {
    name: 'the worker does not look at its lease before an effect',
    flow: { ...REAL, process: (message, worker) => REAL.process(message, { ...worker, now: () => NOW }) },
    bounds: once(1),
    broken: 'repeats an effect without a reason',
  },
  {
    name: 'an effect is recorded before it happens',
    flow: {
      ...REAL,
      async guarded(once, effect) {
        let isNew = false;
        await once('post', async () => {
          isNew = true;
        });
        if (isNew) await effect();
      },
    },
    bounds: once(1),
    broken: 'is done without the effect',
  },
];
