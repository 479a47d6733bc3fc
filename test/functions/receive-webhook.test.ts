import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { EVENT_TYPES, type EventType, TEST_PROJECT_ID, type WebhookEvent } from '../../lib/webhooks/events.ts';
import { derivedSecret } from '../../lib/webhooks/webhook-secrets.ts';
import {
  captureOutput,
  type HttpInput,
  httpEvent,
  lambdaContext,
  startTestAws,
  type TestAws,
} from '../lambda/support.ts';
import { JUST_AFTER, sampleEvents, taskCompleted } from '../webhooks/events.ts';

const SECRET = 'demo-webhook-secret';
const SCOPED = 'secret-of-project-b';
const secrets = { webhook_secrets: [{ secret: SECRET }, { secret: SCOPED, project_id: 'project-b' }] };
const LARGEST = 64 * 1024;

let aws: TestAws;
const queues = new Map<EventType, string>();
let ledger: Ledger;
let output: ReturnType<typeof captureOutput>;
let receive: (
  input: HttpInput,
) => Promise<{ status: number | undefined; headers: object; json: Record<string, unknown> }>;

beforeAll(async () => {
  aws = await startTestAws();
  process.env['WEBHOOKS_SECRET_ID'] = 'webhooks';
  for (const eventType of EVENT_TYPES) {
    const { url } = await aws.createQueue(eventType);
    queues.set(eventType, url);
    process.env[`${eventType.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`] = url;
  }
});

afterAll(() => aws.stop());

beforeEach(async () => {
  aws.secrets.put('webhooks', secrets);
  ledger = await aws.newLedger();
  output = captureOutput();
  vi.useFakeTimers({ toFake: ['Date'], now: JUST_AFTER });
  // A new container for each test: nothing is cached.
  vi.resetModules();
  const { handler } = await import('../../functions/receive-webhook.ts');
  receive = async (input) => {
    const answer = await handler(httpEvent(input), lambdaContext());
    return { status: answer.statusCode, headers: answer.headers ?? {}, json: JSON.parse(answer.body ?? '') };
  };
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  aws.faults.clear();
  for (const url of queues.values()) await aws.empty(url);
});

const withSecret = { 'x-webhook-secret': SECRET };

function delivery(event: WebhookEvent, more: HttpInput = {}): HttpInput {
  return { eventType: event.event_type, headers: withSecret, body: JSON.stringify(event), ...more };
}

async function queued(eventType: EventType = 'task-completed') {
  return (await aws.messages(queues.get(eventType) ?? '')).map(({ body }): unknown => JSON.parse(body));
}

async function nothingIsQueued() {
  for (const url of queues.values()) expect(await aws.counts(url)).toEqual({ waiting: 0, delayed: 0 });
}

/** So that a body of `bytes` bytes is JSON. */
function padded(bytes: number): string {
  return JSON.stringify(taskCompleted).padEnd(bytes, ' ');
}

