import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import type { AnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import type { TestAws } from '../lambda/support.ts';
import { localDynamoDb } from '../support/ledger-table.ts';

/**
 * What release 0.1.0 (commit 5320d39) left in a stage, written by its code: its ledger with a delivery in each state, its bucket
 * with the version of a task and a mirrored archive, and the messages in its queues. Later releases are to read it for ever.
 */
const FOLDER = join(import.meta.dirname, 'fixtures/v0.1.0');

interface Messages {
  /** When the fixtures were written. */
  readonly now: string;
  /** The events of the deliveries, by task, or by what happened. */
  readonly events: Readonly<Record<string, WebhookEvent>>;
  readonly queues: Readonly<
    Record<'task-completed' | 'dead', readonly { readonly body: { event: { task_id: string } } }[]>
  >;
}

const messages: Messages = read('messages.json');

export const UPGRADED_AT = Date.parse(messages.now);
export const PROJECT = localNames.project;
/** The tasks that were completed: those of the deliveries but for one, which waits for its task. */
const COMPLETED = ['task-1', 'task-7', 'task-8', 'task-5', 'task-3', 'task-4', 'task-2'];

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

export function eventOf(name: string): WebhookEvent {
  const event = messages.events[name];
  if (event === undefined) throw new Error(`the fixtures have no event ${name}`);
  return event;
}

export const allEvents: readonly WebhookEvent[] = Object.values(messages.events);

/** The message that waits in the queue, as it was sent. */
export function messageOf(task_id: string): string {
  const found = messages.queues['task-completed'].find(({ body }) => body.event.task_id === task_id);
  if (found === undefined) throw new Error(`the fixtures have no message of ${task_id}`);
  return JSON.stringify(found.body);
}

/** Puts all items of the ledger, also those that are not deliveries, into the table of `aws.newLedger`. */
export async function oldLedger(aws: TestAws): Promise<Ledger> {
  const ledger = await aws.newLedger();
  const client = localDynamoDb(aws);
  for (const Item of read<Record<string, AttributeValue>[]>('ledger.json')) {
    await client.send(new PutItemCommand({ TableName: process.env['LEDGER_TABLE'], Item }));
  }
  client.destroy();
  return ledger;
}

interface StoredObject {
  readonly contentType: string;
  readonly text?: string;
  readonly base64?: string;
}

export const oldObjects: Readonly<Record<string, StoredObject>> = read('bucket.json');

export async function oldBucket(s3: S3Client, bucket: string): Promise<void> {
  for (const [Key, { contentType, text, base64 = '' }] of Object.entries(oldObjects)) {
    const Body = text ?? Buffer.from(base64, 'base64');
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: contentType }));
  }
}

/** Brings the tasks of an Annofab to where the deliveries have them. */
export async function completeTasks(annofab: AnnofabEmulator): Promise<void> {
  const tasks = annofab.state.projects.get(PROJECT)?.tasks;
  for (const task_id of COMPLETED) {
    await annofab.completeTask(PROJECT, task_id);
    const task = tasks?.get(task_id);
    if (task) task.operation_updated_datetime = eventOf(task_id).complete_datetime;
  }
  const exported = tasks?.get('task-1');
  const metadata = { exported_at: eventOf('task-1').complete_datetime, annotation_count: 2 };
  if (exported) exported.metadata = { ...exported.metadata, ...metadata };
  await annofab.settled();
}
