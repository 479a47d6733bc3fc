import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPEN_STATES } from '../../../lib/deliveries/ledger/entry.ts';
import { createLedger, type Ledger } from '../../../lib/deliveries/ledger/ledger.ts';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';
import { createLedgerTable, localDynamoDb } from '../../support/ledger-table.ts';
import { DAYS, MINUTES, newDelivery, start } from './deliveries.ts';

let aws: LocalAws;
let client: DynamoDBClient;

beforeAll(async () => {
  aws = await startLocalAws();
  client = localDynamoDb(aws);
});

afterAll(async () => {
  client.destroy();
  await aws.stop();
});

/** An independent model of what the ledger guarantees for one delivery. */
interface Model {
  state: 'none' | 'received' | 'queued' | 'processing' | 'done' | 'dead' | 'skipped';
  holder: string | undefined;
  leaseUntil: number;
  effects: readonly string[];
  tries: number;
  changedAt: number;
}

interface World {
  readonly ledger: Ledger;
  /** That of workers, which know of a delivery what its message says. */
  readonly workers: Ledger;
  readonly clock: { now: number };
}

const none: Model = { state: 'none', holder: undefined, leaseUntil: 0, effects: [], tries: 0, changedAt: 0 };

/** One step: its effect on the model and its expected answer, and how it is done to the ledger. */
interface Step {
  readonly name: string;
  readonly expected: (model: Model, now: number) => { model: Model; answer: unknown };
  readonly run: (world: Pick<World, 'ledger' | 'workers'>, now: number) => Promise<unknown>;
}

const delivery = newDelivery();
const { key } = delivery;
const LEASE_MS = 5 * MINUTES;

/** DynamoDB's expiry counts in whole seconds. */
const forgets = (model: Model, now: number): Model =>
  now >= Math.floor(model.changedAt / 1_000) * 1_000 + 30 * DAYS ? none : model;
const isFinished = ({ state }: Model) => state === 'done' || state === 'skipped';
const isLeased = ({ state, leaseUntil }: Model, now: number) => state === 'processing' && leaseUntil > now;

const receive: Step = {
  name: 'it arrives',
  expected: (model, now) =>
    model.state === 'none'
      ? { model: { ...none, state: 'received', changedAt: now }, answer: { send: true } }
      : { model, answer: { send: model.state === 'received' } },
  run: ({ ledger }) => ledger.receive(delivery),
};

const queued: Step = {
  name: 'its message is sent',
  expected: (model, now) => ({
    model: model.state === 'received' ? { ...model, state: 'queued', changedAt: now } : model,
    answer: undefined,
  }),
  run: ({ ledger }) => ledger.queued(key),
};

const claim = (worker: string, isFirst: boolean): Step => ({
  name: `${worker} claims it${isFirst ? ' with its first message' : ''}`,
  expected: (model, now) => {
    if (isFinished(model) || model.state === 'dead') return { model, answer: 'finished' };
    if (isLeased(model, now)) return { model, answer: 'busy' };
    const tries = model.tries + 1;
    return {
      model: { ...model, state: 'processing', holder: worker, leaseUntil: now + LEASE_MS, tries, changedAt: now },
      answer: 'claimed',
    };
  },
  run: async ({ workers }, now) => {
    const lease = { id: worker, until: now + LEASE_MS };
    return (await workers.claim({ ...delivery, source: 'queue' }, lease, { isFirst })).kind;
  },
});

/** Of a worker that may have slept meanwhile, or never have claimed it. */
const record = (worker: string, state: 'done' | 'dead' | 'queued'): Step => ({
  name: `${worker} ends: ${state}`,
  expected: (model, now) =>
    model.state === 'processing' && model.holder === worker
      ? { model: { ...model, state, holder: undefined, changedAt: now }, answer: true }
      : { model, answer: false },
  run: ({ ledger }) => ledger.record(key, worker, state === 'done' ? { state } : { state, reason: 'because' }),
});

const mark = (worker: string, effect: string): Step => ({
  name: `${worker} has done ${effect}`,
  expected: (model, now) =>
    model.state === 'processing' && model.holder === worker
      ? { model: { ...model, effects: [...new Set([...model.effects, effect])], changedAt: now }, answer: true }
      : { model, answer: false },
  run: ({ ledger }) => ledger.markEffect(key, worker, effect),
});

const replay = (wish: 'redrive' | 'dismiss'): Step => ({
  name: `an operator: ${wish}`,
  expected: (model, now) => {
    if (model.state === 'none') return { model, answer: 'unknown' };
    if (isFinished(model)) return { model, answer: 'finished' };
    if (isLeased(model, now)) return { model, answer: 'busy' };
    const held = { ...model, holder: undefined, changedAt: now };
    return wish === 'redrive'
      ? { model: { ...held, state: 'received', tries: 0 }, answer: 'redriven' }
      : { model: { ...held, state: 'skipped' }, answer: 'dismissed' };
  },
  run: ({ ledger }) => (wish === 'redrive' ? ledger.redrive(key) : ledger.dismiss(key, 'because')),
});

