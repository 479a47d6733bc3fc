import { describe, expect, it } from 'vitest';
import { reconcileRequest } from '../../../lib/deliveries/reconcile/request.ts';
import { scheduledEvent } from '../../../local/lambda/schedules.ts';

describe('reconcileRequest', () => {
  it.each([
    ['by its schedule', scheduledEvent('reconcile-deliveries', 'ap-northeast-1'), {}],
    ['with nothing', undefined, {}],
    ['with null', null, {}],
    ['with an empty object', {}, {}],
    ['for everything that Annofab keeps', { full: true }, { days: 14 }],
    ['for everything, with a number of days', { full: true, days: 3 }, { days: 14 }],
    ['that is not full', { full: false }, {}],
    ['for some days', { days: 0.5 }, { days: 0.5 }],
    ['for some projects', { project_ids: ['a', 'b', 'a'] }, { projectIds: ['a', 'b'] }],
    ['for some days and projects', { days: 14, project_ids: ['a'] }, { days: 14, projectIds: ['a'] }],
  ])('reads the event of a run %s', (_, event, request) => {
    expect(reconcileRequest(event)).toEqual(request);
  });

  it.each([
    ['a list', [], /must be a JSON object/],
    ['text', 'full', /must be a JSON object/],
    ['an unknown field', { dayz: 3 }, /its only fields are full, days, project_ids/],
    ['full as text', { full: 'true' }, /full must be true or false/],
    ['zero days', { days: 0 }, /days must be a number up to 14/],
    ['more days than Annofab keeps', { days: 15 }, /days must be a number up to 14/],
    ['days as text', { days: '3' }, /days must be a number up to 14/],
    ['an empty list of projects', { project_ids: [] }, /project_ids must be a list of project ids/],
    ['an invalid project id', { project_ids: ['a', '../b'] }, /project_ids must be a list of project ids/],
    ['one project without a list', { project_ids: 'a' }, /project_ids must be a list of project ids/],
  ])('refuses %s', (_, event, message) => {
    expect(() => reconcileRequest(event)).toThrow(message);
  });

  it('names everything that is wrong', () => {
    expect(() => reconcileRequest({ days: 99, full: 1, a: 1, b: 2 })).toThrow(
      'The event is invalid: its only fields are full, days, project_ids; full must be true or false; days must be a number up to 14',
    );
  });
});
