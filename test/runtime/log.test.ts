import { beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../lib/runtime/log.ts';
import { createCounters } from '../../lib/runtime/metrics.ts';
import { captureOutput } from '../lambda/support.ts';

let output: ReturnType<typeof captureOutput>;

beforeEach(() => {
  output = captureOutput();
});

describe('createLog', () => {
  it('writes only fields of the allow-list, and only with the type that the list has', () => {
    const fields = { task_id: 'task-1', seconds: 'marker', password: 'marker', reason: { a: 'marker' }, changed: true };
    // As plain JavaScript would, which knows no types.
    Reflect.apply(createLog().info, undefined, ['Working', fields]);
    expect(output.logs()).toEqual([expect.objectContaining({ message: 'Working', task_id: 'task-1', changed: true })]);
    expect(output.text()).not.toContain('marker');
  });
});

describe('counters.knowing', () => {
  it('fills in the dimension that the handler knows, unless the metric has another', () => {
    const counters = createCounters();
    const count = counters.knowing({ event_type: 'task-completed' });
    count({ name: 'unfired' });
    count({ name: 'unfired', value: 2 });
    count({ name: 'unfired', event_type: 'other' });
    count({ name: 'alert', reason: 'secret' });
    counters.publish();
    expect(output.metrics()).toEqual([
      expect.objectContaining({ unfired: 3, event_type: 'task-completed' }),
      expect.objectContaining({ unfired: 1, event_type: 'other' }),
      expect.objectContaining({ alert: 1, reason: 'secret' }),
    ]);
  });
});
