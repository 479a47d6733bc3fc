import { ResultWindowExceededError } from '../errors.ts';
import type { OperationId, Params } from '../operation-types.ts';
import type { RequestOptions } from '../options.ts';

/** The most that Annofab puts on one page. */
export const PAGE_SIZE = 200;

/** How many hits of one query Annofab gives out. */
export const RESULT_WINDOW = 10_000;

/** For the reading of all pages of a list. */
export interface AllOptions extends RequestOptions {
  /** Take the first 10,000 where there are more, instead of an error. */
  allowTruncated?: boolean | undefined;
}

/** The parameters of a list without those that paging sets itself. */
export type AllParams<Id extends OperationId> = Omit<Params<Id>, 'query'> & {
  query?: Omit<NonNullable<QueryOf<Params<Id>>>, 'page' | 'exclusive_start_created_datetime'> | undefined;
};

type QueryOf<P> = P extends { query?: infer Query } ? Query : never;

/** Where a list can be had whole, for the error that says that it cannot be had here. */
export interface PagedList {
  readonly operation: OperationId;
  /** What to use instead: `read annofab.lists.tasks`. */
  readonly instead?: string;
}

interface Page<Item> {
  list: readonly Item[];
  total_page_no: number;
  total_count: number;
  over_limit: boolean;
}

/**
 * All items of a paged list, page by page as they are asked for. What changes meanwhile may be missed or come twice.
 *
 * @throws ResultWindowExceededError before the first item when there are more than the 10,000 that can be had
 */
export async function* allPages<Item>(
  list: PagedList,
  getPage: (page: number) => PromiseLike<Page<Item>>,
  options: AllOptions = {},
): AsyncGenerator<Item, void, undefined> {
  let seen = 0;
  for (let number = 1; ; number += 1) {
    const page = await getPage(number);
    if (page.over_limit && !options.allowTruncated) throw windowExceeded(list, page.total_count);
    yield* page.list;
    seen += page.list.length;
    if (page.list.length === 0 || number >= page.total_page_no || seen >= RESULT_WINDOW) return;
  }
}

function windowExceeded({ operation, instead }: PagedList, totalCount: number): ResultWindowExceededError {
  const ways = [
    'narrow the query',
    ...(instead === undefined ? [] : [instead]),
    'take what there is with allowTruncated',
  ];
  return new ResultWindowExceededError(
    `${operation}: there are ${totalCount} hits, and Annofab gives out the first 10,000 only: ${ways.join(', or ')}.`,
    { operation, totalCount },
  );
}
