import { InvalidIdError, type Task } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/async/map-in-order.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import type { EventContext } from '../../runtime/context.ts';
import { NonRetryableError, RetryLater, Skip } from '../../runtime/outcomes.ts';
import { framePath, taskKeys } from '../bucket/dataset-keys.ts';
import { advancePointer, type PointerRead } from '../bucket/latest-pointer.ts';
import { toJson } from '../bucket/stored-json.ts';
import { versionOf } from '../bucket/version.ts';
import type { Services } from '../services.ts';
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

type Context = EventContext<'task-completed', Services>;

/** How long to wait, in seconds, when a task changed during each attempt to export it. */
const MOVING_SECONDS = 60;

export interface ExportedTask extends ExportedVersion {
  /** The keys of this version's objects start with it. */
  readonly prefix: string;
}

/**
 * Copies the annotations of a completed task into the bucket as one immutable version: a file for each input data and each
 * mask, laid out as in Annofab's archive, then the manifest, then `latest.json` unless a newer version is there.
 *
 * The version is the task's `operation_updated_datetime`, so a second export of the same completion finds the version and
 * writes nothing. An owner may edit a completed task without re-opening it, which changes neither the date-time nor the
 * version; to export such an edit, delete the version's manifest and send the event again.
 *
 * If the task changes during the export, the files copied so far stay without a manifest and do not count. They are not
 * deleted: another delivery of the same event may just have finished the version that they belong to.
 *
 * @throws RetryLater when the task is not completed yet or keeps changing; Skip when it is not completed after all;
 * NonRetryableError when a file cannot be exported; Error naming project, task, input data and annotation when reading fails
 */
export async function exportTask(ctx: Context): Promise<ExportedTask> {
  let task = await readCompletedTask(ctx);
  if (task === undefined) throw earlyEvent(ctx);
  for (let attempt = 1; attempt <= ctx.settings.exportAttempts; attempt += 1) {
    const result = await exportVersion(ctx, task);
    if ('exported' in result) return result.exported;
    task = result.changedTo;
    ctx.log.warn('The task changed during the export', { ...idsOf(task), attempt });
  }
  const reason = `${nameOf(task)} changed during each attempt to export it`;
  throw new RetryLater(reason, { seconds: MOVING_SECONDS, counter: 'moving' });
}

/** Whether no other version has become the latest since the export. Report only the latest version elsewhere. */
export async function isLatestExport(ctx: Context, { version }: ExportedVersion): Promise<boolean> {
  const key = taskKeys.latest(ctx.event);
  const latest = await ctx.dataset.read(key, { signal: ctx.signal });
  return latest !== undefined && parseLatestVersion(latest.text, key).version === version;
}

type Result = { exported: ExportedTask } | { changedTo: Task };

async function exportVersion(ctx: Context, task: Task): Promise<Result> {
  const version = completionVersion(task) ?? contentVersion(await storeFrames(ctx, task, async () => {}));
  const key = taskKeys.manifest(task, version);
  // The pointer is needed only at the end. Reading it here, beside the manifest, saves one round trip to S3 for each task.
  const keys = [key, taskKeys.latest(task)];
  const [earlier, pointer] = await mapInOrder(keys, keys.length, (each) => ctx.dataset.read(each, ctx));
  const publish = (manifest: string) => pointTo(ctx, { task, version, manifest, pointer });
  if (earlier !== undefined) return { exported: await publish(earlier.text) };

  assertKeysFit(task, version);
  const frames = await storeFrames(ctx, task, (file, body) =>
    ctx.dataset.put(taskKeys.file(task, version, file.path), body, {
      contentType: file.content_type,
      sha256: file.sha256,
      signal: ctx.signal,
    }),
  );
  const now = await readCompletedTask(ctx);
  if (now === undefined) throw new Skip(`${nameOf(task)} was re-opened during the export`);
  if ((completionVersion(now) ?? contentVersion(frames)) !== version) return { changedTo: now };

  const manifest = await writeOnce(ctx, key, toJson('taskManifest', buildManifest(task, version, frames)));
  return { exported: await publish(manifest) };
}

/** `undefined` when the task has no such date-time: then its content names the version, so the frames are read twice. */
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
      throw refusalOfIds(task, error);
    }
  });
}

/** An error of ids that cannot be part of a key is permanent. */
function refusalOfIds(task: Task, error: unknown): unknown {
  if (!(error instanceof InvalidIdError)) return error;
  return new NonRetryableError(`${nameOf(task)} cannot be stored under its ids: ${error.message}`, { cause: error });
}

/** Before anything is copied. The ids of annotations are known only when their frame is read. */
function assertKeysFit(task: Task, version: string): void {
  try {
    for (const id of task.input_data_id_list) taskKeys.file(task, version, framePath(task.task_id, id));
  } catch (error) {
    throw refusalOfIds(task, error);
  }
}

/** When two deliveries finish the same version, one writes the manifest, and both use it. */
async function writeOnce({ dataset, signal }: Context, key: string, manifest: string): Promise<string> {
  const outcome = await dataset.replace(key, manifest, { contentType: 'application/json', etag: undefined, signal });
  const existing = outcome === 'changed' ? await dataset.read(key, { signal }) : undefined;
  return existing?.text ?? manifest;
}

interface CompleteVersion {
  readonly task: Task;
  readonly version: string;
  readonly manifest: string;
  /** `latest.json` before the export. */
  readonly pointer: PointerRead;
}

/** Points `latest.json` to a complete version, unless it points to a newer one. */
async function pointTo(ctx: Context, { task, version, manifest, pointer }: CompleteVersion): Promise<ExportedTask> {
  const key = taskKeys.manifest(task, version);
  const exported = describeManifest(manifest, key);
  // The date-time of the task as it is now: content that reappears keeps the manifest, and the date-time, of its first export.
  const latest: LatestVersion = { ...idsOf(task), version, completed_at: completedAt(task), manifest: key };
  const latestKey = taskKeys.latest(task);
  const moved = await advancePointer(ctx.dataset, latestKey, latest, {
    kind: 'latest',
    parse: (text) => parseLatestVersion(text, latestKey),
    isNewer: isNewerVersion,
    seen: { pointer },
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
