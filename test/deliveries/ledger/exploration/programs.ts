import type { SQSRecord } from 'aws-lambda';
import type { DeadDelivery } from '../../../../cli/deliveries/dead-deliveries.ts';
import { dismiss, resend } from '../../../../cli/deliveries/replay.ts';
import type { Deployment, EventQueues } from '../../../../cli/deployment/deployment.ts';
import { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { type Queue, QueueError } from '../../../../lib/aws/queue.ts';
import type { LedgerEntry, NewDelivery } from '../../../../lib/deliveries/ledger/entry.ts';
import { type Ledger, LedgerError } from '../../../../lib/deliveries/ledger/ledger.ts';
import { revisionOf, untouched } from '../../../../lib/deliveries/ledger/revision.ts';
import * as transitions from '../../../../lib/deliveries/ledger/transitions.ts';
import { processMessage, type Worker } from '../../../../lib/deliveries/process/process-message.ts';
import { acceptDelivery, type Outbox } from '../../../../lib/deliveries/receive/accept-delivery.ts';
import type { ReconcileContext } from '../../../../lib/deliveries/reconcile/context.ts';
import { noFindings } from '../../../../lib/deliveries/reconcile/findings.ts';
import { resendReceived } from '../../../../lib/deliveries/reconcile/open-deliveries.ts';
import type { Once } from '../../../../lib/runtime/context.ts';
import type { HandlerLog } from '../../../../lib/runtime/log.ts';
import type { Counters } from '../../../../lib/runtime/metrics.ts';
import { NonRetryableError, RetryLater, Skip } from '../../../../lib/runtime/outcomes.ts';
import { readConfigAndSettings } from '../../../../lib/runtime/settings.ts';
import { MINUTES, start as NOW, newDelivery } from '../deliveries.ts';
import type { Call, Port, Program } from './behaviour.ts';

export { NOW };

/** The rules of the ledger: the real ones, or with a planted bug. */
export type Rules = Pick<
  typeof transitions,
  'receive' | 'queued' | 'claim' | 'record' | 'markEffect' | 'redrive' | 'dismiss'
>;

/** What the code sees: the ledger, the queues, and what its environment decides. */
export interface Surroundings {
  readonly ledger: Ledger;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** The effect that `once` guards. */
  readonly effect: () => Promise<void>;
}

/** The steps of the actors: the real code, or with a planted bug. */
export interface Flow {
  readonly rules: Rules;
  /** The entry that the claim of a first message is decided upon: the one that is guessed, if the revision proves it. */
  readonly guessed: (entry: LedgerEntry | undefined, delivery: NewDelivery) => LedgerEntry | undefined;
  readonly accept: typeof acceptDelivery;
  readonly resendReceived: typeof resendReceived;
  readonly process: (record: SQSRecord, worker: Worker<'task-completed'>) => Promise<string>;
  /** The recipe's guarded effect. */
  readonly guarded: (once: Once, effect: () => Promise<void>) => Promise<void>;
}

export const REAL: Flow = {
  rules: transitions,
  guessed(entry, delivery) {
    const guess = untouched(delivery, NOW);
    return entry !== undefined && guess.revisions.includes(revisionOf(entry)) ? guess.entry : entry;
  },
  accept: acceptDelivery,
  resendReceived,
  process: processMessage,
  guarded: (once, effect) => once('post', effect),
};

export const MAX_RECEIVES = 2;
/** What a worker calls its own lease. The model gives it the name of the worker. */
export const OWN = 'own';
/** When a worker's lease has run out by its own clock. */
const LATE = NOW + 10 * MINUTES;
const DELIVERY = newDelivery();
const EVENT_TYPE = 'task-completed';
const { settings: SETTINGS } = readConfigAndSettings([], {});

const SILENT: HandlerLog = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  begin: () => {},
  forDelivery: () => SILENT,
};
const UNCOUNTED: Counters = { count: () => {}, knowing: () => () => {}, publish: () => {} };

/** Each method is one call; the rules decide on the entry as it is when the call is answered. */
function ledgerAt(port: Port, { rules, guessed }: Flow): Ledger {
  async function step<T>(
    name: string,
    decide: (entry: LedgerEntry | undefined) => transitions.Decision<T>,
  ): Promise<T> {
    const { fate, entry } = await port.ask({ to: 'ledger', name, decide });
    if (fate !== 'ok') throw new LedgerError(`failed: ${name}`);
    return decide(entry).answer;
  }
  async function* nothing(): AsyncGenerator<never> {}
  return {
    receive: (delivery) => step('receive', (entry) => rules.receive(entry, delivery, NOW)),
    queued: () => step('queued', (entry) => rules.queued(entry, NOW)),
    claim: (delivery, { until }, { isFirst = false } = {}) =>
      step('claim', (entry) => {
        const upon = isFirst ? guessed(entry, delivery) : entry;
        return rules.claim(upon, { delivery, lease: { id: OWN, until } }, NOW);
      }),
    record: (_key, leaseId, result) =>
      step(`record ${result.state}`, (entry) => rules.record(entry, { leaseId, result }, NOW)),
    markEffect: (_key, leaseId, effect) =>
      step('markEffect', (entry) => rules.markEffect(entry, { leaseId, effect }, NOW)),
    redrive: () => step('redrive', (entry) => rules.redrive(entry, NOW)),
    dismiss: (_key, reason) => step('dismiss', (entry) => rules.dismiss(entry, { reason }, NOW)),
    find: () => step('find', (entry) => ({ answer: entry })),
    open: nothing,
    byProject: nothing,
  };
}

