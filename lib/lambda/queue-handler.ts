import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { dynamoDbClient } from '../aws/dynamodb-client.ts';
import { createQueue } from '../aws/queue.ts';
import { sqsClient } from '../aws/sqs-client.ts';
import { untilAborted } from '../core/async/until-aborted.ts';
import { createCircuitBreaker } from '../deliveries/circuit-breaker.ts';
import { processBatch } from '../deliveries/process/batch.ts';
import { processMessage, type ReceivedEvent, type Worker } from '../deliveries/process/process-message.ts';
import type { EventContext, Once } from '../runtime/context.ts';
import { createLog } from '../runtime/log.ts';
import { createCounters } from '../runtime/metrics.ts';
import { type Configured, callsOf, createServices, type ServicesOf, variablesOf } from '../runtime/service.ts';
import { readConfigAndSettings } from '../runtime/settings.ts';
import type { VariableName } from '../runtime/variables.ts';
import type { EventType } from '../webhooks/events.ts';
import { withDeadline } from './deadline.ts';
import { ledger } from './services/ledger.ts';
import { setUpAtInit } from './set-up-at-init.ts';
import { telemetry } from './telemetry.ts';

/** What a team writes: what happens on an event. It ends by returning, or by throwing one of the outcomes. */
export type QueueRecipe<T extends EventType, S extends object> = (ctx: EventContext<T, S>) => Promise<unknown>;

export type QueueHandler = Configured & ((event: SQSEvent, context: Context) => Promise<SQSBatchResponse>);

type NoServices = Record<never, never>;

/** Reserved for what follows an abort: the copy or the dead letter, the ledger, the answer. */
const RESERVE_MS = 5_000;

const VARIABLES = [
  'QUEUE_URL',
  'DEAD_LETTER_QUEUE_URL',
  'MAX_RECEIVES',
  'LEDGER_DOWN_SECONDS',
  'LEDGER_TABLE',
  'RECORD_CONCURRENCY',
  'AWS_TIMEOUT_MS',
] as const;

/**
 * The Lambda handler of an event's queue. The recipe gets the event, typed, and the services that are named; the error that
 * it throws decides what happens to the message (see `queueOutcome`).
 *
 * @example
 * export const handler = queueHandler('task-completed', { annofab }, async ({ annofab, event, log }) => {
 *   const task = await annofab.getTask({ project_id: event.project_id, task_id: event.task_id });
 *   log.info('Task completed', { task_id: task.task_id, phase: task.phase });
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
  return rest.length === 1 ? handlerFor(eventType, {}, rest[0]) : handlerFor(eventType, rest[0], rest[1]);
}

function handlerFor<T extends EventType, S extends object>(
  eventType: T,
  services: ServicesOf<S>,
  recipe: QueueRecipe<T, S>,
): QueueHandler {
  const log = createLog();
  const counters = createCounters();
  const count = counters.knowing({ event_type: eventType });
  const variables = [...VARIABLES, ...variablesOf(services)];
  const setup = setUpAtInit(() => setUp(services, variables));
  const now = () => Date.now();

  function handle({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> {
    return withDeadline(context, RESERVE_MS, async ({ signal, deadline }) => {
      const { settings, services, concurrency, ...queues } = setup();
      const run = ({ envelope, delivery, log }: ReceivedEvent<T>, once: Once) => {
        const { event, received_at: receivedAt, deferrals = {} } = envelope;
        const of = { event, delivery: { ...delivery, receivedAt, deferrals }, once };
        const ctx = { ...services, ...of, settings, log, count, signal, deadline, now };
        return untilAborted(signal, () => recipe(ctx));
      };
      const worker: Worker<T> = { ...queues, eventType, log, counters, deadline, now, run };
      const process = (record: SQSRecord) => processMessage(record, worker);
      return processBatch(Records, { concurrency, deadline, now, process });
    });
  }

  return Object.assign(middy<SQSEvent, SQSBatchResponse>(handle).use(telemetry({ log, counters })), { variables });
}

function setUp<S extends object>(services: ServicesOf<S>, variables: readonly VariableName[]) {
  const { config, settings } = readConfigAndSettings(variables, process.env);
  const [of] = callsOf(services);
  const sqs = sqsClient(config.AWS_TIMEOUT_MS);
  const dynamoDb = dynamoDbClient(config.AWS_TIMEOUT_MS);
  return {
    services: createServices(services, process.env),
    settings,
    queue: createQueue({ queueUrl: config.QUEUE_URL, client: sqs }),
    deadLetters: createQueue({ queueUrl: config.DEAD_LETTER_QUEUE_URL, client: sqs }),
    ledger: ledger.create(process.env),
    circuitBreaker: of && createCircuitBreaker({ tableName: config.LEDGER_TABLE, of, client: dynamoDb }),
    maxReceives: config.MAX_RECEIVES,
    ledgerDownSeconds: config.LEDGER_DOWN_SECONDS,
    concurrency: config.RECORD_CONCURRENCY,
  };
}
