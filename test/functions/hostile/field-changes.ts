import fc from 'fast-check';
import { EVENT_TYPES, type EventField, eventFields } from '../../../lib/webhooks/events.ts';
import { MASTER_SECRET, SECRET_NAME } from './call.ts';
import { change, withFields, withHeaders } from './change.ts';

/** What no key and no path may be made of. */
export const badIds: readonly unknown[] = [
  '',
  '.',
  '..',
  '../project-b',
  'a/../b',
  'a/b',
  '/',
  '\\',
  '..\\b',
  '%2e%2e',
  '%2E',
  '..%2f',
  '%00',
  'a\0',
  'a\n',
  '\r\na',
  ' a',
  'a ',
  '\ufeffa',
  '\u200ba',
  '\u202ea',
  'a\u2028',
  '\uff0e\uff0e', // full-width dots
  '\u2024\u2024', // one dot leaders
  'a\u2215b', // a slash of mathematics
  '\uff41',
  '\u0430', // a Cyrillic a
  'e\u0301',
  '\u212a', // the Kelvin sign
  '\ud83d\ude00',
  '\ud800',
  'a\udfff',
  'a'.repeat(257),
  'a'.repeat(60_000),
  '.'.repeat(60_000),
  '{{PROJECT_ID}}',
  '$(id)',
  'a?b',
  'a#b',
  'a:b',
  'a@b',
  'a*',
  '~',
  "';--",
  '<b>',
  'arn:aws:s3:::a',
  1,
  -0,
  1.5,
  true,
  false,
  null,
  [],
  ['a'],
  [['a']],
  {},
  { toString: 'a' },
  { $ne: null },
  { length: 1, 0: 'a' },
];

/** Odd, and yet ids. */
export const oddIds = [
  '...',
  'a..b',
  '..a',
  '-',
  '_',
  '-rf',
  'con',
  '__proto__',
  'constructor',
  'null',
  'projects',
  'latest.json',
  'metadata-lock.json',
  '0',
  '1e400',
  'a'.repeat(256),
];

const badDates: readonly unknown[] = [
  '',
  ' ',
  '2019-05-08',
  '2019-05-08T10:00',
  '2019-05-08T10:00:00',
  '2019-05-08 10:00:00Z',
  '2019-05-08t10:00:00z',
  '2019-05-08T10:00:00Z\n',
  ' 2019-05-08T10:00:00Z',
  '2019-05-08T10:00:00Z\0',
  '2019-02-29T10:00:00Z',
  '2019-13-01T10:00:00Z',
  '2019-00-01T10:00:00Z',
  '2019-01-32T10:00:00Z',
  '2019-01-01T24:00:00Z',
  '2019-01-01T10:60:00Z',
  '2019-01-01T10:00:60Z',
  '2019-01-01T10:00:00+24:00',
  '2019-01-01T10:00:00.1234567890Z',
  '2019-01-01T10:00:00.Z',
  '2019-01-01T10:00:00,5Z',
  '+12019-01-01T10:00:00Z',
  '-2019-01-01T10:00:00Z',
  '２０１９-01-01T10:00:00Z',
  '٢٠١٩-01-01T10:00:00Z',
  '2019-05-08T10:00:00\u2212' + '09:00',
  '2019-05-08T10:00:00Z/../..',
  `2019-05-08T10:00:00.${'0'.repeat(60_000)}Z`,
  '{{COMPLETE_DATETIME}}',
  'now',
  '0',
  1557277200000,
  null,
  true,
  [],
  ['2019-05-08T10:00:00Z'],
  {},
  // Dates, but of no event of today.
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999+23:59',
  '2020-02-29T10:00:00Z',
  '1969-12-31T23:59:59Z',
  '2019-05-08T01:05:06Z',
  '2019-04-23T01:00:04Z',
];

const ODD_DATES = [
  '2019-05-08T01:04:59Z',
  '2019-05-07T10:00:00-00:00',
  '2019-05-01T23:59:59.999999999+23:59',
  '2019-05-08T00:59:59-00:01',
];

const otherTypes = [
  '',
  'task-started',
  'Task-Completed',
  'task-completed/',
  '/task-completed',
  'task-completed\0',
  'task%2dcompleted',
  'task\u2010completed',
  '../task-completed',
  'task-completed,task-completed',
  '{event_type}',
  'constructor',
  '__proto__',
  'toString',
  'length',
  '0',
  '\ud800',
  'a'.repeat(10_000),
];

const ID_FIELDS: readonly EventField[] = ['project_id', 'task_id', 'dest_project_id'];

/** What stands in the fields of an event, and which event the path names. */
export const fieldChanges = [
  change('an id that is none', '400 bad-fields', fc.tuple(fc.nat(), fc.constantFrom(...badIds)), (call, [at, id]) => {
    const fields = ID_FIELDS.filter((field) => field in call.event);
    return withFields(call, { [fields[at % fields.length] ?? '']: id });
  }),
  change(
    'an odd id',
    '202 queued',
    fc.tuple(fc.constantFrom(...ID_FIELDS), fc.constantFrom(...oddIds)),
    (call, [field, id]) => withHeaders(withFields(call, { [field]: id }), { [SECRET_NAME]: MASTER_SECRET }),
  ),
  change(
    'the id of another project',
    ['401 out-of-scope', '202 queued'],
    ['project-d', 'Project-A', 'project-a.', 'project-', 'test-delivery'],
    (call, project_id) => withFields(call, { project_id }),
  ),
  change('a date that is none', '400 bad-fields', badDates, (call, complete_datetime) =>
    withFields(call, { complete_datetime }),
  ),
  change('an odd date', '202 queued', ODD_DATES, (call, complete_datetime) => withFields(call, { complete_datetime })),
  change('a field that is not there', '400 bad-fields', fc.nat(), (call, at) => {
    const fields = ['event_type', ...eventFields[call.event.event_type]];
    return withFields(call, { [fields[at % fields.length] ?? '']: undefined });
  }),
  change(
    'any value in a field',
    ['400 bad-fields', '202 queued', '401 out-of-scope'],
    fc.tuple(fc.nat(), fc.jsonValue()),
    (call, [at, value]) => {
      const fields = ['event_type', ...eventFields[call.event.event_type]];
      return withFields(call, { [fields[at % fields.length] ?? '']: value });
    },
  ),
  change('the path of another event', '400 bad-fields', fc.nat(), (call, at) => {
    const others = EVENT_TYPES.filter((eventType) => eventType !== call.event.event_type);
    return { ...call, eventType: others[at % others.length] ?? '' };
  }),
  change('a path of no event', '404 unknown-event-type', otherTypes, (call, eventType) => ({ ...call, eventType })),
  change(
    'another event than its path',
    '400 bad-fields',
    [...otherTypes, null, 0, {}, ['task-completed']],
    (call, event_type) => withFields(call, { event_type }),
  ),
];
