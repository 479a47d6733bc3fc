import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { ProjectJobInfo } from '../../../lib/annofab/index.ts';
import { createQueue } from '../../../lib/aws/queue.ts';
import type { LedgerEntry } from '../../../lib/deliveries/ledger/entry.ts';
import { createLedger } from '../../../lib/deliveries/ledger/ledger.ts';
import { acceptDelivery, type Outbox } from '../../../lib/deliveries/receive/accept-delivery.ts';
import type { ReconcileContext } from '../../../lib/deliveries/reconcile/context.ts';
import { type Reconciliation, reconcileDeliveries } from '../../../lib/deliveries/reconcile/reconcile-deliveries.ts';
import { createWatermarks, type Watermarks } from '../../../lib/deliveries/reconcile/watermarks.ts';
import type { Settings } from '../../../lib/runtime/settings.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import type { Envelope } from '../../../lib/webhooks/envelope.ts';
import { EVENT_TYPES, type EventType, isEventType, type WebhookEvent } from '../../../lib/webhooks/events.ts';
import { parseEvent } from '../../../lib/webhooks/parse-event.ts';
import { WEBHOOK_PATH, webhookRequest } from '../../../lib/webhooks/templates.ts';
import type { Seed } from '../../../local/annofab/index.ts';
import { listen } from '../../../local/listen.ts';
import { startWorld, type World } from '../../automations/support/world.ts';
import type { Message, TestAws } from '../../lambda/support.ts';
import { everyTypeSeed } from '../../local/annofab/every-type.ts';
import { createLedgerTable } from '../../support/ledger-table.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An Annofab whose webhooks call a receiver that can be down, and what the reconciliation works with. */
export interface ReconcileWorld extends World, Outbox {
  readonly aws: TestAws;
  readonly sqs: SQSClient;
  readonly watermarks: Watermarks;
  readonly webhookUrl: string;
  /** Takes webhooks as the real one does, or answers each with a 503. */
  readonly receiver: { up: boolean };
  /** Registers our webhook of a type, with changes. */
  register(eventType: EventType, changes?: object, project_id?: string): Promise<void>;
  /** Completes a task; what that fires has arrived, or failed, when it is done. @returns when it was completed */
  complete(task_id?: string, project_id?: string): Promise<string>;
  run(o?: RunOptions): Promise<Reconciliation>;
  /** The events that were queued since this was asked for last. */
  queued(): Promise<Envelope[]>;
  /** The same, with the attributes and groups of the messages. */
  queuedMessages(): Promise<Message[]>;
  entries(project_id?: string): Promise<LedgerEntry[]>;
  jobs(project_id?: string): ProjectJobInfo[];
  /** The names of what was counted, since the world has settled. */
  metrics(): string[];
  /** By the clock of Annofab, which is that of the ledger and of the reconciliation too. */
  pass(milliseconds: number): void;
}

export interface RunOptions {
  settings?: Partial<Settings>;
  event?: unknown;
  /** How much time the invocation has. */
  remainingMs?: number;
  queues?: Outbox['queues'];
  ledger?: Outbox['ledger'];
}

export const DEMO = 'demo-project';

/** The demo project under several ids. */
function seedOf(...ids: string[]): Seed {
  const projects = everyTypeSeed.projects.flatMap((project) => ids.map((project_id) => ({ ...project, project_id })));
  return { ...everyTypeSeed, projects };
}

/** A world in which the application has been at work for some time, in the projects of these ids. */
export async function startSettledWorld(aws: TestAws, ...project_ids: string[]): Promise<ReconcileWorld> {
  const ids = project_ids.length === 0 ? [DEMO] : project_ids;
  const world = await startReconcileWorld(aws, seedOf(...ids));
  for (const id of ids) await world.register('task-completed', {}, id);
  await world.run({ settings: { reconcileProjectIds: ids } });
  world.pass(3 * HOUR);
  for (const past of [world.counted, world.logged, world.requests]) past.length = 0;
  return world;
}

