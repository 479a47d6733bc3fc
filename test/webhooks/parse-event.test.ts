import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { parseEvent } from '../../lib/webhooks/parse-event.ts';
import { events, sampleEvents, taskCompleted } from './events.ts';

const fieldsNamed = (json: unknown) => {
  const parsed = parseEvent('task-completed', json);
  return parsed.ok ? [] : parsed.problems.map(({ field }) => field);
};

describe('parseEvent', () => {
  it.each(sampleEvents)('accepts a $event_type event as its body template produces it', (event) => {
    expect(parseEvent(event.event_type, event)).toEqual({ ok: true, event });
  });

  it.each([
    '2019-05-08T10:00:00.000+09:00',
    '2019-05-08T10:00:00.25+09:00',
    '2019-05-08T10:00:00+09:00',
    '2019-05-08T01:00:00Z',
    '2020-02-29T01:00:00.123456789Z',
  ])('keeps the date-time %s verbatim', (complete_datetime) => {
    expect(parseEvent('task-completed', { ...taskCompleted, complete_datetime })).toEqual({
      ok: true,
      event: { ...taskCompleted, complete_datetime },
    });
  });

  it.each([
    '',
    '2019-05-08',
    '2019-05-08 10:00:00+09:00',
    '2019-05-08T10:00:00',
    '2019-05-08T10:00:00.+09:00',
    '2019-02-29T10:00:00Z',
    '2019-13-01T10:00:00Z',
    '2019-00-01T10:00:00Z',
    '2019-05-08T24:00:00Z',
    '2019-05-08T10:00:00+09:00\n',
    `2019-05-08T10:00:00.${'0'.repeat(10)}Z`,
    '２０１９-05-08T10:00:00Z',
    '2019-05-08T10:00:00\ud800',
    1557277200000,
    ['2019-05-08T10:00:00Z'],
  ])('refuses the date-time %j, which Annofab would not write', (complete_datetime) => {
    expect(fieldsNamed({ ...taskCompleted, complete_datetime })).toEqual(['complete_datetime']);
  });

  it.each(['', '.', '..', 'a/b', 'タスク', 'a b', 'a\u0000', '\ud800', 'x'.repeat(257), 7, null, {}, ['task-1']])(
    'refuses the task id %j',
    (task_id) => {
      expect(fieldsNamed({ ...taskCompleted, task_id })).toEqual(['task_id']);
    },
  );

  it.each(['annotation-archive-updated', undefined, null, ['task-completed']])(
    'refuses a task-completed event whose event_type is %j',
    (event_type) => {
      expect(fieldsNamed({ ...taskCompleted, event_type })).toEqual(['event_type']);
    },
  );

  it('accepts an id of 256 characters', () => {
    expect(parseEvent('task-completed', { ...taskCompleted, task_id: 'x'.repeat(256) }).ok).toBe(true);
  });

  it('names every bad field at once and repeats no value', () => {
    const parsed = parseEvent('task-completed', { event_type: 'other', project_id: '<script>', task_id: 5 });
    expect(parsed).toEqual({
      ok: false,
      problems: [
        { field: 'event_type', message: 'must be "task-completed"' },
        { field: 'project_id', message: expect.stringContaining('must be an id') },
        { field: 'task_id', message: expect.stringContaining('must be an id') },
        { field: 'complete_datetime', message: 'is missing' },
      ],
    });
    expect(JSON.stringify(parsed)).not.toContain('script');
  });

  it('says what a wrong field must be, and that a null field is missing', () => {
    const parsed = parseEvent('task-completed', { ...taskCompleted, task_id: null, complete_datetime: 'yesterday' });
    expect(parsed).toEqual({
      ok: false,
      problems: [
        { field: 'task_id', message: 'is missing' },
        { field: 'complete_datetime', message: 'must be a date-time like 2019-05-08T10:00:00.000+09:00' },
      ],
    });
  });

  it.each([null, undefined, 'text', 7, true, [], [taskCompleted]])('refuses %j, which is not a JSON object', (json) => {
    const problems = [{ field: 'body', message: 'must be a JSON object' }];
    expect(parseEvent('task-completed', json)).toEqual({ ok: false, problems });
  });

  it('leaves fields out that the event does not have', () => {
    const parsed = parseEvent('task-completed', { ...taskCompleted, project_title: '題名', admin: true });
    expect(parsed).toEqual({ ok: true, event: taskCompleted });
  });

  it('ignores fields of a prototype', () => {
    const json: unknown = JSON.parse(`{"__proto__": ${JSON.stringify(taskCompleted)}}`);
    expect(fieldsNamed(json)).toEqual(['event_type', 'project_id', 'task_id', 'complete_datetime']);
    expect(fieldsNamed(Object.create(taskCompleted))).toHaveLength(4);
  });

  it('uses the last value of a key that is written twice, as JSON.parse does', () => {
    const text = JSON.stringify(taskCompleted).replace('"task_id"', '"task_id":"first","task_id"');
    expect(parseEvent('task-completed', JSON.parse(text))).toEqual({ ok: true, event: taskCompleted });
  });

  it('accepts no random JSON as an event', () => {
    const names = fc.constantFrom('event_type', 'project_id', 'task_id', 'dest_project_id', '__proto__', 'constructor');
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(names, fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), hostile, (eventType, json) => {
        expect(parseEvent(eventType, json).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('accepts every valid event after a round trip through JSON', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(parseEvent(event.event_type, JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, event });
      }),
    );
  });
});