async function send(port: Port, call: Call): Promise<void> {
  const { fate } = await port.ask(call);
  if (fate !== 'ok') throw new QueueError(call.name, new Error(fate));
}

function surroundings(port: Port, flow: Flow): Surroundings {
  return {
    ledger: ledgerAt(port, flow),
    queue: { send: (body) => send(port, { to: 'queue', name: 'send', body }) },
    deadLetters: {
      send: (body) => send(port, { to: 'dead-letter queue', name: 'send to the dead-letter queue', body }),
    },
    async effect() {
      const { fate } = await port.ask({ to: 'effect', name: 'effect' });
      if (fate !== 'ok') throw new Error(`the effect ${fate}`);
    },
  };
}

function outboxOf({ ledger, queue }: Surroundings): Outbox {
  const queues = {
    'task-completed': queue,
    'annotation-archive-updated': queue,
    'input-data-zip-registered': queue,
    'project-copy-completed': queue,
  };
  return { ledger, queues };
}

/** The receiver, and the reconciler when it finds an event in Annofab's records: both accept through the outbox. */
export function receiver(flow: Flow): Program {
  return (port) => flow.accept(outboxOf(surroundings(port, flow)), DELIVERY, { onUnrecorded: () => {} });
}

/** The reconciler, which has found this entry in the index. */
export function reconciler(flow: Flow, found: LedgerEntry): Program {
  return async (port) => {
    const outbox = outboxOf(surroundings(port, flow));
    async function* open(): AsyncGenerator<LedgerEntry> {
      yield found;
    }
    const now = () => NOW + 60 * MINUTES;
    const ctx: ReconcileContext = {
      ...outbox,
      ledger: { ...outbox.ledger, open },
      annofab: new AnnofabClient({ credentials: { pat: 'unused' } }),
      watermarks: { find: async () => undefined, advance: async () => true },
      webhookUrl: 'https://example.com',
      settings: SETTINGS,
      log: SILENT,
      count: () => {},
      signal: new AbortController().signal,
      deadline: now() + 60 * MINUTES,
      now,
      event: {},
    };
    await flow.resendReceived(ctx, noFindings());
    return 'ended';
  };
}

const OUTCOMES = [
  { name: 'done', kind: 'normal' },
  { name: 'skip', kind: 'free' },
  { name: 'permanent', kind: 'free' },
  { name: 'later', kind: 'fault' },
  { name: 'fails', kind: 'fault' },
] as const;

/** It reads something, has one guarded effect, and ends as the environment chooses. */
function recipe(flow: Flow, port: Port, effect: () => Promise<void>): Worker<'task-completed'>['run'] {
  return async (_received, once) => {
    await port.ask({ to: 'annofab', name: 'read' });
    await flow.guarded(once, effect);
    const { choice } = await port.ask({ to: 'choice', name: 'recipe ends', choices: OUTCOMES });
    if (choice === 'skip') throw new Skip('nothing to do');
    if (choice === 'permanent') throw new NonRetryableError('it would fail again');
    // Longer than a queue can delay a message: a chain of messages.
    if (choice === 'later') throw new RetryLater('not yet', { seconds: 3_600 });
    if (choice === 'fails') throw new Error('failed');
  };
}

const BREAKER = [
  { name: 'closed', kind: 'normal' },
  { name: 'open', kind: 'fault' },
] as const;

export interface Received {
  readonly body: string;
  readonly receives: number;
}

export function worker(flow: Flow, { body, receives }: Received): Program {
  return (port) => {
    const { ledger, queue, deadLetters, effect } = surroundings(port, flow);
    return flow.process(record(body, receives), {
      eventType: EVENT_TYPE,
      queue,
      deadLetters,
      ledger,
      counters: UNCOUNTED,
      log: SILENT,
      now: () => (port.isLate() ? LATE : NOW),
      deadline: NOW + 5 * MINUTES,
      maxReceives: MAX_RECEIVES,
      ledgerDownSeconds: 60,
      circuitBreaker: {
        async remainingSeconds() {
          const { choice } = await port.ask({ to: 'choice', name: 'circuit breaker', choices: BREAKER });
          return choice === 'open' ? 600 : 0;
        },
        report: async () => false,
      },
      run: recipe(flow, port, effect),
    });
  };
}

function record(body: string, receives: number): SQSRecord {
  return {
    messageId: 'message',
    receiptHandle: 'handle',
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: String(NOW),
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: String(NOW),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-northeast-1:000000000000:queue',
    awsRegion: 'ap-northeast-1',
  };
}

/** The operator, who has found this many messages of the delivery in the dead-letter queue. */
export function operator(flow: Flow, wish: 'resend' | 'dismiss', letters: number): Program {
  return async (port) => {
    const { ledger, queue } = surroundings(port, flow);
    const queues: EventQueues = {
      eventType: EVENT_TYPE,
      queue,
      deadLetterQueue: {
        receiveAll: async () => ({ messages: [], left: 0, heldByOthers: 0 }),
        delete: () => send(port, { to: 'dead-letter reader', name: 'delete from the dead-letter queue' }),
        releaseAll: async () => {},
      },
      depth: async () => 0,
      deadLetters: async () => letters,
    };
    const message = { id: 'letter', body: '', attributes: {}, sentAt: '', receives: 1 };
    const dead: DeadDelivery = {
      eventType: EVENT_TYPE,
      delivery: { ...DELIVERY, source: 'replay' },
      messages: Array.from({ length: letters }, () => ({ queues, message })),
    };
    const deployment: Deployment = { ledger, queues: [queues], keysStartingWith: async () => [] };
    const { outcome } = wish === 'resend' ? await resend(dead, deployment) : await dismiss(dead, 'not needed', ledger);
    return outcome;
  };
}
