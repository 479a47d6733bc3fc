import fc from 'fast-check';
import { EVENT_TYPES, type WebhookEvent } from '../../lib/webhooks/events.ts';
import { parseEvent } from '../../lib/webhooks/parse-event.ts';

/** An event of each type, as our templates make them. */
export const sampleEvents = [
  {
    event_type: 'task-completed',
    project_id: 'demo-project',
    task_id: 'task-1',
    complete_datetime: '2019-05-08T10:00:00.000+09:00',
  },
  {
    event_type: 'annotation-archive-updated',
    project_id: 'demo-project',
    complete_datetime: '2019-05-08T10:00:00.000+09:00',
  },
  {
    event_type: 'input-data-zip-registered',
    project_id: 'demo-project',
    complete_datetime: '2019-05-08T10:00:00.000+09:00',
  },
  {
    event_type: 'project-copy-completed',
    project_id: 'demo-project',
    dest_project_id: 'demo-copy',
    complete_datetime: '2019-05-08T10:00:00.000+09:00',
  },
] as const satisfies readonly WebhookEvent[];

export const [taskCompleted] = sampleEvents;

/** Milliseconds since 1970: just after the sample events, so that the receiver takes them. */
export const JUST_AFTER = Date.parse('2019-05-08T01:00:05Z');

const ids = fc.stringMatching(/^[A-Za-z0-9_.-]{1,12}$/).filter((id) => id !== '.' && id !== '..');

const digits = (max: number, width = 2) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(width, '0'));

/** Date-times in all the ways in which Annofab was seen to write them. */
const dateTimes = fc
  .tuple(
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(23),
    digits(59),
    digits(59),
    fc.constantFrom('', '.5', '.25', '.123', '.000', '.123456', '.123456789'),
    fc.constantFrom('Z', '+09:00', '-05:00', '+00:00'),
  )
  .map(([year, month, day, h, m, s, fraction, zone]) => {
    const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
    return `${date}T${h}:${m}:${s}${fraction}${zone}`;
  });

/** Events that the receiver takes. */
export const events: fc.Arbitrary<WebhookEvent> = fc
  .record({ type: fc.constantFrom(...EVENT_TYPES), project: ids, other: ids, at: dateTimes })
  .map(({ type, project, other, at }) => {
    const parsed = parseEvent(type, {
      event_type: type,
      project_id: project,
      task_id: other,
      dest_project_id: other,
      complete_datetime: at,
    });
    if (!parsed.ok) throw new Error(`not an event: ${JSON.stringify({ type, project, other, at, parsed })}`);
    return parsed.event;
  });
