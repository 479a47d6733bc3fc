import { inspect } from 'node:util';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { vi } from 'vitest';
import { EVENT_TYPES, type WebhookEvent } from '../../../lib/webhooks/events.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../../local/annofab/index.ts';
import { localNames } from '../../../local/names.ts';
import {
  captureOutput,
  envelopeOf,
  type HttpInput,
  httpEvent,
  lambdaContext,
  sqsEvent,
  sqsRecord,
  startTestAws,
  type TestAws,
} from '../../lambda/support.ts';
import { type FrontProxy, startProxy } from './proxy.ts';

/** The application with all that it talks to, and all that it lets others see. */
export interface World {
  readonly aws: TestAws;
  readonly annofab: AnnofabEmulator;
  /** What these servers say can be changed. */
  readonly annofabProxy: FrontProxy;
  readonly filesProxy: FrontProxy;
  readonly awsProxy: FrontProxy;
  /** Text that stands in path and query of every address of a file that Annofab gives. */
  signature: string;
  /** Functions that start from now on are new: they have read no secret yet. */
  restart(): Promise<void>;
  /** Sends a request to the receiver. */
  receive(input: HttpInput | object): Promise<void>;
  /** Hands messages to a worker: events, or what somebody else put into the queue. */
  work(...messages: readonly (WebhookEvent | string)[]): Promise<void>;
  /** Calls any handler; what it answers or throws is seen. */
  call(handler: () => Promise<unknown>): Promise<void>;
  emptyBucket(): Promise<void>;
  /** All that somebody may see who reads logs, metrics, answers, the ledger, or what stands beside a dead letter. */
  seen(): Promise<string>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const aws = await startTestAws();
  // An hour ago, so that what happens there is old enough to be missed.
  const annofab = await startAnnofabEmulator({ now: () => new Date(Date.now() - 3_600_000) });
  const awsProxy = await startProxy(aws.sqsUrl);
  const filesProxy = await startProxy(annofab.filesUrl, { forward: withoutSignature });
  const annofabProxy = await startProxy(annofab.url, { back: (text) => withSignature(text) });
  const viaProxy = (url: string) => url.replace(aws.sqsUrl, awsProxy.url);
  const beQuiet = () => {
    for (const proxy of [annofabProxy, filesProxy, awsProxy]) proxy.says(() => undefined);
  };
  const queue = viaProxy((await aws.createQueue('queue')).url);
  const deadLetters = viaProxy((await aws.createQueue('dead')).url);
  await aws.createBucket('dataset');
  const dynamodb = new DynamoDBClient({});
  const s3 = new S3Client({ forcePathStyle: true });
  let seen: string[] = [];
  let output = captureOutput();

  const world: World = {
    aws,
    annofab,
    annofabProxy,
    filesProxy,
    awsProxy,
    signature: 'signature',
    async restart() {
      beQuiet();
      await annofab.reset();
      aws.secrets.put('webhooks', { webhook_secrets: [{ secret: localNames.webhookSecret }] });
      aws.secrets.put('credential', { pat: localNames.personalAccessToken });
      for (const url of [queue, deadLetters]) await aws.empty(url);
      await world.emptyBucket();
      await aws.newLedger();
      vi.resetModules();
      output = captureOutput();
      seen = [];
    },
    async receive(input) {
      const { handler } = await import('../../../functions/receive-webhook.ts');
      const event = 'requestContext' in input ? input : httpEvent(input);
      await world.call(async () => handler(JSON.parse(JSON.stringify(event)), lambdaContext()));
    },
    async work(...messages) {
      for (const message of messages) {
        const { handler } = await workerOf(message);
        const body = typeof message === 'string' ? message : envelopeOf(message);
        await world.call(() => handler(sqsEvent(sqsRecord(body, { receiveCount: 5 })), lambdaContext(900_000)));
      }
    },
    async call(handler) {
      // An error that is thrown is written by Lambda itself, with its causes and fields.
      const answer = await handler().catch((error: unknown) => ({ thrown: error }));
      seen.push(inspect(answer, { depth: 20, showHidden: true, maxStringLength: null }));
    },
    async emptyBucket() {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'dataset' }));
      for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket: 'dataset', Key }));
    },
    async seen() {
      beQuiet();
      const items: unknown[] = [];
      const pages = paginateScan({ client: dynamodb }, { TableName: process.env['LEDGER_TABLE'] });
      for await (const { Items = [] } of pages) items.push(...Items.map((item) => unmarshall(item)));
      const dead = (await aws.messages(deadLetters)).map(({ attributes }) => attributes);
      return [output.text(), ...seen, JSON.stringify({ items, dead })].join('\n');
    },
    async stop() {
      dynamodb.destroy();
      s3.destroy();
      await Promise.all([annofabProxy, filesProxy, awsProxy].map((proxy) => proxy.stop()));
      await annofab.stop();
      await aws.stop();
    },
  };

  Object.assign(process.env, {
    ...Object.fromEntries(
      ['SQS', 'S3', 'DYNAMODB', 'SECRETS_MANAGER'].map((name) => [`AWS_ENDPOINT_URL_${name}`, awsProxy.url]),
    ),
    ...Object.fromEntries(EVENT_TYPES.map((type) => [`${type.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`, queue])),
    ANNOFAB_ENDPOINT_URL: annofabProxy.url,
    ARCHIVE_PROJECT_IDS: '*',
    CREDENTIAL_SECRET_ID: 'credential',
    DATASET_BUCKET: 'dataset',
    DEAD_LETTER_QUEUE_URL: deadLetters,
    LOG_LEVEL: 'DEBUG',
    QUEUE_URL: queue,
    RECONCILE_MIN_AGE_SECONDS: '1',
    WEBHOOKS_SECRET_ID: 'webhooks',
    WEBHOOK_EVENTS: EVENT_TYPES.join(),
    WEBHOOK_STAGE: 'dev',
    WEBHOOK_URL: filesProxy.url,
  });
  return world;

  function withSignature(text: string): string {
    return text.replaceAll(new RegExp(`${annofab.filesUrl}([^"\\s]*)`, 'g'), (_address, path: string) => {
      const signature = encodeURIComponent(world.signature);
      return `${filesProxy.url}/~${signature}${path}${path.includes('?') ? '&' : '?'}~=${signature}`;
    });
  }
}

function withoutSignature(url: string): string {
  return url.replace(/^\/~[^/?]*/, '').replace(/[?&]~=[^&]*/, '');
}

async function workerOf(
  message: WebhookEvent | string,
): Promise<{ handler: (event: SQSEvent, context: ReturnType<typeof lambdaContext>) => Promise<unknown> }> {
  const eventType = typeof message === 'string' ? 'task-completed' : message.event_type;
  switch (eventType) {
    case 'task-completed':
      return import('../../../functions/on-task-completed.ts');
    case 'annotation-archive-updated':
      return import('../../../functions/on-annotation-archive-updated.ts');
    case 'input-data-zip-registered':
      return import('../../../functions/on-input-data-zip-registered.ts');
    case 'project-copy-completed':
      return import('../../../functions/on-project-copy-completed.ts');
  }
}
