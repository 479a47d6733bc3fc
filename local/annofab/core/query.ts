import { invalidQuery, missingQuery } from './errors.ts';

/** A page of a list, as Annofab answers it. */
export interface Page<T> {
  list: T[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  over_limit: boolean;
  aggregations: never[];
}

/** Annofab's search returns no results beyond. */
const RESULT_WINDOW = 10_000;

const DEFAULT_LIMIT = 30;
const MAX_LIMIT = 200;

interface PageQuery {
  readonly page?: string | undefined;
  readonly limit?: string | undefined;
}

/**
 * @param minLimit 0 for the lists of projects and input data, which may be requested for their count alone
 * @throws Failure 400 for a page or limit out of range
 */
export function paginate<T>(items: readonly T[], query: PageQuery, minLimit: 0 | 1 = 1): Page<T> {
  const page = readInteger('page', query.page, { fallback: 1, min: 1 });
  const limit = readInteger('limit', query.limit, { fallback: DEFAULT_LIMIT, min: minLimit, max: MAX_LIMIT });
  const reachable = items.slice(0, RESULT_WINDOW);
  return {
    list: reachable.slice((page - 1) * limit, page * limit),
    page_no: page,
    total_page_no: Math.max(1, Math.ceil(reachable.length / Math.max(1, limit))),
    total_count: items.length,
    over_limit: items.length > RESULT_WINDOW,
    aggregations: [],
  };
}

/** A list without paging, in the shape of a page. */
export function wholeList<T>(items: readonly T[]): Page<T> {
  return {
    list: [...items],
    page_no: 1,
    total_page_no: 1,
    total_count: items.length,
    over_limit: false,
    aggregations: [],
  };
}

/** @throws Failure 400 unless the value is absent or a whole number within the range */
export function readInteger(
  name: string,
  value: string | undefined,
  { fallback, min, max = Number.MAX_SAFE_INTEGER }: { fallback: number; min: number; max?: number },
): number {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) {
    throw invalidQuery(`${name} must be a whole number from ${min} to ${max}`);
  }
  return number;
}

/**
 * Comma-joined ids of an in-bulk operation, each once.
 *
 * @throws Failure 400 when there are none or more than `max`
 */
export function readIds(name: string, value: string | undefined, max: number): string[] {
  if (value === undefined) throw missingQuery(name);
  const ids = [...new Set(value.split(',').filter((id) => id !== ''))];
  if (ids.length < 1 || ids.length > max) throw invalidQuery(`${name} must hold 1 to ${max} ids`);
  return ids;
}

/** A flag is set by its presence; its value is ignored. */
export function hasFlag(value: string | undefined): boolean {
  return value !== undefined;
}

/**
 * Absent means false. Python clients write `True`.
 *
 * @throws Failure 400 unless the value is a boolean
 */
export function readBoolean(name: string, value = 'false'): boolean {
  const text = value.toLowerCase();
  if (text !== 'true' && text !== 'false') throw invalidQuery(`${name} must be true or false`);
  return text === 'true';
}

/** @throws Failure 400 unless the value is absent or a date-time */
export function readInstant(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) throw invalidQuery(`${name} must be an ISO 8601 date-time`);
  return instant;
}

/** Annofab's partial match: anywhere, ignoring case. */
export function contains(text: string, part: string | undefined): boolean {
  return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}
