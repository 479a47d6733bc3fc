import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/receive-webhook.ts';
import { type Envelope, parseEnvelope } from '../../lib/webhooks/envelope.ts';
import { eventTypes } from '../../lib/webhooks/events.ts';
import { captureOutput, lambdaContext, startTestAws, type TestAws } from '../lambda/support.ts';
import { type Call, lambdaEvent, mayHaveEffect, webhookSecrets } from './hostile/call.ts';
import { answers } from './hostile/change.ts';
import { allChanges, answersTo, type HostileCall, hostileCalls } from './hostile/hostile-calls.ts';
import { createTally } from './hostile/tally.ts';

// All of them take minutes: `npm run test:hostile`.
const requests = Number(process.env['HOSTILE_REQUESTS'] ?? 10_000);
const seed = Number(process.env['FC_SEED'] ?? 1);
/** Far more than any answer takes, and far less than what blows up would. */
const longestMs = 1_500;

let aws: TestAws;
let queueUrl: string;
let slowestMs = 0;
let output: ReturnType<typeof captureOutput>;

beforeAll(async () => {
  aws = await startTestAws({ webhooks: { webhook_secrets: webhookSecrets } });
  queueUrl = (await aws.createQueue('all')).url;
  await aws.newLedger();
  process.env['WEBHOOKS_SECRET_ID'] = 'webhooks';
  for (const eventType of eventTypes)
    process.env[`${eventType.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`] = queueUrl;
});

afterAll(() => aws.stop());

beforeEach(() => {
  output = captureOutput();
});

interface Answered {
  /** As in `answers`. */
  readonly answer: string;
  readonly key: unknown;
  readonly text: string;
}

async function receive(call: Call): Promise<Answered> {
  output.clear();
  const started = performance.now();
  const { statusCode, body = '' } = await handler(JSON.parse(lambdaEvent(call)), lambdaContext());
  slowestMs = Math.max(slowestMs, performance.now() - started);
  expect(slowestMs).toBeLessThan(longestMs);
  const { status, key }: { status?: unknown; key?: unknown } = JSON.parse(body);
  const reasons = output.metrics().flatMap(({ reason }) => reason ?? []);
  return { answer: `${statusCode} ${reasons[0] ?? status}`, key, text: body };
}

/** What can be taken from the queue, each message readable to a worker. */
async function takeQueued(): Promise<Envelope[]> {
  const messages = await aws.messages(queueUrl);
  if (messages.length > 0) await aws.empty(queueUrl);
  return messages.map(({ body }) => {
    const parsed = parseEnvelope(body);
    if (!parsed.ok) throw new Error(`A worker could not read ${body}`);
    return parsed.envelope;
  });
}

describe('whatever comes', () => {
  const tally = createTally();
  const changesMet = createTally();
  const known = new Set<unknown>();

  afterAll(() => {
    vi.restoreAllMocks();
    process.stdout.write(`Seed ${seed}, the slowest answer after ${Math.ceil(slowestMs)} ms: ${tally}\n`);
  });

  it(`is answered, and has no effect without the secret: ${requests} requests of seed ${seed}`, {
    timeout: 20_000 + requests * 10,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(hostileCalls, async (hostile) => {
        const answered = await receive(hostile.call);
        tally.count(answered.answer);
        for (const name of hostile.changes) changesMet.count(name);
        checkAnswer(hostile, answered, known);
        if (answered.answer === '202 queued') await checkQueued(hostile, answered.key);
        if (answered.answer === '202 queued') known.add(answered.key);
      }),
      { numRuns: requests, seed },
    );
    // What had come beside the one message of a call was found with the next one's, or is now.
    expect(await takeQueued()).toEqual([]);
    expect(await ledgerKeys()).toEqual(known);
  });

  it('is met in each of the ways that the receiver has to answer, and by each change', () => {
    const seldom = answers.filter((answer) => tally.of(answer) < requests / 200);
    expect(seldom).toEqual([]);
    expect(allChanges.filter(({ name }) => changesMet.of(name) === 0)).toEqual([]);
  });
});

function checkAnswer({ call, changes }: HostileCall, { answer, key, text }: Answered, known: Set<unknown>): void {
  const [change] = changes;
  const expected = changes.length === 1 && change !== undefined ? answersTo(change) : answers;
  const isDuplicate = answer === '202 duplicate';
  expect(expected).toContain(isDuplicate ? '202 queued' : answer);
  if (isDuplicate || answer === '202 queued') expect(known.has(key)).toBe(isDuplicate);
  const mayNotBeSaid = [call.secret, ...(call.body.length > 40 ? [call.body] : [])];
  for (const part of mayNotBeSaid) expect(text).not.toContain(part);
}

async function checkQueued({ call }: HostileCall, key: unknown): Promise<void> {
  const queued = await takeQueued();
  expect(queued.map((envelope) => envelope.key)).toEqual([key]);
  for (const { event } of queued) expect(mayHaveEffect(lambdaEvent(call), event.project_id)).toBe(true);
}

/** Of all items: whatever is written without leave is one too many. */
async function ledgerKeys(): Promise<Set<unknown>> {
  const dynamodb = new DynamoDBClient({});
  const keys = new Set<unknown>();
  for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName: process.env['LEDGER_TABLE'] })) {
    for (const item of Items) keys.add(unmarshall(item)['key']);
  }
  dynamodb.destroy();
  return keys;
}