/** All of it is new; the embedded AWS is shared by the tests of a file. */
async function startReconcileWorld(aws: TestAws, seed: Seed): Promise<ReconcileWorld> {
  const world = await startWorld({ aws, seed });
  const now = () => world.emulator.clock.now().getTime();
  const tableName = await createLedgerTable(aws);
  const [dynamoDb, sqs] = [new DynamoDBClient({ maxAttempts: 1 }), new SQSClient({ maxAttempts: 1 })];
  const ledger = createLedger({ tableName, client: dynamoDb, now });
  const watermarks = createWatermarks({ tableName, client: dynamoDb });
  const urls = await Promise.all(
    EVENT_TYPES.map(async (type) => (await aws.createQueue(`${type}-${randomUUID()}`)).url),
  );
  const [a, b, c, d] = urls.map((queueUrl) => createQueue({ queueUrl, client: sqs }));
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('there are four types');
  const queues = {
    'task-completed': a,
    'annotation-archive-updated': b,
    'input-data-zip-registered': c,
    'project-copy-completed': d,
  };
  const receiver = { up: true };
  const server = createServer(async (request, response) => {
    const eventType = request.url?.replace(`${WEBHOOK_PATH}/`, '') ?? '';
    const body = await json(request).catch(() => undefined);
    const parsed = isEventType(eventType) ? parseEvent(eventType, body) : { ok: false as const };
    if (receiver.up && parsed.ok) await take(parsed.event);
    response.writeHead(receiver.up ? (parsed.ok ? 202 : 400) : 503).end();
  });

  async function take(event: WebhookEvent): Promise<void> {
    const came = { receivedAt: new Date(now()).toISOString(), requestId: 'request-1' };
    const delivery = { ...deliveryKey(event), event, source: 'webhook', ...came } as const;
    await acceptDelivery({ ledger, queues }, delivery, { onUnrecorded: () => {} });
  }

  const webhookUrl = `http://127.0.0.1:${await listen(server)}`;

  async function queuedMessages(): Promise<Message[]> {
    const messages: Message[] = [];
    for (const url of urls) messages.push(...(await aws.messages(url)));
    return messages;
  }

  return {
    ...world,
    aws,
    sqs,
    ledger,
    queues,
    watermarks,
    webhookUrl,
    receiver,
    async register(eventType, changes = {}, project_id = DEMO) {
      const request = { ...webhookRequest(eventType, { url: webhookUrl, secret: 'secret' }), project_id, ...changes };
      await world.foreign.putWebhook({ project_id, webhook_id: request.webhook_id, body: request });
    },
    async complete(task_id = 'task-1', project_id = DEMO) {
      const { operation_updated_datetime } = await world.emulator.completeTask(project_id, task_id);
      await world.emulator.settled();
      return operation_updated_datetime ?? '';
    },
    async run({ settings = {}, event, remainingMs = 900_000, ...entrance } = {}) {
      const deadline = now() + remainingMs;
      const tick = world.tick({ settings: { reconcileProjectIds: [DEMO], ...settings }, event, deadline, now });
      const ctx: ReconcileContext = { ...tick, ledger, queues, watermarks, webhookUrl, ...entrance };
      return reconcileDeliveries(ctx);
    },
    async queued() {
      return (await queuedMessages()).map(({ body }) => JSON.parse(body));
    },
    queuedMessages,
    async entries(project_id = DEMO) {
      const entries: LedgerEntry[] = [];
      for await (const entry of ledger.byProject(project_id)) entries.push(entry);
      return entries;
    },
    jobs(project_id = DEMO) {
      const project = world.emulator.state.projects.get(project_id);
      if (project === undefined) throw new Error(`the emulator has no project ${project_id}`);
      return project.jobs;
    },
    metrics: () => world.counted.map(({ name }) => name),
    pass: (milliseconds) => world.emulator.clock.advance(milliseconds),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      dynamoDb.destroy();
      sqs.destroy();
      await world.stop();
    },
  };
}
