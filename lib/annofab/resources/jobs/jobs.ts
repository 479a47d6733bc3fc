import type { AnnofabApi } from '../../api.ts';
import type { ProjectJobInfo, ProjectJobType } from '../../generated/schemas.ts';
import type { Clock } from '../../http/clock.ts';
import type { RequestOptions } from '../../options.ts';
import { formatDateTime } from '../date-time.ts';
import { orUndefined } from '../or-undefined.ts';
import { type AllParams, PAGE_SIZE } from '../paging.ts';
import { JOB_TYPES, jobTypesBefore } from './job-matrix.ts';
import { nameOfJob, pollEnd, runJob } from './run-job.ts';
import { type RunOptions, type WaitOptions, waitUntil } from './wait-until.ts';

/** The ids of a job. A job itself has them. */
export type JobIds = Pick<ProjectJobInfo, 'project_id' | 'job_type' | 'job_id'>;

/** A job type in a project. */
export interface ProjectAndJobType {
  project_id: string;
  job_type: ProjectJobType;
}

/** The background jobs of a project: archives, list files, task generation, copies … Annofab keeps them for 14 days. */
export interface Jobs {
  /**
   * Lists the jobs of a project that Annofab still keeps, newest first (getProjectJob). If more than 200 jobs were created
   * in the same millisecond, only 200 of them are returned.
   *
   * @example
   * for await (const job of annofab.jobs.all({ project_id, query: { type: 'invoke-hook' } })) console.log(job.job_status);
   */
  all(params: AllParams<'getProjectJob'>, options?: RequestOptions): AsyncGenerator<ProjectJobInfo, void, undefined>;
  /**
   * Gets the current state of a job; undefined when Annofab no longer has it: it deletes a job 14 days after its end, and an
   * owner may delete it earlier (getProjectJob).
   */
  find(job: JobIds, options?: RequestOptions): Promise<ProjectJobInfo | undefined>;
  /**
   * Lists the jobs in progress, of one type or of all types, among the 200 newest of each type (getProjectJob, once per
   * type).
   */
  running(
    params: { project_id: string; job_type?: ProjectJobType | undefined },
    options?: RequestOptions,
  ): Promise<ProjectJobInfo[]>;
  /**
   * Waits until a job has ended. An archive can take tens of minutes: where waiting is costly, as in AWS Lambda, react to a
   * webhook instead.
   *
   * @returns the succeeded job
   * @example
   * const { job } = await annofab.postAnnotationArchiveUpdate({ project_id });
   * await annofab.jobs.wait(job, { signal, deadlineMs: 30 * 60_000 });
   * @throws JobFailedError when it failed, with Annofab's reasons; JobNotFoundError when Annofab does not have the job;
   * TimeoutError when the deadline passes; the abort reason of the signal
   */
  wait(job: JobIds, options?: WaitOptions): Promise<ProjectJobInfo>;
  /**
   * Lists the jobs in progress that prevent a job of this type from starting now (getProjectJob).
   *
   * @see mayJobStart for the rules without requests
   */
  blockers(params: ProjectAndJobType, options?: RequestOptions): Promise<ProjectJobInfo[]>;
  /**
   * Whether a job of this type may start now: no job that excludes it is in progress (getProjectJob), and the project is
   * not being initialized (getProject). A 409 remains possible, since someone else may start a job meanwhile.
   */
  mayStart(params: ProjectAndJobType, options?: RequestOptions): Promise<boolean>;
  /**
   * Waits until a job of this type may start.
   *
   * @throws TimeoutError when the deadline passes; the abort reason of the signal
   */
  waitUntilMayStart(params: ProjectAndJobType, options?: WaitOptions): Promise<void>;
  /**
   * Starts a job as soon as possible, and waits for its end. If Annofab refuses because of jobs in progress, waits for those
   * and tries again. So the result of the job is never older than this call, unless `join` is set.
   *
   * @param start the operation that starts the job
   * @returns the succeeded job
   * @example
   * await annofab.jobs.run({ project_id, job_type: 'gen-annotation' }, (signal) =>
   *   annofab.postAnnotationArchiveUpdate({ project_id }, { signal }),
   * );
   * @throws ConflictError when Annofab refuses although no job prevents it; otherwise as {@link wait}
   */
  run(
    params: ProjectAndJobType,
    start: (signal: AbortSignal) => PromiseLike<{ readonly job: JobIds }>,
    options?: RunOptions,
  ): Promise<ProjectJobInfo>;
  /**
   * Deletes the records of the succeeded jobs of one type (deleteProjectJob; owners only).
   *
   * @returns the deleted jobs
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
    // Without progress the loop would not end.
    if (next === before) return;
    before = next;
    seen = new Set(page.list.map(({ job_id }) => job_id));
  }
}

function justAfter(dateTime: string): string {
  const moment = Date.parse(dateTime);
  return Number.isNaN(moment) ? dateTime : formatDateTime(new Date(moment + 1));
}