/** The ledger's entry, in the form of the model. */
async function seen(ledger: Ledger): Promise<Partial<Model>> {
  const entry = await ledger.find(key);
  if (entry === undefined) return { state: 'none' };
  const { state, lease, effects, tries, changedAt } = entry;
  return {
    state,
    holder: lease?.id,
    effects: Object.keys(effects).sort(),
    tries,
    changedAt: Date.parse(changedAt),
  };
}

function comparable({ state, holder, effects, tries, changedAt }: Model): Partial<Model> {
  if (state === 'none') return { state };
  return { state, holder: state === 'processing' ? holder : undefined, effects: [...effects].sort(), tries, changedAt };
}

/** Steps one after the other. */
class Single implements fc.AsyncCommand<{ model: Model }, World> {
  readonly step: Step;

  constructor(step: Step) {
    this.step = step;
  }

  check = () => true;

  async run(held: { model: Model }, { ledger, workers, clock }: World): Promise<void> {
    const { model, answer } = this.step.expected(forgets(held.model, clock.now), clock.now);
    expect(await this.step.run({ ledger, workers }, clock.now)).toEqual(answer);
    expect(await seen(ledger)).toEqual(comparable(model));
    held.model = model;
    await checkOpen(ledger, model);
  }

  toString = () => this.step.name;
}

/** Two steps at once: as if one had come after the other, whichever was first. */
class AtOnce implements fc.AsyncCommand<{ model: Model }, World> {
  readonly steps: readonly [Step, Step];

  constructor(...steps: [Step, Step]) {
    this.steps = steps;
  }

  check = () => true;

  async run(held: { model: Model }, { ledger, workers, clock }: World): Promise<void> {
    const [one, other] = this.steps;
    const before = forgets(held.model, clock.now);
    const world = { ledger, workers };
    const answers = await Promise.all([one.run(world, clock.now), other.run(world, clock.now)]);
    const state = await seen(ledger);
    const inOrder = ([first, second]: readonly [Step, Step]) => {
      const a = first.expected(before, clock.now);
      const b = second.expected(a.model, clock.now);
      return { model: b.model, answers: [a.answer, b.answer] };
    };
    const swapped = inOrder([other, one]);
    const possible = [inOrder([one, other]), { ...swapped, answers: swapped.answers.toReversed() }];
    const found = possible.find(
      ({ model, answers: expected }) =>
        isDeepStrictEqual(answers, expected) && isDeepStrictEqual(state, comparable(model)),
    );
    expect({ answers, state, found }).toMatchObject({ found: expect.anything() });
    if (found !== undefined) held.model = found.model;
    await checkOpen(ledger, held.model);
  }

  toString = () => `at once: ${this.steps.map(({ name }) => name).join(' + ')}`;
}

class Wait implements fc.AsyncCommand<{ model: Model }, World> {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  check = () => true;

  async run(_held: { model: Model }, { clock }: World): Promise<void> {
    clock.now += this.milliseconds;
  }

  toString = () => `${this.milliseconds} ms pass`;
}

/** The sparse index shows what is open in its state, and nothing else. */
async function checkOpen(ledger: Ledger, { state }: Model): Promise<void> {
  const listed: string[] = [];
  for (const open of OPEN_STATES) for await (const entry of ledger.open(open)) listed.push(entry.state);
  expect(listed).toEqual(OPEN_STATES.some((open) => open === state) ? [state] : []);
}

const workers = fc.constantFrom('worker-1', 'worker-2', 'worker-3');
const steps = fc.oneof(
  fc.constant(receive),
  fc.constant(queued),
  fc.tuple(workers, fc.boolean()).map(([worker, isFirst]) => claim(worker, isFirst)),
  fc.tuple(workers, fc.constantFrom('done', 'dead', 'queued')).map(([worker, state]) => record(worker, state)),
  fc.tuple(workers, fc.constantFrom('notify', 'post')).map(([worker, effect]) => mark(worker, effect)),
  fc.constantFrom('redrive', 'dismiss').map(replay),
);
const waits = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 2 * LEASE_MS }) },
  { weight: 2, arbitrary: fc.constantFrom(LEASE_MS - 1, LEASE_MS) },
  { weight: 1, arbitrary: fc.constantFrom(30 * DAYS - 1, 30 * DAYS) },
);

it('the ledger behaves like the model for every sequence of steps', async () => {
  const commands = fc.commands(
    [
      steps.map((step) => new Single(step)),
      steps.map((step) => new Single(step)),
      fc.tuple(steps, steps).map(([one, other]) => new AtOnce(one, other)),
      waits.map((milliseconds) => new Wait(milliseconds)),
    ],
    { maxCommands: 40 },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      const tableName = await createLedgerTable(aws);
      const clock = { now: start };
      const make = () => createLedger({ tableName, client, now: () => clock.now });
      const [ledger, workers] = [make(), make()];
      const setup = () => ({ model: { model: none }, real: { ledger, workers, clock } });
      await fc.asyncModelRun(setup, list);
    }),
    { numRuns: 60 },
  );
});
