import type { AdditionalDataV1, AnnotationQuery } from '../../../lib/annofab/api-description.ts';
import { type Clock, formatDateTime } from '../core/clock.ts';
import { Failure, invalidQuery } from '../core/errors.ts';
import { contains } from '../core/query.ts';
import { frameKey, type ProjectRecord, type StoredDetail } from '../core/state.ts';
import { checkAs } from '../server/body-check.ts';
import { toAdditionalV1 } from './annotation-v1.ts';

/** One annotation, and where it is. */
export interface FoundAnnotation {
  readonly taskId: string;
  readonly inputDataId: string;
  readonly detail: StoredDetail;
  /** When its frame was last saved: the lock. */
  readonly updatedDatetime: string;
}

/**
 * The annotations that fit an `AnnotationQuery`, frame by frame in the order of the tasks.
 *
 * @param name the query parameter that holds it as JSON
 * @param text all annotations fit when it is undefined
 * @throws Failure 400 for a query that cannot be
 */
export function findAnnotations(
  project: ProjectRecord,
  name: string,
  text: string | undefined,
  clock: Clock,
): FoundAnnotation[] {
  const query = text === undefined ? {} : parseAnnotationQuery(name, text);
  const fits = detailFilter(query, clock);
  const found: FoundAnnotation[] = [];
  for (const { task_id: taskId, input_data_id_list: ids } of project.tasks.values()) {
    if (!matchesId(taskId, query.task_id, query.exact_match_task_id)) continue;
    for (const inputDataId of ids) {
      if (!matchesId(inputDataId, query.input_data_id, query.exact_match_input_data_id)) continue;
      const { details = [], updated_datetime } = project.annotations.get(frameKey(taskId, inputDataId)) ?? {};
      for (const detail of details.filter(fits)) {
        found.push({ taskId, inputDataId, detail, updatedDatetime: updated_datetime ?? detail.updated_datetime });
      }
    }
  }
  return found;
}

function parseAnnotationQuery(name: string, text: string): AnnotationQuery {
  try {
    const query = checkAs('AnnotationQuery', JSON.parse(text), name);
    if (typeof query === 'object' && query !== null) return query;
  } catch (error) {
    if (error instanceof Failure) throw invalidQuery(error.message);
  }
  throw invalidQuery(`${name} must be a JSON object`);
}

function matchesId(id: string, wanted: string | null | undefined, exact: boolean | null | undefined): boolean {
  if (wanted == null) return true;
  return (exact ?? true) ? id === wanted : contains(id, wanted);
}

function detailFilter(query: AnnotationQuery, clock: Clock): (detail: StoredDetail) => boolean {
  const inPeriod = periodFilter(query, clock);
  return (detail) =>
    (query.label_id == null || detail.label_id === query.label_id) &&
    (query.attributes ?? []).every((wanted) => hasAttribute(detail, wanted)) &&
    inPeriod(detail);
}

/** An attribute that is named without a value is looked for where it has none. */
function hasAttribute({ additional_data_list: list }: StoredDetail, wanted: AdditionalDataV1): boolean {
  const { additional_data_definition_id: id, ...values } = wanted;
  const present = list.flatMap(toAdditionalV1).find((data) => data.additional_data_definition_id === id);
  const fields = Object.entries(values).filter(([, value]) => value != null);
  if (fields.length === 0) return present === undefined;
  const data = new Map(Object.entries(present ?? {}));
  return fields.every(([name, value]) => data.get(name) === value);
}

const DAY = /^(\d{4})-?(\d{2})-?(\d{2})$/;

/** Days in Japan, both included and in either order; one that is missing is today. */
function periodFilter({ updated_from: from, updated_to: to }: AnnotationQuery, clock: Clock) {
  if (from == null && to == null) return () => true;
  const today = japaneseDay(clock.now());
  const days = [readDay(from) ?? today, readDay(to) ?? today].sort();
  const [first = today, last = today] = days;
  return ({ updated_datetime: updated }: StoredDetail): boolean => {
    const day = japaneseDay(new Date(updated));
    return first <= day && day <= last;
  };
}

/** Either of ISO 8601's forms: `2026-01-05` and `20260105`. */
function readDay(text: string | null | undefined): string | undefined {
  if (text == null) return undefined;
  const day = DAY.exec(text)?.slice(1).join('-');
  if (day === undefined || Number.isNaN(Date.parse(day))) throw invalidQuery(`${text} is no day`);
  return day;
}

function japaneseDay(date: Date): string {
  return formatDateTime(date).slice(0, 'yyyy-mm-dd'.length);
}
