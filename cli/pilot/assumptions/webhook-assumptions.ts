import { isDateTime } from '../../../lib/core/date-time.ts';
import { isJsonObject, type JsonObject, ownField, parseJson } from '../../../lib/core/json.ts';
import type { CompletedEvent } from '../event.ts';
import type { Invocation } from '../invocations.ts';
import type { Pilot } from '../pilot.ts';
import { NotSeenError } from '../reason.ts';
import { AWKWARD, PROJECT_FIELD } from '../webhooks.ts';
import { type Assumption, differs, holds, holdsIf, notSeen } from './assumption.ts';

const MAX_DELAY_SECONDS = 60;

/** What is assumed about webhooks and their records. */
export const WEBHOOK_ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'hook-escaping',
    title: 'Placeholders are filled in without escaping them for JSON.',
    how: 'a test delivery with a value that has a quotation mark and a backslash',
    expected: 'the value as it is',
    check: async (pilot) => {
      const { request_body: body, result } = await pilot.tested();
      if (body == null) return notSeen(`the answer does not show the body; the result is ${result}`);
      if (body.includes(`"${AWKWARD}"`)) return holds('the value as it is');
      const escaped = JSON.stringify(AWKWARD);
      return differs(body.includes(escaped) ? 'escaped as in a JSON string' : 'changed in another way');
    },
  },
  {
    id: 'hook-recorded',
    title: 'Each call of a webhook is recorded as a job of type invoke-hook.',
    how: 'a task is completed, and the jobs are listed',
    expected: 'a job that names it for each of the two webhooks of the event',
    check: async (pilot) => {
      const { accepted, refused } = await pilot.event();
      return holdsIf(
        accepted.length > 0 && refused.length > 0,
        `jobs that name them: ${accepted.length} and ${refused.length}`,
      );
    },
  },
  {
    id: 'hook-body',
    title: 'The record has the body as it was sent, with the ids of the event.',
    how: 'the body in the job is compared with the template and the task',
    expected: 'valid JSON with the ids of the project and the task',
    check: async (pilot) => {
      const { body } = await firstCall(pilot);
      if (body === undefined) return differs('the record has no body');
      const json = parseJson(body);
      if (!isJsonObject(json)) return differs('the body is not JSON');
      const { task_id } = await pilot.task();
      const wrong = [
        ...(ownField(json, PROJECT_FIELD) === pilot.project_id ? [] : ['the project']),
        ...(ownField(json, 'task_id') === task_id ? [] : ['the task']),
      ];
      return wrong.length === 0 ? holds('valid JSON with both ids') : differs(`another id for ${wrong.join(' and ')}`);
    },
  },
  {
    id: 'hook-time',
    title: 'COMPLETE_DATETIME is the operation_updated_datetime of the task, character for character.',
    how: 'the body in the job is compared with the answer to the request that completed the task',
    expected: 'the same text',
    check: async (pilot) => {
      const event = await pilot.event();
      const { complete_datetime: sent } = bodyOf(await firstCall(pilot));
      const expected = event.completed.operation_updated_datetime;
      if (typeof sent !== 'string' || !isDateTime(sent)) return differs('it is no date-time');
      if (expected == null) return differs('the task has no operation_updated_datetime');
      if (sent === expected) return holds('the same text');
      const ms = Math.abs(Date.parse(sent) - Date.parse(expected));
      return differs(ms === 0 ? 'the same moment, written in another way' : `another moment, ${ms} ms apart`);
    },
  },
  {
    id: 'hook-delay',
    title: 'A webhook is called within a minute of its event.',
    how: 'the end of the job is compared with the completion of the task',
    expected: `${MAX_DELAY_SECONDS} seconds at most`,
    check: async (pilot) => {
      const { completed } = await pilot.event();
      const { job } = await firstCall(pilot);
      if (job.job_status === 'progress') return differs('the call has not ended in the time of this command');
      const at = Date.parse(completed.operation_updated_datetime ?? completed.updated_datetime);
      const seconds = Math.ceil((Date.parse(job.updated_datetime) - at) / 1_000);
      return holdsIf(seconds <= MAX_DELAY_SECONDS, `${seconds} seconds`);
    },
  },
  {
    id: 'hook-once',
    title: 'An event that is delivered calls each webhook once.',
    how: 'the jobs of the webhook that the receiver accepts are counted',
    expected: '1',
    check: async (pilot) => {
      await firstCall(pilot);
      const { length } = (await pilot.event()).accepted;
      return holdsIf(length === 1, `${length}`);
    },
  },
  {
    id: 'hook-outcome',
    title: 'The job says whether the receiver accepted the call.',
    how: 'one webhook has the secret of the receiver, another one does not',
    expected: 'succeeded, and failed',
    check: async (pilot) => {
      const event = await pilot.event();
      const [accepted, refused] = [statusOf(event.accepted), statusOf(event.refused)];
      if (accepted === undefined || refused === undefined) return notSeen('there is no record of both calls');
      return holdsIf(accepted === 'succeeded' && refused === 'failed', `${accepted}, and ${refused}`);
    },
  },
  {
    id: 'hook-headers',
    title: 'The record shows the headers with their values, so every member of the project can read the secret.',
    how: 'the headers in the job are compared with the registered ones',
    expected: 'the same values',
    check: async (pilot) => {
      const { webhook } = await firstCall(pilot);
      const shown = JSON.stringify(ownField(webhook, 'headers') ?? []);
      const { headers } = await pilot.event();
      const hidden = headers.filter(({ value }) => !shown.includes(JSON.stringify(value)));
      if (hidden.length === 0) return holds('the values are shown');
      return differs(hidden.length === headers.length ? 'they are hidden' : 'some are hidden');
    },
  },
  {
    id: 'event-visible',
    title: 'A task can be read as completed when the call of its webhook is recorded.',
    how: 'the task is read when the first record is seen',
    expected: 'phase acceptance, status complete',
    check: async (pilot) => {
      const { readAfter } = await pilot.event();
      if (readAfter === undefined) return notSeen('there is no record of a call');
      const { phase, status } = readAfter;
      return holdsIf(phase === 'acceptance' && status === 'complete', `phase ${phase}, status ${status}`);
    },
  },
];

/** @throws NotSeenError without a record of a call that the receiver accepts */
async function firstCall(pilot: Pilot): Promise<Invocation> {
  const [first]: CompletedEvent['accepted'] = (await pilot.event()).accepted;
  if (first === undefined) throw new NotSeenError('there is no record of a call');
  return first;
}

function bodyOf({ body }: Invocation): JsonObject {
  const json = body === undefined ? undefined : parseJson(body);
  if (isJsonObject(json)) return json;
  throw new NotSeenError('there is no record of a body');
}

function statusOf([first]: readonly Invocation[]): string | undefined {
  return first?.job.job_status;
}