describe('receive-webhook', () => {
  it.each(sampleEvents)(
    'acknowledges $event_type with its key, and puts it into the queue of its type',
    async (event) => {
      const { status, json } = await receive(delivery(event));
      expect(status).toBe(202);
      expect(json).toEqual({ key: deliveryKey(event).key, status: 'queued' });
      expect(await queued(event.event_type)).toEqual([
        {
          v: 1,
          event_type: event.event_type,
          key: deliveryKey(event).key,
          received_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          request_id: 'request-1',
          event,
        },
      ]);
      await nothingIsQueued();
    },
  );

  it('puts the message into the group of its project, so that no other project starves it', async () => {
    const projects = ['project-a', 'p'.repeat(129)];
    for (const project_id of projects) await receive(delivery({ ...taskCompleted, project_id }));
    const groups = (await aws.messages(queues.get('task-completed') ?? '')).map(({ group }) => group);
    expect(groups).toEqual(['project-a', expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('keeps an event with the longest ids: they fit into the ledger and its indexes, and into the queue', async () => {
    const event = { ...taskCompleted, project_id: 'p'.repeat(256), task_id: 't'.repeat(256) };
    expect(await receive(delivery(event))).toMatchObject({ status: 202, json: { status: 'queued' } });
    expect(await queued()).toMatchObject([{ event }]);
    expect(await ledger.find(deliveryKey(event).key)).toMatchObject({ state: 'queued', event });
  });

  it('names the invocation and the delivery in its log lines', async () => {
    await receive(delivery(taskCompleted));
    expect(output.logs()).toEqual([
      expect.objectContaining({
        message: 'Delivery received and queued',
        function_name: 'a-function',
        function_request_id: expect.any(String),
        delivery_key: deliveryKey(taskCompleted).key,
        delivery: deliveryKey(taskCompleted).label,
      }),
    ]);
    expect(output.metrics()).toEqual([expect.objectContaining({ received: 1, event_type: 'task-completed' })]);
  });

  it('logs whether the invocation was a cold start', async () => {
    process.env['AWS_LAMBDA_INITIALIZATION_TYPE'] = 'on-demand';
    vi.resetModules();
    const { handler } = await import('../../functions/receive-webhook.ts');
    for (let n = 0; n < 2; n += 1) await handler(httpEvent(delivery(taskCompleted)), lambdaContext());
    delete process.env['AWS_LAMBDA_INITIALIZATION_TYPE'];
    expect(output.logs().map(({ cold_start }) => cold_start)).toEqual([true, false]);
  });

  it('reads a body in Base64', async () => {
    const body = Buffer.from(JSON.stringify(taskCompleted)).toString('base64');
    expect((await receive(delivery(taskCompleted, { body, base64: true }))).status).toBe(202);
    expect(await queued()).toHaveLength(1);
  });

  it('drops fields that are not the event’s', async () => {
    const body = JSON.stringify({ ...taskCompleted, project_title: '題名"', __proto__: { admin: true } });
    expect((await receive(delivery(taskCompleted, { body }))).status).toBe(202);
    expect(await queued()).toEqual([expect.objectContaining({ event: taskCompleted })]);
  });

  it.each([
    undefined,
    '',
    'text/plain',
    'text/plain; charset=UTF-8',
    'application/json',
    'Application/JSON; charset=shift_jis',
    'application/json;charset=utf-8',
    'application/cloudevents+json',
    'application/json,application/json',
    'application/json; profile="a,b", application/json',
  ])('reads a body with content type %j as JSON', async (type) => {
    const headers = { ...withSecret, ...(type !== undefined && { 'Content-Type': type }) };
    expect((await receive(delivery(taskCompleted, { headers }))).status).toBe(202);
  });

  it('finds the secret in a header of any case', async () => {
    expect((await receive(delivery(taskCompleted, { headers: { 'X-WEBHOOK-Secret': SECRET } }))).status).toBe(202);
  });

  it('accepts a body of 64 KiB', async () => {
    expect((await receive(delivery(taskCompleted, { body: padded(LARGEST) }))).status).toBe(202);
  });

  it('reads a body behind a byte order mark', async () => {
    const body = `\ufeff${JSON.stringify(taskCompleted)}`;
    expect((await receive(delivery(taskCompleted, { body }))).status).toBe(202);
    expect(await queued()).toEqual([expect.objectContaining({ event: taskCompleted })]);
  });

  it.each([
    ['five minutes in the future', 5 * 60_000],
    ['fifteen days ago', -15 * 24 * 60 * 60_000],
  ])(
    'accepts an event of %s: clocks differ, and the reconciliation may bring what is old',
    async (_what, milliseconds) => {
      const event = { ...taskCompleted, complete_datetime: new Date(JUST_AFTER + milliseconds).toISOString() };
      expect((await receive(delivery(event))).json).toMatchObject({ status: 'queued' });
    },
  );

  it.each([
    ['future', 5 * 60_000 + 1],
    ['future', 25 * 60 * 60_000],
    ['past', -15 * 24 * 60 * 60_000 - 1],
    ['past', -30 * 365 * 24 * 60 * 60_000],
  ])('refuses an event that is too far in the %s, and leaves no trace of it', async (when, milliseconds) => {
    const event = { ...taskCompleted, complete_datetime: new Date(JUST_AFTER + milliseconds).toISOString() };
    const { status, json } = await receive(delivery(event));
    expect(status).toBe(400);
    expect(json['errors']).toEqual([
      { field: 'complete_datetime', message: expect.stringContaining(`in the ${when}`) },
    ]);
    await nothingIsQueued();
    expect(await ledger.find(deliveryKey(event).key)).toBeUndefined();
  });

  it('queues the event of a project that is called test-delivery', async () => {
    const event = { ...taskCompleted, project_id: 'test-delivery' };
    expect((await receive(delivery(event))).json).toMatchObject({ status: 'queued' });
    expect(await queued()).toHaveLength(1);
  });

  it('acknowledges a test delivery with any known secret, and does not queue it', async () => {
    const event = { ...taskCompleted, project_id: TEST_PROJECT_ID };
    for (const known of [SECRET, SCOPED]) {
      const { status, json } = await receive(delivery(event, { headers: { 'x-webhook-secret': known } }));
      expect([status, json]).toEqual([202, { key: deliveryKey(event).key, status: 'test' }]);
    }
    await nothingIsQueued();
  });
});

describe('the ledger of receive-webhook', () => {
  const { key, label } = deliveryKey(taskCompleted);

  it('records a delivery, and that its message was sent', async () => {
    await receive(delivery(taskCompleted));
    expect(await ledger.find(key)).toMatchObject({
      key,
      label,
      event: taskCompleted,
      state: 'queued',
      source: 'webhook',
      requestId: 'request-1',
    });
  });

  it('lets a repeated delivery be queued once', async () => {
    await receive(delivery(taskCompleted));
    const { status, json } = await receive(delivery(taskCompleted));
    expect([status, json]).toEqual([202, { key, status: 'duplicate' }]);
    expect(await queued()).toHaveLength(1);
    expect(output.metrics()).toContainEqual(expect.objectContaining({ duplicate: 1, event_type: 'task-completed' }));
  });

  it('lets a delivery be queued again whose message may not have been sent', async () => {
    aws.faults.add({ service: 'sqs', drop: true });
    expect((await receive(delivery(taskCompleted))).status).toBe(503);
    expect(await ledger.find(key)).toMatchObject({ state: 'received' });
    aws.faults.clear();
    expect((await receive(delivery(taskCompleted))).json).toMatchObject({ status: 'queued' });
    expect(await ledger.find(key)).toMatchObject({ state: 'queued' });
    expect(await queued()).toHaveLength(1);
  });

  it('may fail after the message was sent: the answer is still 202', async () => {
    aws.faults.add({ service: 'dynamodb', operation: 'PutItem', delayMs: 0, times: 1 });
    aws.faults.add({ service: 'dynamodb', operation: 'PutItem', status: 500 });
    expect((await receive(delivery(taskCompleted))).status).toBe(202);
    expect(await queued()).toHaveLength(1);
    expect(await ledger.find(key)).toMatchObject({ state: 'received' });
  });

  it('records neither refused requests nor test deliveries', async () => {
    await receive(delivery(taskCompleted, { headers: {} }));
    await receive(delivery({ ...taskCompleted, project_id: TEST_PROJECT_ID }));
    for await (const entry of ledger.open('received')) expect(entry).toBeUndefined();
    for await (const entry of ledger.open('queued')) expect(entry).toBeUndefined();
  });
});

describe('a refused request', () => {
  const notUtf8 = Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString('base64');
  const oneBadByte = Buffer.from(JSON.stringify({ ...taskCompleted, title: '\u00ff' }), 'latin1').toString('base64');
  const shiftJis = Buffer.from([0x7b, 0x22, 0x83, 0x5e, 0x22, 0x3a, 0x31, 0x7d]).toString('base64');
  const big = padded(LARGEST + 1);
  const wide = `"${'あ'.repeat(22_000)}"`;

  it.each<[number, string, HttpInput]>([
    [413, 'a body of more than 64 KiB', { body: big }],
    [413, 'a body of more than 64 KiB in base64', { body: Buffer.from(big).toString('base64'), base64: true }],
    [413, 'few characters that are more than 64 KiB of bytes', { body: wide }],
    [401, 'no secret', { headers: {} }],
    [401, 'an empty secret', { headers: { 'x-webhook-secret': '' } }],
    [401, 'a wrong secret', { headers: { 'x-webhook-secret': 'demo-webhook-secre' } }],
    [401, 'the secret twice', { headers: { 'x-webhook-secret': `${SECRET},${SECRET}` } }],
    [401, 'the secret of another project', { headers: { 'x-webhook-secret': SCOPED } }],
    [415, 'a form', { headers: { ...withSecret, 'content-type': 'application/x-www-form-urlencoded' } }],
    [415, 'XML', { headers: { ...withSecret, 'content-type': 'text/xml' } }],
    [
      415,
      'two content types, of which one is not JSON',
      { headers: { ...withSecret, 'content-type': 'application/json,text/xml' } },
    ],
    [415, 'an invalid content type', { headers: { ...withSecret, 'content-type': 'json' } }],
    [400, 'no body', { body: undefined }],
    [400, 'an empty body', { body: '' }],
    [400, 'half a body', { body: '{"event_type":' }],
    [400, 'a body that a title broke', { body: '{"event_type":"task-completed","title":"a "quoted" title"}' }],
    [400, 'a body that is not UTF-8', { body: notUtf8, base64: true }],
    [400, 'a body that would be an event but for one byte that is not UTF-8', { body: oneBadByte, base64: true }],
    [400, 'a body in Shift_JIS', { body: shiftJis, base64: true }],
    [400, 'a body that is not the announced Base64', { body: '***', base64: true }],
    [400, 'brackets without end', { body: '['.repeat(60_000) }],
    [400, 'JSON that is not an object', { body: '[]' }],
    [400, 'a body of another event type than the path', { eventType: 'annotation-archive-updated' }],
    [
      400,
      'a placeholder that was not filled in',
      { body: JSON.stringify({ ...taskCompleted, task_id: '{{TASK_ID}}' }) },
    ],
    [404, 'an unknown event type', { eventType: 'task-started' }],
    [404, 'an event type that every object has', { eventType: 'constructor' }],
    [404, 'no event type', { eventType: null }],
    [405, 'another method', { method: 'GET' }],
  ])('gets %i for %s', async (expected, _what, input) => {
    const { status, headers, json } = await receive(delivery(taskCompleted, input));
    expect(status).toBe(expected);
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(json).toMatchObject({ status: expected, title: expect.any(String), detail: expect.any(String) });
    await nothingIsQueued();
  });

  it('is refused for the first of several faults, in the order size, secret, content type, JSON, event type, fields, scope', async () => {
    const faults: [number, HttpInput][] = [
      [413, { body: padded(LARGEST + 1) }],
      [401, { headers: { 'content-type': 'text/xml' } }],
      [415, { headers: { 'x-webhook-secret': SCOPED, 'content-type': 'text/xml' } }],
      [400, { headers: { 'x-webhook-secret': SCOPED }, body: '{' }],
      [404, { headers: { 'x-webhook-secret': SCOPED }, body: '{}', eventType: 'task-started' }],
      [400, { headers: { 'x-webhook-secret': SCOPED }, body: '{}' }],
      [401, { headers: { 'x-webhook-secret': SCOPED } }],
    ];
    const worst = { headers: { 'content-type': 'text/xml' }, body: '{', eventType: 'task-started' };
    for (const [index, [expected, fault]] of faults.entries()) {
      // Each has what the later checks would refuse as well.
      const more = index < 3 ? worst : index === 3 ? { eventType: 'task-started' } : {};
      expect((await receive(delivery(taskCompleted, { ...more, ...fault }))).status).toBe(expected);
    }
  });

  it('gets an answer that names each wrong field', async () => {
    const { json } = await receive(
      delivery(taskCompleted, { body: '{"event_type":"x","project_id":"a/b","task_id":".."}' }),
    );
    expect(json).toMatchObject({ status: 400, detail: expect.any(String) });
    expect(json['errors']).toEqual([
      { field: 'event_type', message: expect.any(String) },
      { field: 'project_id', message: expect.any(String) },
      { field: 'task_id', message: expect.any(String) },
      { field: 'complete_datetime', message: 'is missing' },
    ]);
  });

  it('gets an answer that names the allowed method', async () => {
    expect((await receive({ method: 'PUT' })).headers).toMatchObject({ allow: 'POST' });
  });

  it('leaves neither its secret nor its body in the answer or the log', async () => {
    await receive(delivery(taskCompleted, { headers: { 'x-webhook-secret': 'marker-secret' }, body: '"marker-body"' }));
    const bad = { body: '{"project_id":"marker-body/"}' };
    const answer = await receive(delivery(taskCompleted, bad));
    await receive(delivery(taskCompleted, { body: 'marker-body' }));
    await receive(delivery(taskCompleted));
    for (const text of [JSON.stringify(answer), output.text()]) {
      expect(text).not.toMatch(/marker|demo-webhook-secret|secret-of-project-b/);
    }
  });

  it('is counted by reason', async () => {
    await receive({ headers: {} });
    await receive(delivery(taskCompleted, { body: '{' }));
    expect(output.metrics()).toEqual([
      expect.objectContaining({ rejected: 1, reason: 'missing-secret' }),
      expect.objectContaining({ rejected: 1, reason: 'bad-json' }),
    ]);
  });
});

describe('a webhook secret', () => {
  it('is valid for the events of its project', async () => {
    const event = { ...taskCompleted, project_id: 'project-b' };
    expect((await receive(delivery(event, { headers: { 'x-webhook-secret': SCOPED } }))).status).toBe(202);
  });

  it('is known at once after a change', async () => {
    await receive(delivery(taskCompleted));
    aws.secrets.put('webhooks', { webhook_secrets: [{ secret: 'the-new-one' }] });
    const renewed = delivery(taskCompleted, { headers: { 'x-webhook-secret': 'the-new-one' } });
    expect((await receive(renewed)).status).toBe(202);
  });

  it('is valid at once for another project that it is given', async () => {
    const event = { ...taskCompleted, project_id: 'project-c' };
    const ofProjectC = delivery(event, { headers: { 'x-webhook-secret': SCOPED } });
    await receive(delivery(taskCompleted));
    const entries = [...secrets.webhook_secrets, { secret: SCOPED, project_id: 'project-c' }];
    aws.secrets.put('webhooks', { webhook_secrets: entries });
    expect((await receive(ofProjectC)).status).toBe(202);
  });

  it('is read again for a wrong one, but at most every 30 seconds', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2019-05-08T01:00:00Z') });
    const renewed = delivery(taskCompleted, { headers: { 'x-webhook-secret': 'the-new-one' } });
    expect((await receive(renewed)).status).toBe(401);
    aws.secrets.put('webhooks', { webhook_secrets: [{ secret: 'the-new-one' }] });
    vi.setSystemTime(Date.parse('2019-05-08T01:00:29.999Z'));
    expect((await receive(renewed)).status).toBe(401);
    vi.setSystemTime(Date.parse('2019-05-08T01:00:30Z'));
    expect((await receive(renewed)).status).toBe(202);
  });
});

describe('a derived webhook secret', () => {
  const KEYS = ['0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2), '00112233445566778899aabbccddeeff'.repeat(2)] as const;
  const { project_id } = taskCompleted;
  const headersOf = (key: string, project: string) => ({
    'x-webhook-secret': derivedSecret(key, project),
    'x-webhook-project': project,
  });
  const send = (headers: Record<string, string>, more: HttpInput = {}) =>
    receive(delivery(taskCompleted, { headers, ...more }));

  beforeEach(() => aws.secrets.put('webhooks', { keys: [KEYS[0]] }));

  it('is accepted for the project of its header, for which no entry exists', async () => {
    expect((await send(headersOf(KEYS[0], project_id))).json).toMatchObject({ status: 'queued' });
  });

  it.each<[string, Record<string, string>]>([
    ['the secret of another project with its own header', headersOf(KEYS[0], 'project-b')],
    [
      'the secret of another project with the header of this one',
      { ...headersOf(KEYS[0], project_id), 'x-webhook-secret': derivedSecret(KEYS[0], 'project-b') },
    ],
    ['the right secret without a header of the project', { 'x-webhook-secret': derivedSecret(KEYS[0], project_id) }],
    ['a secret of an unknown key', headersOf(KEYS[1], project_id)],
    ['the key itself', { ...headersOf(KEYS[0], project_id), 'x-webhook-secret': KEYS[0] }],
  ])('gets a 401 for %s', async (_what, headers) => {
    expect((await send(headers)).status).toBe(401);
    await nothingIsQueued();
  });

  it('is checked before the body is read', async () => {
    expect((await send(headersOf(KEYS[1], project_id), { body: '{' })).status).toBe(401);
    expect((await send(headersOf(KEYS[0], project_id), { body: '{' })).status).toBe(400);
  });

  it('may send a test delivery', async () => {
    const test = { ...taskCompleted, project_id: TEST_PROJECT_ID };
    const { json } = await receive(delivery(test, { headers: headersOf(KEYS[0], project_id) }));
    expect(json).toMatchObject({ status: 'test' });
  });

  it('is accepted beside entries, which go on working', async () => {
    aws.secrets.put('webhooks', { ...secrets, keys: [KEYS[0]] });
    expect((await send(withSecret)).status).toBe(202);
    expect((await send({ ...withSecret, 'x-webhook-project': 'project-b' })).status).toBe(202);
    expect((await send(headersOf(KEYS[0], project_id))).status).toBe(202);
  });

  it('changes without a refused delivery when a second key is added and then the first one removed', async () => {
    const [old, renewed] = KEYS.map((key) => headersOf(key, project_id));
    const statusOf = async (headers = {}) => (await send(headers)).status;
    expect(await statusOf(old)).toBe(202);
    aws.secrets.put('webhooks', { keys: KEYS });
    // The receiver reads the secrets again before it refuses the new one.
    expect([await statusOf(renewed), await statusOf(old)]).toEqual([202, 202]);
    aws.secrets.put('webhooks', { keys: [KEYS[1]] });
    vi.setSystemTime(JUST_AFTER + 300_000);
    expect([await statusOf(renewed), await statusOf(old)]).toEqual([202, 401]);
  });
});

describe('a request during an outage', () => {
  it.each([
    ['the queue cannot be reached', () => aws.faults.add({ service: 'sqs', drop: true })],
    ['the queue refuses', () => aws.faults.add({ service: 'sqs', status: 403, code: 'AccessDenied' })],
    ['the queue does not answer', () => aws.faults.add({ service: 'sqs', delayMs: 3_600_000 })],
    ['the ledger cannot be reached', () => aws.faults.add({ service: 'dynamodb', drop: true })],
    ['the ledger does not answer', () => aws.faults.add({ service: 'dynamodb', delayMs: 3_600_000 })],
    ['the secret cannot be reached', () => aws.faults.add({ service: 'secretsmanager', drop: true })],
    ['there is no secret', () => aws.secrets.delete('webhooks')],
    ['the secret does not answer', () => aws.faults.add({ service: 'secretsmanager', delayMs: 3_600_000 })],
    ['the secret is not JSON', () => aws.secrets.put('webhooks', 'demo-webhook-secret')],
    ['the secret holds a weak key', () => aws.secrets.put('webhooks', { keys: ['secret'] })],
    ['the secret holds an empty one', () => aws.secrets.put('webhooks', { webhook_secrets: [{ secret: '' }] })],
    [
      'secret and queue are both slow',
      () => {
        aws.faults.add({ service: 'secretsmanager', delayMs: 3_600_000, times: 1 });
        aws.faults.add({ service: 'sqs', delayMs: 3_600_000 });
      },
    ],
  ])('gets a 503 when %s, and does not wait for AWS', async (_what, fail) => {
    vi.stubEnv('AWS_TIMEOUT_MS', '100');
    fail();
    const { status, headers, json } = await receive(delivery(taskCompleted));
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '60', 'content-type': 'application/problem+json' });
    expect(JSON.stringify(json) + output.text()).not.toContain(SECRET);
  });

  it.each(['secretsmanager', 'dynamodb', 'sqs'] as const)(
    'gets a 503 when its time is over, while %s may still answer',
    async (service) => {
      vi.stubEnv('ANSWER_WITHIN_MS', '100');
      aws.faults.add({ service, delayMs: 3_600_000 });
      expect((await receive(delivery(taskCompleted))).status).toBe(503);
    },
  );

  it('gets a 503 when its secret may be a new one and cannot be looked up, and a 401 when it is wrong anyway', async () => {
    await receive(delivery(taskCompleted));
    aws.faults.add({ service: 'secretsmanager', drop: true });
    const wrong = delivery(taskCompleted, { headers: { 'x-webhook-secret': 'the-new-one' } });
    expect((await receive(wrong)).status).toBe(503);
    expect((await receive(wrong)).status).toBe(401);
    expect((await receive(delivery(taskCompleted))).status).toBe(202);
  });

  it('is served when a second attempt of AWS succeeds', async () => {
    aws.faults.add({ service: 'secretsmanager', drop: true, times: 1 });
    aws.faults.add({ service: 'sqs', status: 500, times: 1 });
    expect((await receive(delivery(taskCompleted))).status).toBe(202);
  });

  it('is served as soon as AWS works again: a failure is not cached', async () => {
    aws.faults.add({ service: 'secretsmanager', drop: true, times: 2 });
    expect((await receive(delivery(taskCompleted))).status).toBe(503);
    expect((await receive(delivery(taskCompleted))).status).toBe(202);
  });
});
