import { NotFoundError, type TaskMetadata } from '../annofab/index.ts';
import { LoggableError } from '../core/loggable-error.ts';
import type { Invocation, Services } from '../runtime/context.ts';
import { NonRetryableError, Skip } from '../runtime/outcomes.ts';
import type { TaskIds } from './bucket/dataset-keys.ts';
import { withConflicts } from './conflicts.ts';
import { withTaskLock } from './task-lock.ts';

type Context = Invocation & Services & { readonly event: TaskIds };

export interface MergedMetadata {
  readonly before: TaskMetadata;
  readonly after: TaskMetadata;
  /** Whether anything was written. */
  readonly changed: boolean;
}

/**
 * Adds values to a task's metadata and leaves its other values alone. What is there already is not written again.
 *
 * Annofab's `PATCH` replaces all metadata of a task and takes no lock. So the metadata are read just before they are
 * written, and read again after: if someone replaced ours meanwhile, they are added once more. Our own writers go one after
 * the other, in whatever process they run. One window remains, and nobody but Annofab could close it: what a person or
 * another program writes between our read and our write (one round trip) is overwritten, and what another program that
 * read before us writes after our second read overwrites ours.
 *
 * @param values names are `[A-Za-z0-9_-]`, values text, finite numbers or booleans
 * @param o.onlyIf asked just before writing, while none of our other writers is at it: if not, nothing is written
 * @example
 * await mergeTaskMetadata(ctx, { exported_at: exported.completedAt, annotation_count: exported.annotationCount });
 * @throws Skip when there is no such task, Skip when the project is suspended, RetryLater when the lock is taken,
 * NonRetryableError when Annofab could not take the values; Error when they were overwritten twice
 */
export async function mergeTaskMetadata(
  ctx: Context,
  values: TaskMetadata,
  o: { onlyIf?: () => Promise<boolean> } = {},
): Promise<MergedMetadata> {
  refuseUnwritable(values);
  const { project_id, task_id } = ctx.event;
  try {
    const before = await readMetadata(ctx, ctx.signal);
    if (holds(before, values)) return { before, after: before, changed: false };
    return await withConflicts(ctx, project_id, () =>
      withTaskLock(ctx, ctx.event, async (signal) => {
        if (o.onlyIf !== undefined && !(await o.onlyIf())) return { before, after: before, changed: false };
        return merge(ctx, values, signal);
      }),
    );
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new Skip(`task ${task_id} of project ${project_id} is gone: there is no metadata to write`, {
      cause: error,
    });
  }
}

async function merge(ctx: Context, values: TaskMetadata, signal: AbortSignal): Promise<MergedMetadata> {
  const { project_id, task_id } = ctx.event;
  const before = await readMetadata(ctx, signal);
  if (holds(before, values)) return { before, after: before, changed: false };
  await writeMetadata(ctx, { ...before, ...values }, signal);
  let after = await readMetadata(ctx, signal);
  if (!holds(after, values)) {
    ctx.log.warn('Metadata were overwritten by someone else: written once more', { project_id, task_id });
    await writeMetadata(ctx, { ...after, ...values }, signal);
    after = await readMetadata(ctx, signal);
  }
  if (!holds(after, values)) {
    const names = Object.keys(values).join(', ');
    throw new LoggableError(
      `task ${task_id} of project ${project_id}: something else keeps overwriting its metadata (${names}); ` +
        'find what writes them and let it keep the names it does not know',
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
  return Object.entries(values).every(([name, value]) => Object.hasOwn(metadata, name) && metadata[name] === value);
}

/** Annofab's own rule; refused here, so that the error names the culprit. */
function refuseUnwritable(values: TaskMetadata): void {
  for (const [name, value] of Object.entries(values)) {
    if (!/^[A-Za-z0-9_-]+$/.test(name))
      throw new NonRetryableError(`metadata names are [A-Za-z0-9_-], which ${JSON.stringify(name)} is not`);
    const writable = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
    if (!writable)
      throw new NonRetryableError(`the metadata ${name} is neither text nor a finite number nor a boolean`);
  }
}
