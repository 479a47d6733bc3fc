import type { CountResult, Task, TaskMetadata, TaskStatus } from '../../../lib/annofab/api-description.ts';
import { ExactNumber } from '../../../lib/core/numbers/exact-number.ts';
import { findAnnotations } from '../annotations/annotation-search.ts';
import { countBy } from '../core/aggregations.ts';
import type { Clock } from '../core/clock.ts';
import { invalidQuery } from '../core/errors.ts';
import { contains, hasFlag, readInteger } from '../core/query.ts';
import { comparison, type SortKey } from '../core/sorting.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { HandlerContext } from '../server/handler.ts';
import { PHASES } from './task.ts';

/** The longest text to search for, in characters. */
const MAX_SEARCH = 300;

type TaskQuery = HandlerContext<'getTasks'>['query'];

/** No task ever has the last two, but a query may name them. */
const STATUSES: readonly TaskStatus[] = [
  'not_started',
  'working',
  'on_hold',
  'break',
  'complete',
  'rejected',
  'cancelled',
];

/**
 * The tasks that match a `getTasks` query, in its order.
 *
 * @throws Failure 400 for an invalid filter or sort key
 */
export function searchTasks(project: ProjectRecord, query: TaskQuery, clock: Clock): Task[] {
  const filters = [...fieldFilters(query), ...historyFilters(query), ...metadataFilters(query.metadata)];
  const hasAnnotation = annotationFilter(project, query.annotation, clock);
  return [...project.tasks.values()]
    .filter((task) => filters.every((fits) => fits(task)) && hasAnnotation(task))
    .sort(comparison(query.sort, taskSortKey));
}

/** The number of tasks per account, phase and status. */
export function taskCounts(tasks: readonly Task[]): CountResult[] {
  return [
    countBy(tasks, 'account_id', (task) => task.account_id),
    countBy(tasks, 'phase', (task) => task.phase),
    countBy(tasks, 'status', (task) => task.status),
  ];
}

type TaskFilter = (task: Task) => boolean;

function fieldFilters(query: TaskQuery): TaskFilter[] {
  const phase = readOneOf('phase', query.phase, PHASES);
  const status = readOneOf('status', query.status, STATUSES);
  const stage = readInteger('phase_stage', query.phase_stage, { fallback: 0, min: 1 });
  const inputIds = query.input_data_ids?.toLowerCase().split(',');
  if ((query.task_id?.length ?? 0) > MAX_SEARCH) throw invalidQuery(`task_id has at most ${MAX_SEARCH} characters`);
  return [
    (task) => contains(task.task_id, query.task_id),
    (task) => phase === undefined || task.phase === phase,
    (task) => stage === 0 || task.phase_stage === stage,
    (task) => status === undefined || task.status === status,
    (task) => query.account_id === undefined || task.account_id === query.account_id,
    (task) => !hasFlag(query.no_user) || task.account_id == null,
    (task) => !hasFlag(query.rejected_only) || task.number_of_rejections > 0,
    (task) => !hasFlag(query.auto_accepted_only) || /acceptance_skipped/.test(task.sampling ?? ''),
    (task) => inputIds === undefined || task.input_data_id_list.some((id) => inputIds.includes(id.toLowerCase())),
  ];
}

/** Matches past phases and assignees, and the present ones too. */
function historyFilters(query: TaskQuery): TaskFilter[] {
  const phase = readOneOf('previous_phase', query.previous_phase, PHASES);
  const stage = readInteger('previous_phase_stage', query.previous_phase_stage, { fallback: 0, min: 1 });
  const account = query.previous_account_id;
  return [
    ({ histories_by_phase: visits, ...task }) =>
      phase === undefined || [task, ...visits].some((visit) => visit.phase === phase),
    ({ histories_by_phase: visits, ...task }) =>
      stage === 0 || [task, ...visits].some((visit) => visit.phase_stage === stage),
    ({ histories_by_phase: visits, ...task }) =>
      account === undefined || [task, ...visits].some((visit) => visit.account_id === account),
  ];
}

function readOneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw invalidQuery(`${name} must be one of ${allowed.join(', ')}`);
  return found;
}

const CONDITION = /^(?<not>-?)(?<key>[A-Za-z0-9_-]+):(?<operator>>=|<=|>|<|)(?<value>.+)$/;

/** Annofab's query language for metadata, conditions separated by spaces: `priority:>=1 -priority:5 assignable:true`. */
function metadataFilters(text: string | undefined): TaskFilter[] {
  if (text === undefined) return [];
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const { not, key, operator, value } = CONDITION.exec(part)?.groups ?? {};
      if (key === undefined || value === undefined) throw invalidQuery(`metadata has an invalid condition: ${part}`);
      return ({ metadata }: Task) => fulfils(metadata?.[key], operator ?? '', value) === (not === '');
    });
}

function fulfils(present: TaskMetadata[string] | undefined, operator: string, value: string): boolean {
  if (present == null) return false;
  const number = asNumber(present);
  if (operator === '') return String(present) === value || String(number) === value;
  const [left, right] = [typeof number === 'number' ? number : Number.NaN, Number(value)];
  switch (operator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    default:
      return left <= right;
  }
}

function asNumber(value: TaskMetadata[string] | undefined): string | number | boolean | undefined {
  return value instanceof ExactNumber ? value.toNumber() : value;
}

/** Keeps the tasks that have an annotation which matches the whole query. */
function annotationFilter(project: ProjectRecord, text: string | undefined, clock: Clock): TaskFilter {
  if (text === undefined) return () => true;
  const ids = new Set(findAnnotations(project, 'annotation', text, clock).map(({ taskId }) => taskId));
  return (task) => ids.has(task.task_id);
}

const SORT_KEYS = new Map<string, SortKey<Task>>([
  ['task_id', (task) => task.task_id],
  ['updated_datetime', (task) => task.updated_datetime],
  ['number_of_rejections', (task) => task.number_of_rejections],
  ['phase', (task) => task.phase],
  ['phase_stage', (task) => task.phase_stage],
  ['account_id', (task) => task.account_id],
]);

/** Resolves a sort key: a field of the task, or `metadata.` and a key. */
export function taskSortKey(name: string): SortKey<Task> | undefined {
  const metadataKey = /^metadata\.(.+)$/.exec(name)?.[1];
  return metadataKey === undefined ? SORT_KEYS.get(name) : ({ metadata }) => asNumber(metadata?.[metadataKey]);
}
