import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEnvelope, parseEnvelope } from '../../lib/webhooks/envelope.ts';
import { events, taskCompleted } from './events.ts';

const envelope = createEnvelope(taskCompleted, { receivedAt: '2019-05-08T01:00:01.000Z', requestId: 'request-1' });

const fieldsNamed = (json: unknown) => {
  const parsed = parseEnvelope(typeof json === 'string' ? json : JSON.stringify(json));
  return parsed.ok ? [] : parsed.problems.map(({ field }) => field);
};

describe('an envelope', () => {
  it('comes out of a queue as it went in', () => {
    fc.assert(
      fc.property(events, (event) => {
        const sent = createEnvelope(event, { receivedAt: '2019-05-08T01:00:01.000Z', requestId: 'request-1' });
        expect(parseEnvelope(JSON.stringify(sent))).toEqual({ ok: true, envelope: sent });
      }),
    );
  });

  it('keeps how often it was put off, and since when', () => {
    const deferred = {
      ...envelope,
      deferrals: { 'rate-limited': 2, 'early-event': 1 },
      first_deferred_at: '2019-05-08T01:00:02.000Z',
      not_before: '2019-05-08T02:00:00.000Z',
    };
    expect(parseEnvelope(JSON.stringify(deferred))).toEqual({ ok: true, envelope: deferred });
  });

  it('leaves out what it does not know', () => {
    expect(parseEnvelope(JSON.stringify({ ...envelope, extra: 1 }))).toEqual({ ok: true, envelope });
  });

  it.each([
    ['no JSON', '{', 'body'],
    ['no object', [], 'body'],
    ['another version', { ...envelope, v: 2 }, 'v'],
    ['an unknown event type', { ...envelope, event_type: 'task-started' }, 'event_type'],
    ['an event of another type', { ...envelope, event_type: 'annotation-archive-updated' }, 'event.event_type'],
    ['a bad event', { ...envelope, event: { ...taskCompleted, task_id: '..' } }, 'event.task_id'],
    ['the key of another event', { ...envelope, event: { ...taskCompleted, task_id: 'task-2' } }, 'key'],
    ['no time of receipt', { ...envelope, received_at: 'yesterday' }, 'received_at'],
    ['no request id', { ...envelope, request_id: '' }, 'request_id'],
    ['a count that is none', { ...envelope, deferrals: { 'rate-limited': -1 } }, 'deferrals'],
    ['counts that are no object', { ...envelope, deferrals: [1] }, 'deferrals'],
    ['a reason that is no name', { ...envelope, deferrals: { 'A b': 1 } }, 'deferrals'],
    ['a first deferral without a time', { ...envelope, first_deferred_at: 5 }, 'first_deferred_at'],
    ['a time to wait for that is none', { ...envelope, not_before: 'tomorrow' }, 'not_before'],
  ])('is not read with %s', (_what, json, field) => {
    expect(fieldsNamed(json)).toContain(field);
  });

  it('is not read with a reason that would reach the prototype', () => {
    const text = JSON.stringify({ ...envelope, deferrals: {} }).replace(
      '"deferrals":{}',
      '"deferrals":{"__proto__":1}',
    );
    expect(fieldsNamed(text)).toEqual(['deferrals']);
  });
});
