import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { events, sampleEvents, taskCompleted } from './events.ts';

describe('deliveryKey', () => {
  it('returns the SHA-256 of the length-prefixed fields', () => {
    // printf '14:task-completed,12:demo-project,6:task-1,29:2019-05-08T10:00:00.000+09:00,' | sha256sum
    expect(deliveryKey(taskCompleted)).toEqual({
      key: 'df8b4c32df64de1e2c0b4c83c4d82fec49664392a34e25a89e46515113004fc6',
      label: 'task-completed/demo-project/task-1/2019-05-08T10:00:00.000+09:00',
    });
  });

  it('returns the same key for the same event sent twice', () => {
    expect(deliveryKey({ ...taskCompleted })).toEqual(deliveryKey(taskCompleted));
  });

  it('returns another key for a task that was re-opened and completed again', () => {
    const again = { ...taskCompleted, complete_datetime: '2019-05-09T10:00:00.000+09:00' };
    expect(deliveryKey(again).key).not.toBe(deliveryKey(taskCompleted).key);
  });

  it('returns another key for another spelling of the same instant', () => {
    const sameInstant = { ...taskCompleted, complete_datetime: '2019-05-08T01:00:00.000Z' };
    expect(deliveryKey(sameInstant).key).not.toBe(deliveryKey(taskCompleted).key);
  });

  it('returns different keys for different event types', () => {
    expect(new Set(sampleEvents.map((event) => deliveryKey(event).key)).size).toBe(sampleEvents.length);
  });

  it('returns different keys and labels for any two different events', () => {
    fc.assert(
      fc.property(events, events, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(deliveryKey(one).key === deliveryKey(other).key).toBe(same);
        expect(deliveryKey(one).label === deliveryKey(other).label).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it('returns different keys for fields whose concatenations are equal', () => {
    // Few short characters, including those of the encoding itself, make collisions likely.
    const text = fc.string({ unit: fc.constantFrom('1', ':', ',', '/', 'あ', '\u0000'), maxLength: 4 });
    const triples = fc.record({ project_id: text, task_id: text, complete_datetime: text });
    fc.assert(
      fc.property(triples, triples, (one, other) => {
        const keys = [one, other].map((fields) => deliveryKey({ event_type: 'task-completed', ...fields }).key);
        expect(keys[0] === keys[1]).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses half a surrogate pair, because UTF-8 encodes all halves alike', () => {
    expect(() => deliveryKey({ ...taskCompleted, task_id: 'x\ud800' })).toThrow(
      new TypeError('A field of the event is not well-formed Unicode'),
    );
  });
});
