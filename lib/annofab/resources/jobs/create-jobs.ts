import type { Clock } from '../../../core/clock.ts';
import type { AnnofabApi } from '../../api.ts';
import { PagingError } from '../../errors.ts';
import type { ProjectJobInfo, ProjectJobType } from '../../generated/schemas.ts';
import type { RequestOptions } from '../../options.ts';
import { formatDateTime } from '../date-time.ts';
import { orUndefined } from '../or-undefined.ts';
import { PAGE_SIZE } from '../paging.ts';
import { JOB_TYPES, jobTypesBefore } from './job-matrix.ts';
import type { Jobs } from './jobs.ts';
import { nameOfJob, pollEnd, runJob } from './run-job.ts';
import { waitUntil } from './wait-until.ts';

export function createJobs(client: AnnofabApi, clock: () => Clock): Jobs {
  async function running(
    project_id: string,
    types: readonly ProjectJobType[],
    options?: RequestOptions,
  ): Promise<ProjectJobInfo[]> {
    const pages = await Promise.all(
      types.map((type) => client.getProjectJob({ project_id, query: { type, limit: PAGE_SIZE } }, options)),
    );
    return pages.flatMap(({ list }) => list.filter(({ job_status }) => job_status === 'progress'));
  }

  const jobs: Jobs = {
    all: ({ query, ...params }, options) =>
      allJobs((before) => {
        const page = { limit: PAGE_SIZE, ...query, exclusive_start_created_datetime: before };
        return client.getProjectJob({ ...params, query: page }, options);
      }),
    async find({ project_id, job_type, job_id }, options) {
      for await (const job of jobs.all({ project_id, query: { type: job_type } }, options)) {
        if (job.job_id === job_id) return job;
      }
      return undefined;
    },
    running: ({ project_id, job_type }, options) =>
      running(project_id, job_type === undefined ? JOB_TYPES : [job_type], options),
    wait: (job, options) => waitUntil(clock(), `jobs.wait (${nameOfJob(job)})`, pollEnd(jobs, job), options),
    blockers: ({ project_id, job_type }, options) => running(project_id, jobTypesBefore(job_type), options),
    async mayStart({ project_id, job_type }, options) {
      const { project_status } = await client.getProject({ project_id }, options);
      return project_status !== 'initializing' && (await jobs.blockers({ project_id, job_type }, options)).length === 0;
    },
    async waitUntilMayStart(params, options) {
      const name = `jobs.waitUntilMayStart (${params.job_type} in project ${params.project_id})`;
      const poll = async (signal: AbortSignal) => (await jobs.mayStart(params, { signal })) || undefined;
      await waitUntil(clock(), name, poll, options);
    },
    run: (params, start, options) => runJob(jobs, clock(), params, start, options),
    async deleteSucceeded({ project_id, job_type }, options) {
      const deleted: ProjectJobInfo[] = [];
      for await (const job of jobs.all({ project_id, query: { type: job_type } }, options)) {
        if (job.job_status !== 'succeeded') continue;
        const { job_id } = job;
        await orUndefined(client.deleteProjectJob({ project_id, job_type, job_id }, options));
        deleted.push(job);
      }
      return deleted;
    },
  };
  return jobs;
}

/**
 * Yields all jobs, newest first. Annofab returns jobs strictly older than a date-time, and jobs of the same millisecond may
 * be split across pages. So the next page starts one millisecond after the last job, and repeated jobs are skipped.
 *
 * @throws PagingError when a page is not older than every page before it: the loop would not end
 */
async function* allJobs(
  getPage: (before: string | undefined) => PromiseLike<{ list: readonly ProjectJobInfo[]; has_next: boolean }>,
): AsyncGenerator<ProjectJobInfo, void, undefined> {
  let before: string | undefined;
  let seen: ReadonlySet<string> = new Set();
  for (;;) {
    const page = await getPage(before);
    yield* page.list.filter(({ job_id }) => !seen.has(job_id));
    const last = page.list.at(-1)?.created_datetime;
    if (!page.has_next || last === undefined) return;
    // If a whole page has the same millisecond, further jobs of that millisecond cannot be read.
    const next = justAfter(last) === before ? last : justAfter(last);
    if (!isOlder(next, before)) throw stuck(before, last);
    before = next;
    seen = new Set(page.list.map(({ job_id }) => job_id));
  }
}

/** Whether a page comes after all pages before it. A date-time that cannot be read is not older than any. */
function isOlder(next: string, before: string | undefined): boolean {
  return Date.parse(next) < (before === undefined ? Number.POSITIVE_INFINITY : Date.parse(before));
}

function stuck(before: string | undefined, last: string): PagingError {
  const asked = before === undefined ? 'the newest jobs were requested' : `jobs older than ${before} were requested`;
  const moment = Date.parse(last);
  const came = Number.isNaN(moment) ? 'has no readable date-time' : `is of ${formatDateTime(new Date(moment))}`;
  const message = `getProjectJob: ${asked}, but the last of them ${came}. The list cannot be read to its end.`;
  return new PagingError(message, { operation: 'getProjectJob' });
}

function justAfter(dateTime: string): string {
  const moment = Date.parse(dateTime);
  return Number.isNaN(moment) ? dateTime : formatDateTime(new Date(moment + 1));
}
