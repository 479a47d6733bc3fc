import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handler } from '../../functions/receive-webhook.ts';
import { eventTypes } from '../../lib/webhooks/events.ts';
import {
  captureOutput,
  type HttpInput,
  httpEvent,
  lambdaContext,
  startTestAws,
  type TestAws,
} from '../lambda/support.ts';
import { taskCompleted } from '../webhooks/events.ts';

const secret = 'demo-webhook-secret';
let aws: TestAws;
let queueUrl: string;

beforeAll(async () => {
  aws = await startTestAws({ webhooks: { webhook_secrets: [{ secret, project_id: 'demo-project' }] } });
  queueUrl = (await aws.createQueue('all')).url;
  process.env['WEBHOOKS_SECRET_ID'] = 'webhooks';
  for (const eventType of eventTypes)
    process.env[`${eventType.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`] = queueUrl;
});

afterAll(() => aws.stop());

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const fields = fc.constantFrom('event_type', 'project_id', 'task_id', 'complete_datetime', '__proto__', 'toString');
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  anyText,
  fc.constantFrom('demo-project', 'test-delivery', '.', '..'),
);
const nearlyRight = fc
  .tuple(fields, values)
  .map(([field, value]) => JSON.stringify(Object.fromEntries([...Object.entries(taskCompleted), [field, value]])));
const broken = fc.nat(130).map((length) => JSON.stringify(taskCompleted).slice(0, length));
const body = fc.option(fc.oneof(anyText, fc.json(), nearlyRight, broken), { nil: undefined });
const base64Body = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64'));
const contentType = fc.oneof(anyText, fc.constantFrom('application/json', 'text/plain', 'text/xml', '+json', ';'));
const headerNames = fc.oneof(anyText, fc.constantFrom('__proto__', 'content-type', 'Content-Type', 'constructor'));

function requests(secrets: fc.Arbitrary<Record<string, string>>): fc.Arbitrary<HttpInput> {
  return fc
    .record({
      method: fc.oneof({ weight: 9, arbitrary: fc.constant('POST') }, { weight: 1, arbitrary: anyText }),
      eventType: fc.oneof(fc.constantFrom(...eventTypes, 'constructor', '__proto__', ''), anyText),
      type: fc.option(contentType, { nil: undefined }),
      others: fc.dictionary(headerNames, anyText, { maxKeys: 3 }),
      secrets,
      payload: fc.oneof(
        body.map((text) => ({ body: text, base64: false })),
        fc.oneof(base64Body, anyText).map((text) => ({ body: text, base64: true })),
      ),
    })
    .map(({ method, eventType, type, others, secrets: more, payload }) => ({
      method,
      eventType,
      headers: { ...others, ...(type !== undefined && { 'content-type': type }), ...more },
      ...payload,
    }));
}

const wrongSecrets = fc.oneof(
  fc.constant({}),
  fc
    .tuple(fc.constantFrom('x-webhook-secret', 'X-Webhook-Secret'), fc.oneof(anyText, fc.constant(`${secret} `)))
    .filter(([, value]) => value !== secret)
    .map(([name, value]) => ({ [name]: value })),
);

it('no request without the secret is served or makes the receiver fail', async () => {
  captureOutput();
  await fc.assert(
    fc.asyncProperty(requests(wrongSecrets), async (input) => {
      const { statusCode = 0 } = await handler(httpEvent(input), lambdaContext());
      expect([401, 405, 413]).toContain(statusCode);
    }),
    { numRuns: 2_000 },
  );
  expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 0 });
});

it('no bad request with the secret makes the receiver fail, and nothing of it comes back', async () => {
  captureOutput();
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(requests(fc.constant({ 'x-webhook-secret': secret })), async (input) => {
      const { statusCode = 0, body: answer = '' } = await handler(httpEvent(input), lambdaContext());
      expect([202, 400, 401, 404, 405, 413, 415]).toContain(statusCode);
      expect(answer).not.toContain(secret);
      if (statusCode === 202 && JSON.parse(answer).status === 'queued') accepted += 1;
    }),
    { numRuns: 2_000 },
  );
  expect((await aws.counts(queueUrl)).waiting).toBe(accepted);
});
