import { InvalidIdError, type Task } from '../../annofab/index.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { mapInOrder } from '../../core/map-in-order.ts';
import type { EventContext } from '../../runtime/context.ts';
import { NonRetryableError, RetryLater, Skip } from '../../runtime/outcomes.ts';
import { taskKeys } from '../bucket/dataset-keys.ts';
import { advancePointer } from '../bucket/latest-pointer.ts';
import { toJson } from '../bucket/own-json.ts';
import { versionOf } from '../bucket/version.ts';
import { earlyEvent, readCompletedTask } from './completed-task.ts';
import {
  buildManifest,
  completedAt,
  contentVersion,
  describeManifest,
  type ExportedVersion,
  isNewerVersion,
  type LatestVersion,
  parseLatestVersion,
  type StoredFrame,
} from './manifest.ts';
import { type StoreFile, storeFrame } from './store-frame.ts';

type Context = EventContext<'task-completed'>;

/** How long a task is left alone, in seconds, that moved whenever it was exported. */
const MOVING_SECONDS = 60;

export interface ExportedTask extends ExportedVersion {
  /** The key of everything of this version begins so. */
  readonly prefix: string;
}

/**
 * Copies the annotations of a completed task into the bucket, as one version that never changes again: a file for each
 * input data and each mask, laid out as in Annofab's archive, then the manifest, then `latest.json` if nothing newer is there.
 *
 * The version is named for when the task was completed (its `operation_updated_datetime` as read anew), so exporting it
 * again finds it there and writes nothing. An owner may edit a completed task without re-opening it: that leaves its name,
 * and so its version, as they are; to export such an edit, delete the version's manifest and send the event again.
 *
 * If the task moves while it is copied, the files copied so far stay without a manifest, which makes them nothing:
 * deleting them could take them from under a second delivery of the same event that finished just before.
 *
 * @throws RetryLater when the task is not completed yet or keeps moving; Skip when it is not completed after all;
 * NonRetryableError when a file can never be had; Error naming project, task, input data and annotation when it cannot be had now
 */
export async function exportTask(ctx: Context): Promise<ExportedTask> {
  let task = await readCompletedTask(ctx);
  if (task === undefined) throw earlyEvent(ctx);
  for (let attempt = 1; attempt <= ctx.settings.exportAttempts; attempt += 1) {
    const result = await exportVersion(ctx, task);
    if ('exported' in result) return result.exported;
    task = result.movedTo;
    ctx.log.warn('The task moved while it was exported', { ...idsOf(task), attempt });
  }
  const reason = `${nameOf(task)} moved each time it was exported`;
  throw new RetryLater(reason, { seconds: MOVING_SECONDS, counter: 'moving' });
}

/** Whether no other version has become the latest since: what is said of the task elsewhere should be of that one. */
export async function isLatestExport(ctx: Context, { version }: ExportedVersion): Promise<boolean> {
  const key = taskKeys.latest(ctx.event);
  const latest = await ctx.dataset.read(key, { signal: ctx.signal });
  return latest !== undefined && parseLatestVersion(latest.text, key).version === version;
}

type Result = { exported: ExportedTask } | { movedTo: Task };

async function exportVersion(ctx: Context, task: Task): Promise<Result> {
  const version = completionVersion(task) ?? contentVersion(await storeFrames(ctx, task, async () => {}));
  const key = taskKeys.manifest(task, version);
  const earlier = await ctx.dataset.read(key, ctx);
  if (earlier !== undefined) return { exported: await announce(ctx, task, version, earlier.text) };

  const prefix = taskKeys.version(task, version);
  const frames = await storeFrames(ctx, task, (file, body) =>
    ctx.dataset.put(prefix + file.path, body, {
      contentType: file.content_type,
      sha256: file.sha256,
      signal: ctx.signal,
    }),
  );
  const now = await readCompletedTask(ctx);
  if (now === undefined) throw new Skip(`${nameOf(task)} was re-opened while it was exported`);
  if ((completionVersion(now) ?? contentVersion(frames)) !== version) return { movedTo: now };

  const manifest = await writeOnce(ctx, key, toJson(buildManifest(task, version, frames)));
  return { exported: await announce(ctx, task, version, manifest) };
}

/** `undefined` when the task does not say: its content is to name the version then, for which the frames are read twice. */
function completionVersion(task: Task): string | undefined {
  const completed = task.operation_updated_datetime ?? undefined;
  if (completed === undefined) return undefined;
  try {
    return versionOf(completed);
  } catch (cause) {
    throw new LoggableError(`${nameOf(task)}: its operation_updated_datetime cannot name a version`, { cause });
  }
}

function storeFrames(ctx: Context, task: Task, store: StoreFile): Promise<StoredFrame[]> {
  const { project_id, task_id } = task;
  return mapInOrder(task.input_data_id_list, ctx.settings.frameConcurrency, async (input_data_id) => {
    try {
      return await storeFrame(ctx, { project_id, task_id, input_data_id }, store);
    } catch (error) {
      if (!(error instanceof InvalidIdError)) throw error;
      throw new NonRetryableError(`${nameOf(task)} cannot be stored by its ids: ${error.message}`, { cause: error });
    }
  });
}

/** Of two deliveries that finish the same version, one writes the manifest, and both go by it. */
async function writeOnce({ dataset, signal }: Context, key: string, manifest: string): Promise<string> {
  const outcome = await dataset.replace(key, manifest, { contentType: 'application/json', etag: undefined, signal });
  const there = outcome === 'changed' ? await dataset.read(key, { signal }) : undefined;
  return there?.text ?? manifest;
}

/** The version is complete: `latest.json` may point to it. */
async function announce(ctx: Context, task: Task, version: string, manifest: string): Promise<ExportedTask> {
  const key = taskKeys.manifest(task, version);
  const exported = describeManifest(manifest, key);
  // Of the task as it was read now: content that comes back has the manifest, and the date-time, of its first time.
  const latest: LatestVersion = { ...idsOf(task), version, completed_at: completedAt(task), manifest: key };
  const latestKey = taskKeys.latest(task);
  const moved = await advancePointer(ctx.dataset, latestKey, latest, {
    parse: (text) => parseLatestVersion(text, latestKey),
    isNewer: isNewerVersion,
    signal: ctx.signal,
  });
  ctx.log.info('Task exported', {
    ...idsOf(task),
    version,
    files: exported.files,
    bytes: exported.bytes,
    changed: moved,
  });
  return { ...exported, prefix: taskKeys.version(task, version) };
}

function idsOf({ project_id, task_id }: Task) {
  return { project_id, task_id };
}

function nameOf({ project_id, task_id }: Task): string {
  return `task ${task_id} of project ${project_id}`;
}
