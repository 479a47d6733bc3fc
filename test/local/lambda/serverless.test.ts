import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../../lib/webhooks/events.ts';
import { WEBHOOK_PATH } from '../../../lib/webhooks/templates.ts';
import { resolveIntrinsics } from '../../../local/lambda/serverless-file/intrinsics.ts';
import { parseServerlessFile } from '../../../local/lambda/serverless-file/serverless-file.ts';

const text = readFileSync(new URL('../../../serverless.yml', import.meta.url), 'utf8');
const service = parseServerlessFile(text, { stage: 'dev', region: 'ap-northeast-1' });
const workers = EVENT_TYPES.map((eventType) => ({ eventType, id: logicalId(eventType) }));

/** `task-completed` → `TaskCompleted` */
function logicalId(eventType: string): string {
  return eventType.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function functionNamed(name: string) {
  const found = service.functions.find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`There is no function ${name}`);
  return found;
}

function queueOf(id: string) {
  const found = service.queues.find(({ logicalId }) => logicalId === id);
  if (found === undefined) throw new Error(`There is no queue ${id}`);
  return found.properties;
}

describe.each(workers)('the event $eventType', ({ eventType, id }) => {
  const fn = functionNamed(`on-${eventType}`);

  it('has a queue whose function reports batch item failures', () => {
    expect(fn.handler).toBe(`functions/on-${eventType}.handler`);
    expect(fn.sources).toEqual([
      expect.objectContaining({ arn: { 'Fn::GetAtt': [`${id}Queue`, 'Arn'] }, reportsFailures: true }),
    ]);
    expect(fn.sources[0]?.maximumConcurrency).toBeGreaterThanOrEqual(2);
  });

  it('hides a message for six times the timeout of its function', () => {
    expect(queueOf(`${id}Queue`)['VisibilityTimeout']).toBe((6 * fn.timeoutMs) / 1000);
  });

  it('goes to the dead-letter queue after five receives, a limit that its function knows', () => {
    expect(queueOf(`${id}Queue`)['RedrivePolicy']).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [`${id}DeadLetterQueue`, 'Arn'] },
      maxReceiveCount: 5,
    });
    expect(fn.environment['MAX_RECEIVES']).toBe(5);
  });

  it('is kept for 14 days, also in the dead-letter queue', () => {
    for (const queue of [`${id}Queue`, `${id}DeadLetterQueue`]) {
      expect(queueOf(queue)['MessageRetentionPeriod']).toBe(14 * 24 * 60 * 60);
    }
  });

  it('is recorded in the ledger', () => {
    expect(fn.environment['LEDGER_TABLE']).toEqual({ Ref: 'LedgerTable' });
  });

  it('has its queues in the environment of its function and of the receiver', () => {
    expect(fn.environment).toMatchObject({
      QUEUE_URL: { Ref: `${id}Queue` },
      DEAD_LETTER_QUEUE_URL: { Ref: `${id}DeadLetterQueue` },
    });
    const variable = `${eventType.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`;
    expect(functionNamed('receive-webhook').environment[variable]).toEqual({ Ref: `${id}Queue` });
  });
});

it('exports and mirrors are delivered one message at a time', () => {
  for (const name of ['on-task-completed', 'on-annotation-archive-updated']) {
    expect(functionNamed(name).sources[0]?.batchSize).toBe(1);
  }
});

it('the receiver has the route that webhooks are registered with', () => {
  const { routes, timeoutMs } = functionNamed('receive-webhook');
  expect(routes).toEqual([{ method: 'POST', path: `${WEBHOOK_PATH}/{event_type}` }]);
  expect(timeoutMs).toBe(10_000);
});

it('the receiver gets the webhook secrets, and never the credential', () => {
  const variables = Object.keys(functionNamed('receive-webhook').environment);
  expect(variables).toContain('WEBHOOKS_SECRET_ID');
  expect(variables).not.toContain('CREDENTIAL_SECRET_ID');
});

it('archive updates start at 20:00 in Tokyo', () => {
  expect(functionNamed('start-archive-updates').schedules).toEqual([
    { expression: 'cron(0 20 * * ? *)', timezone: 'Asia/Tokyo' },
  ]);
});

it('the reconciliation runs every 15 minutes, with the address that webhooks are registered with', () => {
  const { schedules, environment, timeoutMs } = functionNamed('reconcile-deliveries');
  expect(schedules).toEqual([{ expression: 'rate(15 minutes)', timezone: 'UTC' }]);
  expect(timeoutMs).toBe(900_000);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own
  const address = { 'Fn::Sub': 'https://${HttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}' };
  expect(environment).toMatchObject({ WEBHOOK_URL: address, LEDGER_TABLE: { Ref: 'LedgerTable' } });
});

it('every value of an environment exists', () => {
  const resources = [...service.queues, ...service.buckets, ...service.tables];
  const lookup = {
    httpApiUrl: 'http://127.0.0.1',
    ref: (id: string) => resources.find(({ logicalId }) => logicalId === id)?.logicalId,
    getAtt: () => undefined,
  };
  for (const { environment } of service.functions) {
    expect(() => resolveIntrinsics(environment, lookup)).not.toThrow();
  }
});
