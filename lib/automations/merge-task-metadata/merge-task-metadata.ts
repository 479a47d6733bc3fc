import { NotFoundError, type TaskMetadata } from '../../annofab/index.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { isExactNumber, isSameScalar, mergeExactly } from '../../core/numbers/exact-number.ts';
import type { Invocation } from '../../runtime/context.ts';
import { NonRetryableError, Skip } from '../../runtime/outcomes.ts';
import type { TaskIds } from '../bucket/dataset-keys.ts';
import { withConflictHandling } from '../conflict-handling.ts';
import type { Services } from '../services.ts';
import { withMetadataLock } from './metadata-lock.ts';

type Context = Invocation & Services & { readonly event: TaskIds };

export interface MergedMetadata {
  readonly before: TaskMetadata;
  readonly after: TaskMetadata;
  /** Whether anything was written. */
  readonly changed: boolean;
}

/**
 * Adds values to a task's metadata and keeps its other values. Nothing is written when the values are already there.
 *
 * Annofab's `PATCH` replaces all metadata of a task and takes no lock. So the metadata are read just before the write and
 * again after it: values that another program replaced in between are added once more. Writers of this application take
 * turns, in whatever process they run. One window remains that only Annofab could close: a write of a person or another
 * program between our read and our write (one round trip) is overwritten, and a program that read before us and writes
 * after our second read overwrites ours.
 *
 * @param values names are `[A-Za-z0-9_-]`, values text, finite numbers or booleans
 * @param o.onlyIf called just before the write, under the lock: `false` prevents the write
 * @example
 * await mergeTaskMetadata(ctx, { exported_at: exported.completedAt, annotation_count: exported.annotationCount });
 * @throws Skip when the task does not exist or the project is suspended, RetryLater when the lock is taken,
 * NonRetryableError when Annofab cannot store the values; Error when another program overwrote them twice
 */
export async function mergeTaskMetadata(
  ctx: Context,
  values: TaskMetadata,
  o: { onlyIf?: () => Promise<boolean> } = {},
): Promise<MergedMetadata> {
  assertWritable(values);
  const { project_id, task_id } = ctx.event;
  try {
    const before = await readMetadata(ctx, ctx.signal);
    if (holds(before, values)) return { before, after: before, changed: false };
    return await withConflictHandling(ctx, project_id, () =>
      withMetadataLock(ctx, ctx.event, async (signal) => {
        if (o.onlyIf !== undefined && !(await o.onlyIf())) return { before, after: before, changed: false };
        return merge(ctx, values, signal);
      }),
    );
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new Skip(`task ${task_id} of project ${project_id} does not exist, so its metadata were not written`, {
      cause: error,
    });
  }
}

async function merge(ctx: Context, values: TaskMetadata, signal: AbortSignal): Promise<MergedMetadata> {
  const { project_id, task_id } = ctx.event;
  const before = await readMetadata(ctx, signal);
  if (holds(before, values)) return { before, after: before, changed: false };
  await writeMetadata(ctx, mergeExactly(before, values), signal);
  let after = await readMetadata(ctx, signal);
  if (!holds(after, values)) {
    ctx.log.warn('Another program overwrote the metadata; written once more', { project_id, task_id });
    await writeMetadata(ctx, mergeExactly(after, values), signal);
    after = await readMetadata(ctx, signal);
  }
  if (!holds(after, values)) {
    const names = Object.keys(values).join(', ');
    throw new LoggableError(
      `task ${task_id} of project ${project_id}: another program keeps overwriting its metadata (${names}); ` +
        'find that program and make it keep the names that it does not know',
    );
  }
  return { before, after, changed: true };
}

async function readMetadata({ annofab, event }: Context, signal: AbortSignal): Promise<TaskMetadata> {
  const { project_id, task_id } = event;
  const task = await annofab.getTask({ project_id, task_id }, { signal });
  return task.metadata ?? {};
}

async function writeMetadata({ annofab, event }: Context, metadata: TaskMetadata, signal: AbortSignal): Promise<void> {
  const { project_id, task_id } = event;
  await annofab.patchTasksMetadata({ project_id, body: { [task_id]: metadata } }, { signal });
}

function holds(metadata: TaskMetadata, values: TaskMetadata): boolean {
  return Object.entries(values).every(
    ([name, value]) => Object.hasOwn(metadata, name) && isSameScalar(metadata[name], value),
  );
}

/** Checks Annofab's rule before the request, so that the error names the value. */
function assertWritable(values: TaskMetadata): void {
  for (const [name, value] of Object.entries(values)) {
    if (!/^[A-Za-z0-9_-]+$/.test(name))
      throw new NonRetryableError(`metadata names are [A-Za-z0-9_-], but ${JSON.stringify(name)} is not`);
    const writable = typeof value === 'string' || typeof value === 'boolean' || isExactNumber(value);
    if (!writable)
      throw new NonRetryableError(`the metadata ${name} is neither text nor a finite number nor a boolean`);
  }
}
