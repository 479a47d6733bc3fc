import { ConflictError, type Operation, operations } from '../annofab/index.ts';
import type { Invocation } from '../runtime/context.ts';
import { RetryLater, Skip } from '../runtime/outcomes.ts';
import type { Services } from './services.ts';

type Context = Invocation & Pick<Services, 'annofab'>;

/** The cause of a 409 of Annofab. */
export type ConflictMeaning =
  /** A running job excludes the operation. */
  | 'job-running'
  /** The project is suspended: nothing can be written until its owner resumes it. */
  | 'suspended'
  /** The data changed after it was read. */
  | 'stale'
  | 'unknown';

const operationTable: Readonly<Record<string, Operation>> = operations;

/**
 * Runs a call to Annofab and turns a 409 into the outcome that fits its cause. On a stale lock the call runs once more, so
 * `call` must read the lock itself.
 *
 * @throws RetryLater when a job is running, Skip when the project is suspended; otherwise the error of `call`
 */
export async function withConflictHandling<T>(ctx: Context, project_id: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if ((await throwOutcome(ctx, project_id, error)) !== 'stale') throw error;
  }
  try {
    return await call();
  } catch (error) {
    await throwOutcome(ctx, project_id, error);
    throw error;
  }
}

async function throwOutcome(ctx: Context, project_id: string, error: unknown): Promise<ConflictMeaning | undefined> {
  if (!(error instanceof ConflictError)) return undefined;
  const meaning = await conflictMeaning(ctx, project_id, error);
  if (meaning === 'job-running') {
    const reason = `${error.operation}: a job that excludes it is running in project ${project_id}`;
    throw new RetryLater(reason, { seconds: ctx.settings.jobRunningSeconds, counter: 'job-running', cause: error });
  }
  if (meaning === 'suspended') {
    throw new Skip(`${error.operation}: project ${project_id} is suspended`, { cause: error });
  }
  return meaning;
}

/**
 * Annofab uses the same status and codes for all causes. The operation table lists the possible causes, `error_code`
 * sometimes gives the cause, and the project shows whether it is suspended.
 */
export async function conflictMeaning(
  ctx: Context,
  project_id: string,
  error: ConflictError,
): Promise<ConflictMeaning> {
  const meanings = operationTable[error.operation]?.conflict ?? [];
  if (error.errorCode === 'WORKER_ALREADY_INVOKED' || meanings.includes('archive-updating')) return 'job-running';
  if (error.errorCode === 'ALREADY_UPDATED') return 'stale';
  const { project_status } = await ctx.annofab.getProject({ project_id }, { signal: ctx.signal });
  if (project_status === 'suspended') return 'suspended';
  // During its initialization, which is short, a project can run no job.
  if (meanings.includes('job-running') || project_status === 'initializing') return 'job-running';
  return meanings.includes('stale') || meanings.includes('state') ? 'stale' : 'unknown';
}
