import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { createQueue, type Queue } from '../aws/queue.ts';
import { once } from '../core/lazy.ts';
import { untilAborted } from '../core/until-aborted.ts';
import { type CircuitBreaker, createCircuitBreaker } from '../deliveries/circuit-breaker.ts';
import type { Ledger } from '../deliveries/ledger/ledger.ts';
import { workOnBatch } from '../deliveries/process/batch.ts';
import { workOn } from '../deliveries/process/process-message.ts';
import type { Received, Worker } from '../deliveries/process/worker.ts';
import { readConfig, SETTING_NAMES, settingsOf } from '../runtime/config.ts';
import type { EventContext, Once } from '../runtime/context.ts';
import { createLog } from '../runtime/log.ts';
import { createCounters } from '../runtime/metrics.ts';
import { createServices, type ServicesOf, variablesOf } from '../runtime/service.ts';
import type { Settings } from '../runtime/settings.ts';
import type { EventType } from '../webhooks/events.ts';
import { earlyAbort } from './early-abort.ts';
import { ledger } from './services/ledger.ts';
import { telemetry } from './telemetry.ts';

/** What a team writes: what happens on an event. It ends by returning, or by throwing one of the outcomes. */
export type QueueRecipe<T extends EventType, S extends object> = (ctx: EventContext<T, S>) => Promise<unknown>;

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

type NoServices = Record<never, never>;

interface Setup<S extends object> {
  readonly services: S;
  readonly settings: Settings;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly ledger: Ledger;
  readonly pause: CircuitBreaker | undefined;
  readonly maxReceives: number;
  readonly ledgerDownSeconds: number;
  readonly concurrency: number;
}

/** So much of the invocation is kept for what follows an abort: the copy or the dead letter, the ledger, the answer. */
const RESERVE_MS = 5_000;

const names = [
  'QUEUE_URL',
  'DEAD_LETTER_QUEUE_URL',
  'MAX_RECEIVES',
  'LEDGER_DOWN_SECONDS',
  'RECORD_CONCURRENCY',
  ...ledger.variables,
  ...SETTING_NAMES,
] as const;

/** A queue that fails is told in time: twice a second, and the message is handed back. */
const limits = { timeoutMs: 1_000, attempts: 2 };

/**
 * The Lambda handler of an event's queue. The recipe gets the event, typed, and the services that are named; what it
 * throws decides what becomes of the message (see `queueOutcome`).
 *
 * @example
 * export const handler = queueHandler('task-completed', { annofab }, async ({ annofab, event, log }) => {
 *   const task = await annofab.getTask({ project_id: event.project_id, task_id: event.task_id });
 *   log.info('Completed', { task_id: task.task_id, phase: task.phase });
 * });
 */
export function queueHandler<T extends EventType>(eventType: T, recipe: QueueRecipe<T, NoServices>): QueueHandler;
export function queueHandler<T extends EventType, S extends object>(
  eventType: T,
  services: ServicesOf<S>,
  recipe: QueueRecipe<T, S>,
): QueueHandler;
export function queueHandler<T extends EventType, S extends object>(
  eventType: T,
  ...rest: [QueueRecipe<T, NoServices>] | [ServicesOf<S>, QueueRecipe<T, S>]
): QueueHandler {
  return rest.length === 1 ? wrapped(eventType, {}, rest[0]) : wrapped(eventType, rest[0], rest[1]);
}

function wrapped<T extends EventType, S extends object>(
  eventType: T,
  services: ServicesOf<S>,
  recipe: QueueRecipe<T, S>,
): QueueHandler {
  const log = createLog();
  const counters = createCounters();
  const setup = once(() => setUp(services));
  const now = () => Date.now();

  async function handle(event: SQSEvent, context: Context, { signal }: { signal: AbortSignal }) {
    const { settings, services, concurrency, ...queues } = setup();
    const deadline = now() + context.getRemainingTimeInMillis();
    const run = (received: Received<T>, once: Once) => {
      const { envelope, log } = received;
      const delivery = { ...received.delivery, receivedAt: envelope.received_at, deferrals: envelope.deferrals ?? {} };
      const ctx = { ...services, event: received.event, delivery, settings, log, signal, deadline, now, once };
      return untilAborted(signal, () => recipe(ctx));
    };
    const worker: Worker<T> = { ...queues, eventType, log, counters, deadline, now, run };
    const work = (record: SQSEvent['Records'][number]) => workOn(record, worker);
    return workOnBatch(event.Records, { concurrency, deadline, now, work });
  }

  return middy<SQSEvent, SQSBatchResponse>(handle, earlyAbort(RESERVE_MS)).use(telemetry({ log, counters }));
}

function setUp<S extends object>(services: ServicesOf<S>): Setup<S> {
  const config = readConfig([...names, ...variablesOf(services)], process.env);
  return {
    services: createServices(services, process.env),
    settings: settingsOf(config),
    queue: createQueue({ queueUrl: config.QUEUE_URL, limits }),
    deadLetters: createQueue({ queueUrl: config.DEAD_LETTER_QUEUE_URL, limits }),
    ledger: ledger.create(process.env),
    pause:
      'annofab' in services
        ? createCircuitBreaker({ tableName: config.LEDGER_TABLE, of: 'annofab', limits })
        : undefined,
    maxReceives: config.MAX_RECEIVES,
    ledgerDownSeconds: config.LEDGER_DOWN_SECONDS,
    concurrency: config.RECORD_CONCURRENCY,
  };
}
