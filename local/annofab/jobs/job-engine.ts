import { randomUUID } from 'node:crypto';
import type { ProjectJobInfo, ProjectJobType } from '../../../lib/annofab/api-description.ts';
import { jobTypesBefore } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { alreadyInvoked, errorBody, Failure, stateMismatch } from '../core/errors.ts';
import type { JobStart, Jobs } from '../core/services.ts';
import type { Settings } from '../core/settings.ts';
import type { ProjectRecord } from '../core/state.ts';

export interface JobEngine extends Jobs {
  /** Keeps new jobs in progress until `finish` or `release`: all of them, or those of the given types. */
  hold(...types: ProjectJobType[]): void;
  /**
   * Runs held jobs now: all, or those of the given type. Later jobs are still held.
   *
   * @returns when they have ended
   */
  finish(type?: ProjectJobType): Promise<void>;
  /** Ends `hold`, and runs the held jobs. */
  release(): Promise<void>;
  /** Drops waiting and held jobs, and ends `hold`. Jobs that run already have no effect any more. */
  abandon(): void;
}

export interface JobEngineOptions {
  clock: Clock;
  settings: Pick<Settings, 'jobMilliseconds' | 'suspendedRefusesJobs'>;
}

/** A suspended project must not change: these jobs would change it. The others copy, move or delete it. */
const REFUSED_BY_SUSPENSION: ReadonlySet<ProjectJobType> = new Set([
  'gen-inputs',
  'gen-tasks',
  'gen-annotation',
  'gen-tasks-list',
  'gen-inputs-list',
]);

/** Annofab deletes a job this long after its end. */
const RECORD_LIFE_MS = 14 * 24 * 60 * 60 * 1000;

/** Interval at which waiting jobs read the emulator's clock, which may be moved at any time. */
const CLOCK_POLL_MS = 20;

/**
 * The background jobs of all projects. A job is registered as `progress`, runs when `jobMilliseconds` have passed on
 * the emulator's clock (0: at once, but always after the request that started it is answered), and ends as `succeeded`,
 * or as `failed` when its work throws.
 */
export function createJobs({ clock, settings }: JobEngineOptions): JobEngine {
  const inProgress = new Set<Promise<void>>();
  const immediate = new Map<Promise<void>, ProjectRecord>();
  const held: { type: ProjectJobType; begin: () => Promise<void> }[] = [];
  let stopped = new AbortController();
  let holding: 'all' | 'none' | ReadonlySet<ProjectJobType> = 'none';

  /** Webhooks are sent when they fire. Only `hold('invoke-hook')` holds them. */
  const isHeld = (type: ProjectJobType): boolean =>
    holding === 'all' ? type !== 'invoke-hook' : holding !== 'none' && holding.has(type);

  function begin(job: ProjectJobInfo, work: JobStart['run'], delayMs: number): Promise<void> {
    const running: Promise<void> = waitUntil(clock, clock.now().getTime() + delayMs, stopped.signal)
      .then(() => runJob(job, work, clock))
      .catch(() => undefined) // Abandoned: the job keeps its state.
      .finally(() => {
        inProgress.delete(running);
        immediate.delete(running);
      });
    inProgress.add(running);
    return running;
  }

  async function finish(type?: ProjectJobType): Promise<void> {
    const ready = held.filter((entry) => type === undefined || entry.type === type);
    for (const entry of ready) held.splice(held.indexOf(entry), 1);
    await Promise.all(ready.map((entry) => entry.begin()));
  }

  return {
    start(project, { type, detail, run }) {
      purgeJobs(project, clock);
      assertCanStart(project, type, settings.suspendedRefusesJobs);
      const now = clock.stamp();
      const job: ProjectJobInfo = {
        project_id: project.project.project_id,
        job_type: type,
        job_id: randomUUID(),
        job_status: 'progress',
        ...(detail === undefined ? {} : { job_detail: detail }),
        errors: { errors: [], context: {} },
        created_datetime: now,
        updated_datetime: now,
      };
      project.jobs.push(job);
      if (isHeld(type)) held.push({ type, begin: () => begin(job, run, 0) });
      else if (type === 'invoke-hook') begin(job, run, 0);
      else {
        const { jobMilliseconds } = settings;
        const running = begin(job, run, jobMilliseconds);
        if (jobMilliseconds === 0) immediate.set(running, project);
      }
      return job;
    },
    async quickDone(project) {
      await Promise.all([...immediate].flatMap(([running, its]) => (its === project ? [running] : [])));
    },
    async settled() {
      while (inProgress.size > 0) await Promise.all(inProgress);
    },
    hold: (...types) => {
      holding = types.length === 0 ? 'all' : new Set(types);
    },
    finish,
    release: () => {
      holding = 'none';
      return finish();
    },
    abandon: () => {
      held.length = 0;
      holding = 'none';
      stopped.abort();
      stopped = new AbortController();
    },
  };
}

/** Deletes the jobs that ended over 14 days ago. */
export function purgeJobs(project: ProjectRecord, clock: Clock): void {
  const oldest = clock.now().getTime() - RECORD_LIFE_MS;
  const kept = project.jobs.filter((job) => job.job_status === 'progress' || Date.parse(job.updated_datetime) > oldest);
  if (kept.length < project.jobs.length) project.jobs.splice(0, project.jobs.length, ...kept);
}

/**
 * @throws Failure 409 STATE_MISMATCH while the project is being initialized, is suspended (if that matters), or has a
 * job in progress that excludes this one; WORKER_ALREADY_INVOKED when that job has the same type
 */
function assertCanStart({ project, jobs }: ProjectRecord, type: ProjectJobType, suspensionCounts: boolean): void {
  const { project_id: id, project_status: status } = project;
  if (status === 'initializing') throw stateMismatch(`The project ${id} is being initialized: no job can start`);
  if (status === 'suspended' && suspensionCounts && REFUSED_BY_SUSPENSION.has(type)) {
    throw stateMismatch(`The project ${id} is suspended: a job ${type} cannot start`);
  }
  const blocker = jobs.find((job) => job.job_status === 'progress' && jobTypesBefore(type).includes(job.job_type));
  if (!blocker) return;
  if (blocker.job_type === type) throw alreadyInvoked(`The job ${type} is in progress already: ${blocker.job_id}`);
  throw stateMismatch(`A job ${type} cannot start while a job ${blocker.job_type} is in progress: ${blocker.job_id}`);
}

async function runJob(job: ProjectJobInfo, work: JobStart['run'], clock: Clock): Promise<void> {
  try {
    await work(job);
    job.job_status = 'succeeded';
  } catch (error) {
    const code = error instanceof Failure ? error.errorCode : 'INTERNAL_SERVER_ERROR';
    job.job_status = 'failed';
    job.errors = errorBody(code, error instanceof Error ? error.message : String(error), job.job_id, job.job_type);
  }
  job.updated_datetime = clock.stamp();
}

/** Resolves when the clock reaches this time, but never in the present turn of the event loop. */
async function waitUntil(clock: Clock, time: number, signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  while (clock.now().getTime() < time) {
    const wait = Math.min(CLOCK_POLL_MS, Math.max(1, time - clock.now().getTime()));
    await new Promise((resolve) => setTimeout(resolve, wait));
    signal.throwIfAborted();
  }
  signal.throwIfAborted();
}
