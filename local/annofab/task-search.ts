import type {
  AdditionalDataV1,
  AnnotationQuery,
  Task,
  TaskMetadata,
  TaskPhase,
  TaskStatus,
} from '../../lib/annofab/generated/schemas.ts';
import { toAdditionalV1 } from './annotation-v1.ts';
import { invalidQuery } from './errors.ts';
import type { HandlerContext } from './handler.ts';
import { contains, hasFlag, readInteger } from './query.ts';
import { frameKey, type ProjectRecord, type StoredDetail } from './state.ts';

type TaskQuery = HandlerContext<'getTasks'>['query'];

const PHASES: readonly TaskPhase[] = ['annotation', 'inspection', 'acceptance'];
const STATUSES: readonly TaskStatus[] = ['not_started', 'working', 'on_hold', 'break', 'complete'];

/**
 * The tasks that fit a `getTasks` query, sorted as it asks.
 *
 * @throws Failure 400 for a filter or sort key that cannot be
 */
export function searchTasks(project: ProjectRecord, query: TaskQuery): Task[] {
  const filters = [...fieldFilters(query), ...historyFilters(query), ...metadataFilters(query.metadata)];
  const hasAnnotation = annotationFilter(project, query.annotation);
  return [...project.tasks.values()]
    .filter((task) => filters.every((fits) => fits(task)) && hasAnnotation(task))
    .sort(comparison(query.sort));
}

type TaskFilter = (task: Task) => boolean;

function fieldFilters(query: TaskQuery): TaskFilter[] {
  const phase = readOneOf('phase', query.phase, PHASES);
  const status = readOneOf('status', query.status, STATUSES);
  const stage = readInteger('phase_stage', query.phase_stage, { fallback: 0, min: 1 });
  const inputIds = query.input_data_ids?.toLowerCase().split(',');
  return [
    (task) => contains(task.task_id, query.task_id),
    (task) => phase === undefined || task.phase === phase,
    (task) => stage === 0 || task.phase_stage === stage,
    (task) => status === undefined || task.status === status,
    (task) => query.account_id === undefined || task.account_id === query.account_id,
    (task) => !hasFlag(query.no_user) || task.account_id === undefined,
    (task) => !hasFlag(query.rejected_only) || task.number_of_rejections > 0,
    (task) => !hasFlag(query.auto_accepted_only) || /acceptance_skipped/.test(task.sampling ?? ''),
    (task) => inputIds === undefined || task.input_data_id_list.some((id) => inputIds.includes(id.toLowerCase())),
  ];
}

/** What the task has been through, its present phase and assignee included. */
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

/** Annofab's small language, conditions apart by spaces: `priority:>=1 -priority:5 assignable:true`. */
function metadataFilters(text: string | undefined): TaskFilter[] {
  if (text === undefined) return [];
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const { not, key, operator, value } = CONDITION.exec(part)?.groups ?? {};
      if (key === undefined || value === undefined) throw invalidQuery(`metadata has no such condition: ${part}`);
      return ({ metadata }: Task) => fulfils(metadata?.[key], operator ?? '', value) === (not === '');
    });
}

function fulfils(present: TaskMetadata[string] | undefined, operator: string, value: string): boolean {
  if (present === undefined) return false;
  const [left, right] = [Number(present), Number(value)];
  switch (operator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    default:
      return String(present) === value;
  }
}

/** Tasks that have an annotation which fits all that the query names. */
function annotationFilter(project: ProjectRecord, text: string | undefined): TaskFilter {
  if (text === undefined) return () => true;
  const wanted = parseAnnotationQuery(text);
  return (task) =>
    matchesId(task.task_id, wanted.task_id, wanted.exact_match_task_id) &&
    task.input_data_id_list
      .filter((id) => matchesId(id, wanted.input_data_id, wanted.exact_match_input_data_id))
      .flatMap((id) => project.annotations.get(frameKey(task.task_id, id))?.details ?? [])
      .some((detail) => matchesDetail(detail, wanted));
}

function matchesDetail(detail: StoredDetail, { label_id: labelId, attributes }: AnnotationQuery): boolean {
  const present = detail.additional_data_list.flatMap(toAdditionalV1).map((data) => new Map(Object.entries(data)));
  const has = (wanted: AdditionalDataV1) =>
    present.some((data) => Object.entries(wanted).every(([name, value]) => data.get(name) === value));
  return (labelId == null || detail.label_id === labelId) && (attributes ?? []).every(has);
}

function matchesId(id: string, wanted: string | null | undefined, exact: boolean | null = true): boolean {
  return exact ? wanted == null || id === wanted : contains(id, wanted ?? undefined);
}

function parseAnnotationQuery(text: string): AnnotationQuery {
  try {
    const query: unknown = JSON.parse(text);
    if (typeof query === 'object' && query !== null && !Array.isArray(query)) return query;
  } catch {
    // Refused below, like any other text that is no object.
  }
  throw invalidQuery('annotation must be a JSON object');
}

type SortKey = (task: Task) => string | number | boolean | null | undefined;

const SORT_KEYS = new Map<string, SortKey>([
  ['task_id', (task) => task.task_id],
  ['updated_datetime', (task) => task.updated_datetime],
  ['number_of_rejections', (task) => task.number_of_rejections],
  ['phase', (task) => task.phase],
  ['phase_stage', (task) => task.phase_stage],
  ['account_id', (task) => task.account_id],
]);

/** `-updated_datetime,task_id`: the first key counts most, a minus goes down. */
function comparison(sort: string | undefined): (a: Task, b: Task) => number {
  const keys = (sort ?? '').split(',').filter((name) => name !== '');
  const comparisons = keys.map((name) => {
    const keyOf = sortKey(name.replace(/^-/, ''));
    const direction = name.startsWith('-') ? -1 : 1;
    return (a: Task, b: Task) => direction * compare(keyOf(a), keyOf(b));
  });
  return (a, b) => {
    for (const order of comparisons) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function sortKey(name: string): SortKey {
  const metadataKey = /^metadata\.(.+)$/.exec(name)?.[1];
  const key = metadataKey === undefined ? SORT_KEYS.get(name) : ({ metadata }: Task) => metadata?.[metadataKey];
  if (!key) throw invalidQuery(`sort has no key ${name}`);
  return key;
}

/** What has no value comes last. */
function compare(a: ReturnType<SortKey>, b: ReturnType<SortKey>): number {
  if (a === b) return 0;
  if (a == null) return 1;
  if (b == null) return -1;
  return a < b ? -1 : 1;
}
