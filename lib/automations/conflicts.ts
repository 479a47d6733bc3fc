import { ConflictError, type Operation, operations } from '../annofab/index.ts';
import type { Invocation, Services } from '../runtime/context.ts';
import { RetryLater, Skip } from '../runtime/outcomes.ts';

type Context = Invocation & Pick<Services, 'annofab'>;

/** What a 409 of Annofab turned out to mean. */
export type ConflictMeaning =
  /** A job is running that excludes this; it will end. */
  | 'job-running'
  /** The project is suspended: nothing may be written until its owner resumes it. */
  | 'suspended'
  /** What was read has changed since. */
  | 'stale'
  /** None of these. */
  | 'unknown';

const table: Readonly<Record<string, Operation>> = operations;

/**
 * Runs a call to Annofab and makes of its 409 what it means. On a stale lock it is run once more, so `call` has to read
 * what it goes by itself.
 *
 * @throws RetryLater when a job is running, Skip when the project is suspended; else what `call` throws
 */
export async function withConflicts<T>(ctx: Context, project_id: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if ((await outcomeOf(ctx, project_id, error)) !== 'stale') throw error;
  }
  try {
    return await call();
  } catch (error) {
    await outcomeOf(ctx, project_id, error);
    throw error;
  }
}

async function outcomeOf(ctx: Context, project_id: string, error: unknown): Promise<ConflictMeaning | undefined> {
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
 * The operation table says what a 409 *may* mean, `error_code` sometimes what it means, and the project whether it is
 * suspended: Annofab uses the same status and codes for all of them.
 */
export async function conflictMeaning(
  ctx: Context,
  project_id: string,
  error: ConflictError,
): Promise<ConflictMeaning> {
  const meanings = table[error.operation]?.conflict ?? [];
  if (error.errorCode === 'WORKER_ALREADY_INVOKED' || meanings.includes('archive-updating')) return 'job-running';
  if (error.errorCode === 'ALREADY_UPDATED') return 'stale';
  const { project_status } = await ctx.annofab.getProject({ project_id }, { signal: ctx.signal });
  if (project_status === 'suspended') return 'suspended';
  // While it is being initialized no job can run, and it is not for long.
  if (meanings.includes('job-running') || project_status === 'initializing') return 'job-running';
  return meanings.includes('stale') || meanings.includes('state') ? 'stale' : 'unknown';
}
