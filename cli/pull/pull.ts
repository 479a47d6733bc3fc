import { writeFile } from 'node:fs/promises';
import { archiveKeys, projectKeys, taskKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { parseLatestVersion } from '../../lib/automations/export-task/manifest.ts';
import { parseArchiveManifest } from '../../lib/automations/mirror-annotation-archive/archive-manifest.ts';
import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import type { BucketReader } from './bucket-reader.ts';
import {
  archivePath,
  deleteFiles,
  deleteManifest,
  filePath,
  filesHere,
  filesOf,
  isHere,
  manifestPath,
} from './local-files.ts';
import { type PullState, writeState } from './pull-state.ts';

export interface PullContext {
  readonly reader: BucketReader;
  readonly folder: string;
  readonly state: PullState;
  readonly mayDelete: boolean;
  readonly withArchive: boolean;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  /** Called after each task. */
  onTask(done: number, total: number): void;
}

/** What a pull did. */
export interface Pulled {
  readonly project_id: string;
  /** All tasks in the bucket. */
  tasks: number;
  /** The tasks whose newest version was not in the folder. */
  changed: number;
  /** The tasks that were re-opened or deleted since their export. */
  withdrawn: number;
  /** The files that were copied, and their sizes. */
  files: number;
  bytes: number;
  /** The files that were deleted. */
  deleted: number;
  /** The version of the archive in the folder. */
  archive?: string;
}

/** The state is written when this share of it is new: written after each task, it would cost the square of the tasks. */
const SHARE_TO_SAVE = 0.1;

/**
 * Copies the newest version of each task, and of the archive. An interrupted pull goes on where it was: the state is written at the
 * end, also after a failure, and on the way, for a process that is killed. What it lacks then is compared with the files, and not
 * copied again.
 */
export async function pullProject(ctx: PullContext): Promise<Pulled> {
  const { reader, folder, state, signal } = ctx;
  const { project_id } = state;
  const pulled: Pulled = { project_id, tasks: 0, changed: 0, withdrawn: 0, files: 0, bytes: 0, deleted: 0 };
  const ids = await reader.folders(projectKeys.tasksPrefix(project_id));
  const save = oneAtATime(() => writeState(folder, state));
  let done = 0;
  let saved = 0;
  try {
    await mapInOrder(ids, ctx.concurrency, async (task_id) => {
      signal.throwIfAborted();
      await pullTask(ctx, task_id, pulled);
      done += 1;
      ctx.onTask(done, ids.length);
      if (pulled.changed - saved <= state.tasks.size * SHARE_TO_SAVE) return;
      saved = pulled.changed;
      await save();
    });
    if (ctx.mayDelete) await removeTasksBeside(new Set(ids), ctx, pulled);
    if (ctx.withArchive) await pullArchive(ctx, pulled);
  } finally {
    await save();
  }
  return pulled;
}

/** Deletes the tasks that the bucket does not have any more. */
async function removeTasksBeside(ids: ReadonlySet<string>, ctx: PullContext, pulled: Pulled): Promise<void> {
  for (const id of ctx.state.tasks.keys()) if (!ids.has(id)) await removeTask(ctx, id, pulled);
}

async function pullTask(ctx: PullContext, task_id: string, pulled: Pulled): Promise<void> {
  const { reader, state, folder } = ctx;
  const key = taskKeys.latest({ project_id: state.project_id, task_id });
  const text = await reader.read(key);
  if (text === undefined) return; // Its first export is not complete yet.
  pulled.tasks += 1;
  const latest = parseLatestVersion(text, key);
  if (latest.withdrawn !== undefined) {
    pulled.withdrawn += 1;
    if (ctx.mayDelete) await removeTask(ctx, task_id, pulled);
    return;
  }
  if (state.tasks.get(task_id) === latest.version) return;
  const manifest = await reader.read(latest.manifest);
  if (manifest === undefined) throw new Error(`${latest.manifest} is missing, though ${key} points to it.`);
  const files = filesOf(manifest, latest.manifest);
  const before = await filesHere(folder, task_id);
  for (const file of files) {
    const path = filePath(folder, file.path);
    if (await isHere(path, file)) continue;
    const source = taskKeys.file({ project_id: state.project_id, task_id }, latest.version, file.path);
    await reader.download({ ...file, key: source }, path);
    pulled.files += 1;
    pulled.bytes += file.bytes;
  }
  await writeWholeFile(manifestPath(folder, task_id), (temporary) => writeFile(temporary, manifest));
  const paths = new Set(files.map(({ path }) => path));
  if (ctx.mayDelete)
    pulled.deleted += await deleteFiles(
      folder,
      before.filter(({ path }) => !paths.has(path)),
    );
  state.tasks.set(task_id, latest.version);
  pulled.changed += 1;
}

/** Deletes what an earlier pull wrote: the files of its manifest. */
async function removeTask({ folder, state }: PullContext, task_id: string, pulled: Pulled): Promise<void> {
  pulled.deleted += await deleteFiles(folder, await filesHere(folder, task_id));
  await deleteManifest(folder, task_id);
  state.tasks.delete(task_id);
}

async function pullArchive({ reader, folder, state }: PullContext, pulled: Pulled): Promise<void> {
  const key = archiveKeys.latest(state.project_id);
  const text = await reader.read(key);
  if (text === undefined) return;
  const { archive, bytes, sha256, version } = parseArchiveManifest(text, key);
  const path = archivePath(folder);
  if (state.archive !== version && !(await isHere(path, { bytes, sha256 }))) {
    await reader.download({ key: archive, bytes, sha256 }, path);
    pulled.files += 1;
    pulled.bytes += bytes;
  }
  state.archive = version;
  pulled.archive = version;
}

/** Runs one write at a time. */
function oneAtATime(write: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(write);
    return last;
  };
}
