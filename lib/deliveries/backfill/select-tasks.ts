import { type AnnofabClient, ResultWindowExceededError, type Task } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/async/map-in-order.ts';
import { batchesOf } from '../../core/batches-of.ts';
import type { TaskCompletedEvent } from '../../webhooks/events.ts';
import { parseEvent } from '../../webhooks/parse-event.ts';
import { completedAt } from '../reconcile/expected-events.ts';

/** Which completed tasks of a project. What is left out selects all. */
export interface TaskSelection {
  readonly project_id: string;
  readonly task_ids?: readonly string[];
  /** In milliseconds since 1970, both included. */
  readonly completedFrom?: number;
  readonly completedTo?: number;
  /** Values of the tasks' metadata, as text. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A task that was completed, with the event that its completion should have had. */
export interface SelectedTask {
  readonly event: TaskCompletedEvent;
  /** In milliseconds since 1970. */
  readonly completedAt: number;
  /** How many input data it has. */
  readonly frames: number;
}

export interface SelectedTasks {
  /** Those that were completed first come first. */
  readonly tasks: readonly SelectedTask[];
  /** Of the tasks that were asked for by id: those that are not completed, or do not exist. */
  readonly notCompleted: readonly string[];
}

/** Annofab's limit for getTasksInBulk. */
const BULK = 100;
const CONCURRENCY = 4;

/**
 * Reads the completed tasks of a project that are selected. They are all read before any is exported: an export writes to the
 * task, which would shift the pages of the list. Of more than 10,000 tasks, which Annofab does not list, the list file is rebuilt
 * and read.
 */
export async function selectTasks(
  annofab: AnnofabClient,
  selection: TaskSelection,
  signal: AbortSignal,
): Promise<SelectedTasks> {
  const { task_ids } = selection;
  const found =
    task_ids === undefined ? await allCompleted(annofab, selection, signal) : await byId(annofab, selection, signal);
  const completed = found.filter(isCompleted);
  const wanted = completed.filter(({ metadata }) => hasMetadata(metadata ?? {}, selection.metadata ?? {}));
  const selected = await mapInOrder(wanted, CONCURRENCY, (task) => selectedTask(annofab, task, signal));
  const { completedFrom = 0, completedTo = Number.POSITIVE_INFINITY } = selection;
  const tasks = selected
    .filter((task) => task !== undefined)
    .filter((task) => task.completedAt >= completedFrom && task.completedAt <= completedTo)
    .sort((one, other) => one.completedAt - other.completedAt);
  const ids = new Set(completed.map(({ task_id }) => task_id));
  return { tasks, notCompleted: (task_ids ?? []).filter((id) => !ids.has(id)) };
}

async function allCompleted(
  annofab: AnnofabClient,
  { project_id }: TaskSelection,
  signal: AbortSignal,
): Promise<Task[]> {
  const query = { phase: 'acceptance', status: 'complete', sort: 'task_id' } as const;
  try {
    const tasks: Task[] = [];
    for await (const task of annofab.tasks.all({ project_id, query }, { signal })) tasks.push(task);
    return unique(tasks);
  } catch (error) {
    if (!(error instanceof ResultWindowExceededError)) throw error;
  }
  await annofab.lists.update({ project_id, list: 'tasks' }, { signal });
  const tasks: Task[] = [];
  for await (const task of annofab.lists.tasks({ project_id }, { signal })) if (isCompleted(task)) tasks.push(task);
  return unique(tasks);
}

async function byId(
  annofab: AnnofabClient,
  { project_id, task_ids = [] }: TaskSelection,
  signal: AbortSignal,
): Promise<Task[]> {
  const ids = [...new Set(task_ids)];
  const answers = await mapInOrder(batchesOf(ids, BULK), CONCURRENCY, (task_id) =>
    annofab.getTasksInBulk({ project_id, query: { task_id } }, { signal }),
  );
  return answers.flatMap(({ success }) => success);
}

/** A list that changes while it is read may show a task twice. */
function unique(tasks: readonly Task[]): Task[] {
  return [...new Map(tasks.map((task) => [task.task_id, task])).values()];
}

function isCompleted({ phase, status }: Task): boolean {
  return phase === 'acceptance' && status === 'complete';
}

function hasMetadata(metadata: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => Object.hasOwn(metadata, name) && String(metadata[name]) === value,
  );
}

/** @returns undefined when Annofab does not show when the task was completed */
async function selectedTask(
  annofab: AnnofabClient,
  task: Task,
  signal: AbortSignal,
): Promise<SelectedTask | undefined> {
  const { project_id, task_id } = task;
  const complete_datetime = await completedAt({ annofab, signal }, task);
  const event_type = 'task-completed' as const;
  const parsed = parseEvent(event_type, { event_type, project_id, task_id, complete_datetime });
  if (!parsed.ok) return undefined;
  return { event: parsed.event, completedAt: Date.parse(complete_datetime), frames: task.input_data_id_list.length };
}
