import type { AdditionalDataV1, AnnotationQuery, CountResult } from '../../../lib/annofab/api-description.ts';
import { countBy } from '../core/aggregations.ts';
import { type Clock, dateInJapan } from '../core/clock.ts';
import { Failure, invalidQuery } from '../core/errors.ts';
import { contains } from '../core/query.ts';
import { comparison, type SortKey } from '../core/sorting.ts';
import { frameKey, type ProjectRecord, type StoredDetail } from '../core/state.ts';
import { checkAs } from '../server/body-check.ts';
import { holdingTypeOf, toAdditionalV1 } from './annotation-v1.ts';

export interface FoundAnnotation {
  readonly taskId: string;
  readonly inputDataId: string;
  readonly detail: StoredDetail;
  /** The time when its frame was last saved, which is the lock. */
  readonly updatedDatetime: string;
}

/**
 * The annotations that match an `AnnotationQuery`, frame by frame in the order of the tasks.
 *
 * @param name the query parameter that holds it as JSON
 * @param text undefined matches all annotations
 * @throws Failure 400 for an invalid query
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

/** An attribute without a value matches annotations where the attribute has no value. */
function hasAttribute({ additional_data_list: list }: StoredDetail, wanted: AdditionalDataV1): boolean {
  const { additional_data_definition_id: id, ...values } = wanted;
  const present = list.flatMap(toAdditionalV1).find((data) => data.additional_data_definition_id === id);
  const fields = Object.entries(values).filter(([, value]) => value != null);
  if (fields.length === 0) return present === undefined;
  const data = new Map(Object.entries(present ?? {}));
  return fields.every(([name, value]) => data.get(name) === value);
}

const DAY = /^(\d{4})-?(\d{2})-?(\d{2})$/;

/** Days in Japan, inclusive and in either order. A missing day means today. */
function periodFilter({ updated_from: from, updated_to: to }: AnnotationQuery, clock: Clock) {
  if (from == null && to == null) return () => true;
  const today = dateInJapan(clock.now());
  const days = [readDay(from) ?? today, readDay(to) ?? today].sort();
  const [first = today, last = today] = days;
  return ({ updated_datetime: updated }: StoredDetail): boolean => {
    const day = dateInJapan(new Date(updated));
    return first <= day && day <= last;
  };
}

/** Both forms of ISO 8601: `2026-01-05` and `20260105`. */
function readDay(text: string | null | undefined): string | undefined {
  if (text == null) return undefined;
  const day = DAY.exec(text)?.slice(1).join('-');
  if (day === undefined || Number.isNaN(Date.parse(day))) throw invalidQuery(`${text} is not a date`);
  return day;
}

const SORT_KEYS = new Map<string, SortKey<FoundAnnotation>>([
  ['task_id', ({ taskId }) => taskId],
  ['input_data_id', ({ inputDataId }) => inputDataId],
  ['detail.annotation_id', ({ detail }) => detail.annotation_id],
  ['detail.account_id', ({ detail }) => detail.account_id],
  ['detail.label_id', ({ detail }) => detail.label_id],
  ['detail.data_holding_type', ({ detail }) => holdingTypeOf(detail)],
  ['detail.created_datetime', ({ detail }) => detail.created_datetime],
  ['detail.updated_datetime', ({ detail }) => detail.updated_datetime],
]);

/** @throws Failure 400 for an unknown sort key */
export function sortAnnotations(found: readonly FoundAnnotation[], sort: string | undefined): FoundAnnotation[] {
  return found.toSorted(comparison(sort, (name) => SORT_KEYS.get(name)));
}

/** The number of annotations per label and attribute, unless the query declines them. */
export function annotationCounts(
  found: readonly FoundAnnotation[],
  query: { no_aggregate_label_and_input?: string | undefined },
): CountResult[] {
  if (isTrue(query.no_aggregate_label_and_input)) return [];
  return [
    countBy(found, 'detail.label_id', ({ detail }) => detail.label_id),
    countBy(found, 'detail.additional_data_list.additional_data_definition_id', ({ detail }) =>
      detail.additional_data_list.flatMap(({ definition_id, value }) => (value ? [definition_id] : [])),
    ),
  ];
}

/** Python clients write `True`. */
function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true';
}
