import { describe, expect, it } from 'vitest';
import type { ProjectJobInfo } from '../../../lib/annofab/index.ts';
import { pointsHere, readInvocation } from '../../../lib/deliveries/reconcile/invocation.ts';
import { TEST_PROJECT_ID } from '../../../lib/webhooks/events.ts';

const WEBHOOK_URL = 'https://functions.example';
const event = {
  event_type: 'task-completed',
  project_id: 'project',
  task_id: 'task',
  complete_datetime: '2019-05-08T10:00:00.000+09:00',
};
const webhook = { event_type: 'task-completed', url: `${WEBHOOK_URL}/webhooks/annofab/task-completed` };

/** A job as Annofab may send it, whatever its description says. */
function jobWith(job_detail: unknown): ProjectJobInfo {
  const job = { project_id: 'project', job_type: 'invoke-hook', job_id: 'job', job_status: 'succeeded', job_detail };
  return JSON.parse(JSON.stringify({ ...job, created_datetime: '2019-05-08T10:00:01.000+09:00' }));
}

const now = Date.parse('2019-05-08T01:15:00Z');
const read = (detail: unknown) => readInvocation(jobWith(detail), { webhookUrl: WEBHOOK_URL, now });
const fired = (body: unknown, changes: object = {}) =>
  read({ webhook: { ...webhook, ...changes }, replaced_body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readInvocation', () => {
  it('returns the event with its own fields only', () => {
    expect(fired({ ...event, title: 'a street' })).toEqual({ kind: 'event', eventType: 'task-completed', event });
  });

  it('returns the event of a body behind a byte order mark', () => {
    expect(fired(`\ufeff${JSON.stringify(event)}`)).toEqual({ kind: 'event', eventType: 'task-completed', event });
  });

  it('returns no event for a test delivery', () => {
    expect(fired({ ...event, project_id: TEST_PROJECT_ID })).toEqual({ kind: 'test', eventType: 'task-completed' });
  });

  it('accepts a job detail without a type', () => {
    expect(read({ _type: null, webhook, replaced_body: JSON.stringify(event) })).toMatchObject({ kind: 'event' });
  });

  it.each<[string, unknown]>([
    ['it has no detail', null],
    ['its detail is nothing', {}],
    ['it does not show the webhook', { replaced_body: JSON.stringify(event) }],
    ['the webhook is null', { webhook: null, replaced_body: JSON.stringify(event) }],
    ['it does not show the body', { webhook }],
    ['the body is null', { webhook, replaced_body: null }],
    ['the body is an object', { webhook, replaced_body: event }],
  ])('returns no event when %s', (_, detail) => {
    expect(read(detail)).toMatchObject({ kind: 'no body' });
  });

  it.each<[string, unknown]>([
    ['is no JSON', '{"event_type":'],
    ['is empty', ''],
    ['is a list', [event]],
    ['is of another type than its webhook', { ...event, event_type: 'annotation-archive-updated' }],
    ['has placeholders left', { ...event, task_id: '{{TASK_ID}}' }],
    ['has an id with a path in it', { ...event, task_id: '../task' }],
    ['is of the future', { ...event, complete_datetime: '2019-05-08T10:20:01+09:00' }],
    ['is older than any job', { ...event, complete_datetime: '2019-04-23T01:14:59Z' }],
    ['is larger than 64 KiB', { ...event, title: 'a'.repeat(64 * 1024) }],
    ['has half a surrogate pair', `{"title":"\ud800",${JSON.stringify(event).slice(1)}`],
    ['has no date-time', { ...event, complete_datetime: 'yesterday' }],
  ])('returns no event when the body %s', (_, body) => {
    expect(fired(body)).toEqual({ kind: 'no body', eventType: 'task-completed' });
  });

  it('returns no event for an unknown event type', () => {
    expect(fired(event, { event_type: 'task-rejected' })).toEqual({ kind: 'no body', eventType: 'other' });
  });

  it('returns no event when the body names another project', () => {
    expect(fired({ ...event, project_id: 'another' })).toEqual({ kind: 'other project', eventType: 'task-completed' });
  });

  it('ignores the body when the webhook has another address', () => {
    const url = 'https://chat.example/hook';
    expect(fired(event, { url })).toEqual({ kind: 'elsewhere', eventType: 'task-completed' });
    expect(fired(event, { url, event_type: 'task-rejected' })).toEqual({ kind: 'elsewhere', eventType: 'other' });
  });
});

describe('pointsHere', () => {
  it.each([
    'https://functions.example/webhooks/annofab/task-completed',
    'HTTPS://FUNCTIONS.example:443/webhooks/annofab/task-completed',
    'https://functions.example/webhooks/annofab/task-completed?from=annofab',
    'https://functions.example/a/../webhooks/annofab/task-completed',
  ])('accepts %s', (url) => {
    expect(pointsHere(url, WEBHOOK_URL)).toBe(true);
    expect(pointsHere(url, `${WEBHOOK_URL}/`)).toBe(true);
  });

  it.each([
    'https://functions.example.evil/webhooks/annofab/task-completed',
    'https://evil@elsewhere.example/webhooks/annofab/task-completed',
    'http://functions.example/webhooks/annofab/task-completed',
    'https://functions.example:8443/webhooks/annofab/task-completed',
    'https://functions.example/webhooks/annofab',
    'https://functions.example/webhooks/annofabulous/task-completed',
    'https://functions.example/webhooks/annofab/../other',
    'https://elsewhere.example/?https://functions.example/webhooks/annofab/task-completed',
    'not an address',
    '',
  ])('refuses %s', (url) => {
    expect(pointsHere(url, WEBHOOK_URL)).toBe(false);
  });

  it('accepts an address below the path of our API only', () => {
    const staged = 'https://functions.example/stage/';
    expect(pointsHere('https://functions.example/stage/webhooks/annofab/task-completed', staged)).toBe(true);
    expect(pointsHere('https://functions.example/webhooks/annofab/task-completed', staged)).toBe(false);
  });
});
