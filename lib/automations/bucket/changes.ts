import type { Dataset } from '../../aws/dataset.ts';
import { projectKeys } from './dataset-keys.ts';
import { toJson } from './stored-json.ts';

/** Something that a reader of the bucket wants to know: one small object for each. */
export type Change =
  /** A version of a task was published. */
  | (TaskChange & { readonly kind: 'task-exported'; readonly completed_at: string; readonly manifest: string })
  /** The task of a published version was re-opened or deleted: its data are not current any more. */
  | (TaskChange & { readonly kind: 'task-withdrawn'; readonly reason: 're-opened' | 'deleted' })
  /** A version of the annotation archive was published. */
  | {
      readonly kind: 'archive-mirrored';
      readonly project_id: string;
      readonly version: string;
      readonly manifest: string;
      readonly archive: string;
    }
  /** A version of the project's dataset was published. */
  | {
      readonly kind: 'dataset-published';
      readonly project_id: string;
      readonly version: string;
      readonly manifest: string;
      /** The formats that are complete. */
      readonly formats: readonly string[];
    }
  /** No open task is left in the project. */
  | { readonly kind: 'project-completed'; readonly project_id: string; readonly tasks: number };

interface TaskChange {
  readonly project_id: string;
  readonly task_id: string;
  readonly version: string;
}

/**
 * Adds a change to the feed of its project. Keys are in the order of publication, so a reader lists what comes after the last
 * key that it has seen, and needs no server. The same change may be published twice, under two keys.
 *
 * @param ctx.now is the time of publication: not that of the event, which may be much earlier
 */
export async function publishChange(
  { dataset, now, signal }: { readonly dataset: Dataset; now(): number; readonly signal: AbortSignal },
  change: Change,
): Promise<void> {
  const published_at = new Date(now()).toISOString();
  const name = 'task_id' in change ? `${change.kind}-${change.task_id}` : change.kind;
  const key = projectKeys.change(change.project_id, published_at, name);
  await dataset.put(key, toJson('change', { ...change, published_at }), { contentType: 'application/json', signal });
}
