import { batchesOf } from '../../../core/batches-of.ts';
import { type ExactNumber, filterExactly, isSameScalar, mergeExactly } from '../../../core/numbers/exact-number.ts';
import type { AnnofabApi } from '../../api.ts';
import type { TaskMetadata } from '../../generated/schemas.ts';
import type { RequestOptions } from '../../options.ts';

/** A change of a task's metadata: a value sets the key, null removes it. */
export type MetadataChange = Readonly<Record<string, string | number | boolean | ExactNumber | null>>;

export interface MergedMetadata {
  /** Ids of the tasks whose metadata were written. */
  readonly updated: readonly string[];
  /** Ids of the tasks that already had these metadata. */
  readonly unchanged: readonly string[];
  /** Ids of the tasks that the project does not have. */
  readonly missing: readonly string[];
}

/** Annofab fails with 1,000 tasks or more. */
const WRITE_BATCH = 500;

/** Annofab's limit for getTasksInBulk. */
const READ_BATCH = 100;

/**
 * Changes keys in the metadata of tasks without touching their other keys. See `Tasks.mergeMetadata`.
 *
 * @param changes by task id; several changes of one task are merged first, and the later ones win
 */
export async function mergeTaskMetadata(
  client: AnnofabApi,
  project_id: string,
  changes: Iterable<readonly [string, MetadataChange]>,
  options?: RequestOptions,
): Promise<MergedMetadata> {
  const merged: Record<keyof MergedMetadata, string[]> = { updated: [], unchanged: [], missing: [] };
  for (const batch of batchesOf([...combine(changes)], WRITE_BATCH)) {
    const present = await readMetadata(client, project_id, batch, options);
    const writes: [string, TaskMetadata][] = [];
    for (const [task_id, change] of batch) {
      const before = present.get(task_id);
      const after = before && apply(before, change);
      if (after === undefined) merged.missing.push(task_id);
      else if (isSame(before, after)) merged.unchanged.push(task_id);
      else writes.push([task_id, after]);
    }
    if (writes.length === 0) continue;
    await client.patchTasksMetadata({ project_id, body: Object.fromEntries(writes) }, options);
    merged.updated.push(...writes.map(([task_id]) => task_id));
  }
  return merged;
}

function combine(changes: Iterable<readonly [string, MetadataChange]>): Map<string, MetadataChange> {
  const combined = new Map<string, MetadataChange>();
  for (const [task_id, change] of changes) {
    // An undefined value is not a change. Merged, it would remove the key.
    const given = filterExactly(change, (value): value is MetadataChange[string] => value !== undefined);
    combined.set(task_id, mergeExactly(combined.get(task_id) ?? {}, given));
  }
  return combined;
}

/** The current metadata of the existing tasks, by task id. */
async function readMetadata(
  client: AnnofabApi,
  project_id: string,
  batch: readonly (readonly [string, MetadataChange])[],
  options?: RequestOptions,
): Promise<Map<string, TaskMetadata>> {
  const ids = batch.map(([task_id]) => task_id);
  const answers = await Promise.all(
    batchesOf(ids, READ_BATCH).map((task_id) => client.getTasksInBulk({ project_id, query: { task_id } }, options)),
  );
  const tasks = answers.flatMap(({ success }) => success);
  return new Map(tasks.map(({ task_id, metadata }) => [task_id, metadata ?? {}]));
}

function apply(before: TaskMetadata, change: MetadataChange): TaskMetadata {
  const merged = mergeExactly<MetadataChange>(before, change);
  return filterExactly(merged, (value): value is TaskMetadata[string] => value !== null);
}

function isSame(before: TaskMetadata | undefined, after: TaskMetadata): boolean {
  const keys = Object.keys({ ...before, ...after });
  return keys.every((key) => isSameScalar(before?.[key], after[key]));
}
