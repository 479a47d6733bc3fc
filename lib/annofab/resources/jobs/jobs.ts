import type { AnnofabApi } from '../../api.ts';
import type { ProjectJobInfo, ProjectJobType } from '../../generated/schemas.ts';
import type { Clock } from '../../http/clock.ts';
import type { RequestOptions } from '../../options.ts';
import { formatDateTime } from '../date-time.ts';
import { orUndefined } from '../or-undefined.ts';
import { type AllParams, PAGE_SIZE } from '../paging.ts';
import { JOB_TYPES, jobTypesBefore } from './job-matrix.ts';
import { type RunOptions, type WaitOptions, waitUntil } from './job-wait.ts';
import { lookForEnd, nameOfJob, runJob } from './run-job.ts';

/** What it takes to find a job again: a job itself will do. */
export type JobIds = Pick<ProjectJobInfo, 'project_id' | 'job_type' | 'job_id'>;

/** A kind of job in a project. */
export interface ProjectAndJobType {
  project_id: string;
  job_type: ProjectJobType;
}

/** The background jobs of a project: archives, list files, task generation, copies … Annofab keeps them for 14 days. */
export interface Jobs {
  /**
   * All jobs of a project that Annofab still knows, newest first (getProjectJob). Of more than a page's length (200) that
   * were created in one millisecond, the rest cannot be had.
   *
   * @example
   * for await (const job of annofab.jobs.all({ project_id, query: { type: 'invoke-hook' } })) console.log(job.job_status);
   */
  all(params: AllParams<'getProjectJob'>, options?: RequestOptions): AsyncGenerator<ProjectJobInfo, void, undefined>;
  /**
   * The job as it is now, or undefined when Annofab no longer has it: it forgets a job 14 days after its end, and an
   * owner may delete it (getProjectJob).
   */
  find(job: JobIds, options?: RequestOptions): Promise<ProjectJobInfo | undefined>;
  /**
   * The jobs in progress, of one type or of all (getProjectJob, once for each type). Of each type the 200 newest are
   * looked at.
   */
  running(
    params: { project_id: string; job_type?: ProjectJobType | undefined },
    options?: RequestOptions,
  ): Promise<ProjectJobInfo[]>;
  /**
   * Waits until a job has ended. Annofab may take tens of minutes for an archive: where waiting costs, as in a Lambda,
   * leave it to a webhook.
   *
   * @returns the job, succeeded
   * @example
   * const { job } = await annofab.postAnnotationArchiveUpdate({ project_id });
   * await annofab.jobs.wait(job, { signal, deadlineMs: 30 * 60_000 });
   * @throws JobFailedError when it failed, with Annofab's reasons; JobNotFoundError when Annofab has no such job (any
   * more); TimeoutError when the deadline passes; the reason of the signal
   */
  wait(job: JobIds, options?: WaitOptions): Promise<ProjectJobInfo>;
  /**
   * What keeps a job of this type from starting now: jobs in progress that exclude it (getProjectJob).
   *
   * @see mayJobStart for the rules alone
   */
  blockers(params: ProjectAndJobType, options?: RequestOptions): Promise<ProjectJobInfo[]>;
  /**
   * Whether a job of this type may start now: none that excludes it is in progress (getProjectJob), and the project is
   * not being initialized (getProject). Someone else may start one meanwhile, so a 409 remains possible.
   */
  mayStart(params: ProjectAndJobType, options?: RequestOptions): Promise<boolean>;
  /**
   * Waits until a job of this type may start.
   *
   * @throws TimeoutError when the deadline passes; the reason of the signal
   */
  waitUntilMayStart(params: ProjectAndJobType, options?: WaitOptions): Promise<void>;
  /**
   * Starts a job as soon as it may, and waits for its end. Where Annofab refuses because of jobs in progress, it waits for
   * those and asks again: so what the job makes is never older than this call, unless it may `join` one.
   *
   * @param start the operation that starts it
   * @returns the job, succeeded
   * @example
   * await annofab.jobs.run({ project_id, job_type: 'gen-annotation' }, (signal) =>
   *   annofab.postAnnotationArchiveUpdate({ project_id }, { signal }),
   * );
   * @throws ConflictError when Annofab refuses though nothing is in the way; otherwise as {@link wait}
   */
  run(
    params: ProjectAndJobType,
    start: (signal: AbortSignal) => PromiseLike<{ readonly job: JobIds }>,
    options?: RunOptions,
  ): Promise<ProjectJobInfo>;
  /**
   * Deletes the records of the jobs of one type that succeeded (deleteProjectJob; owners only).
   *
   * @returns the jobs that were deleted
   */
  deleteSucceeded(params: ProjectAndJobType, options?: RequestOptions): Promise<ProjectJobInfo[]>;
}

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
    wait: (job, options) => waitUntil(clock(), `jobs.wait (${nameOfJob(job)})`, lookForEnd(jobs, job), options),
    blockers: ({ project_id, job_type }, options) => running(project_id, jobTypesBefore(job_type), options),
    async mayStart({ project_id, job_type }, options) {
      const { project_status } = await client.getProject({ project_id }, options);
      return project_status !== 'initializing' && (await jobs.blockers({ project_id, job_type }, options)).length === 0;
    },
    async waitUntilMayStart(params, options) {
      const name = `jobs.waitUntilMayStart (${params.job_type} in project ${params.project_id})`;
      const look = async (signal: AbortSignal) => (await jobs.mayStart(params, { signal })) || undefined;
      await waitUntil(clock(), name, look, options);
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
 * All jobs, newest first. Annofab gives what is strictly older than a date-time, and jobs of one moment may lie on either
 * side of a page's end: so the next page begins just after the last job, and what it repeats is left out.
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
    // Where a whole page is of one moment, more of that moment cannot be had.
    const next = justAfter(last) === before ? last : justAfter(last);
    // An answer that does not move on would be asked for without end.
    if (next === before) return;
    before = next;
    seen = new Set(page.list.map(({ job_id }) => job_id));
  }
}

function justAfter(dateTime: string): string {
  const moment = Date.parse(dateTime);
  return Number.isNaN(moment) ? dateTime : formatDateTime(new Date(moment + 1));
}
