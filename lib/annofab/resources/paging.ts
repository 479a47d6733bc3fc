import { isDeepStrictEqual } from 'node:util';
import { PagingError, ResultWindowExceededError } from '../errors.ts';
import type { OperationId, Params } from '../operation-types.ts';
import type { RequestOptions } from '../options.ts';

/** Annofab's maximum page size. */
export const PAGE_SIZE = 200;

/** Annofab returns at most this many hits of one query. */
export const RESULT_WINDOW = 10_000;

/** Options for reading all pages of a list. */
export interface AllOptions extends RequestOptions {
  /** Return the first 10,000 items if there are more, instead of throwing. Default false. */
  allowTruncated?: boolean | undefined;
}

/** The parameters of a list operation, without those that paging sets. */
export type AllParams<Id extends OperationId> = Omit<Params<Id>, 'query'> & {
  query?: Omit<NonNullable<QueryOf<Params<Id>>>, 'page' | 'exclusive_start_created_datetime'> | undefined;
};

type QueryOf<P> = P extends { query?: infer Query } ? Query : never;

/** The operation, and the alternative to suggest when the list is too long. */
export interface PagedList {
  readonly operation: OperationId;
  /** Such as `read annofab.lists.tasks`. */
  readonly alternative?: string;
}

interface Page<Item> {
  list: readonly Item[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  over_limit: boolean;
}

/**
 * Yields all items of a paged list, and requests each page when it is needed. Items that change meanwhile may be missed or
 * repeated.
 *
 * @throws ResultWindowExceededError before the first item when there are more than 10,000 items; PagingError when a page
 * comes again
 */
export async function* allPages<Item>(
  list: PagedList,
  getPage: (page: number, options: RequestOptions) => PromiseLike<Page<Item>>,
  { allowTruncated = false, ...options }: AllOptions = {},
): AsyncGenerator<Item, void, undefined> {
  let seen = 0;
  let first: Item | undefined;
  for (let number = 1; ; number += 1) {
    const page = await getPage(number, options);
    if (number > 1) assertNext(list, number, page, first);
    first = page.list[0];
    if (page.over_limit && !allowTruncated) throw windowExceeded(list, page.total_count);
    yield* page.list;
    seen += page.list.length;
    if (page.list.length === 0 || number >= page.total_page_no || seen >= RESULT_WINDOW) return;
  }
}

/** Items that change meanwhile may move between pages, but no page begins like the one before. @throws PagingError */
function assertNext<Item>({ operation }: PagedList, number: number, page: Page<Item>, first: Item | undefined): void {
  const isOther = typeof page.page_no === 'number' && page.page_no !== number;
  const isRepeated = page.list.length > 0 && isDeepStrictEqual(page.list[0], first);
  if (!isOther && !isRepeated) return;
  const got = isOther ? `page ${page.page_no} came` : `page ${number - 1} came again`;
  throw new PagingError(`${operation}: page ${number} was requested, but ${got}. The list cannot be read to its end.`, {
    operation,
  });
}

function windowExceeded({ operation, alternative }: PagedList, totalCount: number): ResultWindowExceededError {
  const ways = [
    'narrow the query',
    ...(alternative === undefined ? [] : [alternative]),
    'accept the first 10,000 with allowTruncated',
  ];
  return new ResultWindowExceededError(
    `${operation}: there are ${totalCount} hits, but Annofab returns only the first 10,000: ${ways.join(', or ')}.`,
    { operation, totalCount },
  );
}
