import type { TickContext } from '../runtime/context.ts';
import { failureFields } from '../runtime/loggable-message.ts';
import { publishChange } from './bucket/changes.ts';
import { projectKeys, type TaskIds, taskKeys } from './bucket/dataset-keys.ts';
import { parseStoredJson, toJson } from './bucket/stored-json.ts';
import { parseLatestVersion } from './export-task/manifest.ts';
import type { Services } from './services.ts';

type Context = TickContext<Services>;
type Reason = 're-opened' | 'deleted';

/** How far back a run looks for tasks that were changed: several runs, in case some of them fail. */
const RECENT_MS = 2 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const MARGIN_MS = 30_000;

/**
 * Marks the exports of tasks that are not complete any more: `latest.json` says so, and the feed of changes too. The version
 * stays. Tasks that were re-opened are seen by their last change; once a day all exported tasks are compared with those of the
 * project, which finds the deleted ones too. A task that is completed again is exported again, which removes the mark.
 *
 * A project that fails is logged and left to the next run: what was exported is safe.
 *
 * @returns how many were marked
 */
export async function markWithdrawnTasks(ctx: Context, project_ids: readonly string[]): Promise<number> {
  let marked = 0;
  for (const project_id of project_ids) {
    if (ctx.now() > ctx.deadline - MARGIN_MS) break;
    try {
      marked += (await isDue(ctx, project_id))
        ? await compareAll(ctx, project_id)
        : await compareRecent(ctx, project_id);
    } catch (error) {
      ctx.log.warn('Withdrawn tasks were not looked for', { project_id, ...failureFields(error) });
    }
  }
  return marked;
}

async function compareRecent(ctx: Context, project_id: string): Promise<number> {
  const { annofab, signal } = ctx;
  const since = ctx.now() - RECENT_MS;
  let marked = 0;
  const query = { sort: '-updated_datetime' } as const;
  for await (const task of annofab.tasks.all({ project_id, query }, { signal, allowTruncated: true })) {
    if (Date.parse(task.updated_datetime) < since) break;
    if (!isComplete(task)) marked += await markIfNot(ctx, { project_id, task_id: task.task_id });
  }
  return marked;
}

/** Once a day. */
async function compareAll(ctx: Context, project_id: string): Promise<number> {
  const { annofab, dataset, signal } = ctx;
  const tasks = new Map<string, boolean>();
  for await (const task of annofab.tasks.all({ project_id, query: {} }, { signal, allowTruncated: true })) {
    tasks.set(task.task_id, isComplete(task));
  }
  let marked = 0;
  for await (const { key } of dataset.list(projectKeys.tasksPrefix(project_id), { signal })) {
    const [, task_id] = /\/tasks\/([^/]+)\/latest\.json$/.exec(key) ?? [];
    if (task_id === undefined || tasks.get(task_id) === true) continue;
    marked += await markIfNot(ctx, { project_id, task_id });
  }
  const checked_at = new Date(ctx.now()).toISOString();
  await dataset.put(projectKeys.withdrawnChecked(project_id), toJson('internal', { checked_at }), {
    contentType: 'application/json',
    signal,
  });
  return marked;
}

async function isDue({ dataset, now, signal }: Context, project_id: string): Promise<boolean> {
  const key = projectKeys.withdrawnChecked(project_id);
  const found = await dataset.read(key, { signal });
  if (found === undefined) return true;
  const checkedAt = parseStoredJson('internal', found.text, key).optionalText('checked_at');
  return !(Date.parse(checkedAt ?? '') > now() - DAY_MS);
}

function isComplete({ phase, status }: { readonly phase: string; readonly status: string }): boolean {
  return phase === 'acceptance' && status === 'complete';
}

/** A list may be older than the export. */
async function reasonNow({ annofab, signal }: Context, task: TaskIds): Promise<Reason | undefined> {
  const now = await annofab.tasks.find(task, { signal });
  if (now === undefined) return 'deleted';
  return isComplete(now) ? undefined : 're-opened';
}

/** @returns 1 when the export was current until now */
async function markIfNot(ctx: Context, task: TaskIds): Promise<0 | 1> {
  const { dataset, signal } = ctx;
  const key = taskKeys.latest(task);
  const found = await dataset.read(key, { signal });
  if (found === undefined) return 0;
  const latest = parseLatestVersion(found.text, key);
  if (latest.withdrawn !== undefined) return 0;
  const reason = await reasonNow(ctx, task);
  if (reason === undefined) return 0;
  const body = toJson('latest', { ...latest, withdrawn: reason, withdrawn_at: new Date(ctx.now()).toISOString() });
  // First the feed: after a crash in between, the next run does both again.
  await publishChange(ctx, { kind: 'task-withdrawn', ...task, version: latest.version, reason });
  const outcome = await dataset.replace(key, body, { contentType: 'application/json', etag: found.etag, signal });
  if (outcome === 'changed') return 0; // exported again at this moment
  ctx.log.info('Export marked as withdrawn', { ...task, version: latest.version, reason });
  return 1;
}
