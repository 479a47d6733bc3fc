import { ApiError, type ProjectJobInfo } from '../../../lib/annofab/index.ts';
import type { Pilot } from '../pilot.ts';
import { type Assumption, differs, holdsIf, notSeen } from './assumption.ts';

/** A nightly build may begin and end at any time around 03:00. */
const NIGHT = { from: 2.5, to: 4.5 };
const JAPAN_HOURS = 9;
const HOUR_MS = 3_600_000;
const MAX_EVENT_DELAY_MS = 10 * 60_000;

/** What is assumed about single requests. The first one runs before the task is made. */
export const REQUEST_ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'error-code',
    title: 'An error has a code, in the shape that the client reads.',
    how: 'a task that does not exist is asked for',
    expected: '404 MISSING_RESOURCE',
    check: async ({ annofab, project_id, run, signal }) => {
      try {
        await annofab.getTask({ project_id, task_id: `${run}-missing` }, { signal });
        return differs('no error');
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const { status, errorCode = 'without a code' } = error;
        const shown = /^[A-Za-z_ ]+$/.test(errorCode) ? errorCode : 'with another code';
        return holdsIf(status === 404 && errorCode === 'MISSING_RESOURCE', `${status} ${shown}`);
      }
    },
  },
];

/** What is assumed about the metadata of tasks. They run after the task is completed. */
export const METADATA_ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'metadata-replaced',
    title: 'A metadata PATCH replaces all metadata of a task.',
    how: 'two keys are written one after the other',
    expected: 'only the second key',
    check: async (pilot) => {
      await patch(pilot, { pilot_first: 1 });
      const { metadata } = await patch(pilot, { pilot_second: 2 });
      const keys = Object.keys(metadata ?? {});
      if (!keys.includes('pilot_second')) return differs('not even the second key');
      return holdsIf(!keys.includes('pilot_first'), keys.includes('pilot_first') ? 'both keys' : 'only the second key');
    },
  },
  {
    id: 'metadata-lock',
    title: 'A metadata PATCH leaves operation_updated_datetime as it is, which says when the task was completed.',
    how: 'the task is read before and after',
    expected: 'the same text',
    check: async (pilot) => {
      const before = await readTask(pilot);
      const after = await patch(pilot, { pilot_third: 3 });
      const isSame = before.operation_updated_datetime === after.operation_updated_datetime;
      return holdsIf(isSame, isSame ? 'the same text' : 'another moment');
    },
  },
];

/** What can be seen only by chance, at the end. */
export const PASSIVE_ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'nightly-event',
    title: 'The archive that Annofab builds at night calls the webhook annotation-archive-updated.',
    how: 'the jobs of the last 14 days are read; nothing is started',
    expected: 'a job of type invoke-hook after each nightly build',
    check: async (pilot) => {
      const nightly = (await jobsOf(pilot, 'gen-annotation')).filter((job) => isNightly(job, pilot.begunAt));
      if (nightly.length === 0) return notSeen('the project has no build of a night');
      const calls = (await jobsOf(pilot, 'invoke-hook')).filter(isOfArchive);
      if (calls.length === 0) return notSeen('there were builds at night, but the webhook was never called');
      const followed = nightly.filter((build) => calls.some((call) => follows(build, call))).length;
      return holdsIf(followed === nightly.length, `${followed} of ${nightly.length}`);
    },
  },
  {
    id: 'rate-limit',
    title: 'An answer with the status 429 says by Retry-After how long to wait.',
    how: 'nothing is provoked; the answers to all other requests are watched',
    expected: 'Retry-After in every answer with 429',
    check: async ({ refusals }) => {
      const { length } = refusals;
      if (length === 0) return notSeen('no answer had the status 429');
      const withHeader = refusals.filter((value) => value !== undefined).length;
      return holdsIf(withHeader === length, `${withHeader} of ${length}`);
    },
  },
];

async function patch(pilot: Pilot, metadata: Readonly<Record<string, number>>) {
  const { project_id, task_id } = await pilot.task();
  await pilot.annofab.patchTasksMetadata({ project_id, body: { [task_id]: metadata } }, { signal: pilot.signal });
  return readTask(pilot);
}

async function readTask(pilot: Pilot) {
  const { project_id, task_id } = await pilot.task();
  return pilot.annofab.getTask({ project_id, task_id }, { signal: pilot.signal });
}

async function jobsOf({ annofab, project_id, signal }: Pilot, type: ProjectJobInfo['job_type']) {
  const jobs: ProjectJobInfo[] = [];
  for await (const job of annofab.jobs.all({ project_id, query: { type } }, { signal })) jobs.push(job);
  return jobs;
}

/** @param begunAt since then, the pilot itself builds archives, maybe at night */
function isNightly({ job_status, created_datetime }: ProjectJobInfo, begunAt: number): boolean {
  const createdAt = Date.parse(created_datetime);
  const hour = (createdAt / HOUR_MS + JAPAN_HOURS) % 24;
  return job_status === 'succeeded' && createdAt < begunAt && hour >= NIGHT.from && hour < NIGHT.to;
}

function isOfArchive({ job_detail: detail }: ProjectJobInfo): boolean {
  return detail != null && 'webhook' in detail && detail.webhook?.event_type === 'annotation-archive-updated';
}

function follows(build: ProjectJobInfo, call: ProjectJobInfo): boolean {
  const ms = Date.parse(call.created_datetime) - Date.parse(build.updated_datetime);
  return ms >= -1_000 && ms < MAX_EVENT_DELAY_MS;
}
