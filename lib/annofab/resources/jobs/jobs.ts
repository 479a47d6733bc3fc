import type { ProjectJobInfo, ProjectJobType } from '../../generated/schemas.ts';
import type { RequestOptions } from '../../options.ts';
import type { AllParams } from '../paging.ts';
import type { RunOptions, WaitOptions } from './wait-until.ts';

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
   * @throws PagingError when a page is not older than the one before
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
