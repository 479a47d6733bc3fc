import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { createEnvelope, parseEnvelope } from '../../lib/webhooks/envelope.ts';
import { events, taskCompleted } from './events.ts';

const envelope = createEnvelope(taskCompleted, { receivedAt: '2019-05-08T01:00:01.000Z', requestId: 'request-1' });

const fieldsNamed = (json: unknown) => {
  const parsed = parseEnvelope(typeof json === 'string' ? json : JSON.stringify(json));
  return parsed.ok ? [] : parsed.problems.map(({ field }) => field);
};

const delivery = deliveryKey(taskCompleted);

describe('parseEnvelope', () => {
  it('returns the envelope that was sent, with the delivery key of its event', () => {
    fc.assert(
      fc.property(events, (event) => {
        const sent = createEnvelope(event, { receivedAt: '2019-05-08T01:00:01.000Z', requestId: 'request-1' });
        expect(parseEnvelope(JSON.stringify(sent))).toEqual({
          ok: true,
          envelope: sent,
          delivery: deliveryKey(event),
        });
      }),
    );
  });

  it('keeps how often the message was deferred, since when and until when', () => {
    const deferred = {
      ...envelope,
      deferrals: { 'rate-limited': 2, 'early-event': 1 },
      first_deferred_at: '2019-05-08T01:00:02.000Z',
      not_before: '2019-05-08T02:00:00.000Z',
    };
    expect(parseEnvelope(JSON.stringify(deferred))).toEqual({ ok: true, envelope: deferred, delivery });
  });

  it('keeps that the message is one of a backfill, and refuses another source', () => {
    const sent = createEnvelope(taskCompleted, {
      receivedAt: '2019-05-08T01:00:01.000Z',
      requestId: 'r',
      source: 'backfill',
    });
    expect(parseEnvelope(JSON.stringify(sent))).toMatchObject({ ok: true, envelope: { source: 'backfill' } });
    expect(fieldsNamed({ ...sent, source: 'webhook' })).toEqual(['source']);
    expect(createEnvelope(taskCompleted, { receivedAt: 'x', requestId: 'r', source: 'webhook' })).not.toHaveProperty(
      'source',
    );
  });

  it('leaves unknown fields out of the envelope', () => {
    expect(parseEnvelope(JSON.stringify({ ...envelope, extra: 1 }))).toEqual({ ok: true, envelope, delivery });
  });

  it.each([
    ['text that is not JSON', '{', 'body'],
    ['a list', [], 'body'],
    ['another version', { ...envelope, v: 2 }, 'v'],
    ['an unknown event type', { ...envelope, event_type: 'task-started' }, 'event_type'],
    ['an event of another type', { ...envelope, event_type: 'annotation-archive-updated' }, 'event.event_type'],
    ['a bad event', { ...envelope, event: { ...taskCompleted, task_id: '..' } }, 'event.task_id'],
    ['the key of another event', { ...envelope, event: { ...taskCompleted, task_id: 'task-2' } }, 'key'],
    ['a receipt time that is not a date-time', { ...envelope, received_at: 'yesterday' }, 'received_at'],
    ['an empty request id', { ...envelope, request_id: '' }, 'request_id'],
    ['a negative count', { ...envelope, deferrals: { 'rate-limited': -1 } }, 'deferrals.rate-limited'],
    ['a list of counts', { ...envelope, deferrals: [1] }, 'deferrals'],
    ['a reason with a space', { ...envelope, deferrals: { 'A b': 1 } }, 'deferrals'],
    ['a number as the time of the first deferral', { ...envelope, first_deferred_at: 5 }, 'first_deferred_at'],
    ['a not_before that is not a date-time', { ...envelope, not_before: 'tomorrow' }, 'not_before'],
  ])('refuses %s and names the field', (_what, json, field) => {
    expect(fieldsNamed(json)).toContain(field);
  });

  it('refuses a deferral reason named __proto__', () => {
    const text = JSON.stringify({ ...envelope, deferrals: {} }).replace(
      '"deferrals":{}',
      '"deferrals":{"__proto__":1}',
    );
    expect(fieldsNamed(text)).toEqual(['deferrals']);
  });
});
