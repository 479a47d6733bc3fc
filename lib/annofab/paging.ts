import type { AnnofabClient, RequestOptions } from './client.ts';
import { ResultWindowExceededError } from './errors.ts';
import type {
  InputData,
  Project,
  ProjectJobInfo,
  ProjectMemberRole,
  SingleAnnotation,
  Task,
} from './generated/schemas.ts';
import type { OperationId, Params } from './operation.ts';

/** The most that Annofab puts on one page. */
const pageSize = 200;

/** How many hits of one query Annofab gives out. */
const resultWindow = 10_000;

export interface AllOptions extends RequestOptions {
  /** Take the first 10,000 where there are more, instead of an error. */
  allowTruncated?: boolean;
}

/** The parameters of a list without those that paging sets itself. */
export type AllParams<Id extends OperationId> = Omit<Params<Id>, 'query'> & {
  query?: Omit<NonNullable<QueryOf<Params<Id>>>, 'page' | 'exclusive_start_created_datetime'> | undefined;
};

type QueryOf<P> = P extends { query?: infer Query } ? Query : never;

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
async function* allPages<Item>(
  operation: OperationId,
  getPage: (page: number) => PromiseLike<Page<Item>>,
  options: AllOptions = {},
): AsyncGenerator<Item, void, undefined> {
  let seen = 0;
  for (let number = 1; ; number += 1) {
    const page = await getPage(number);
    if (page.over_limit && !options.allowTruncated) throw windowExceeded(operation, page.total_count);
    yield* page.list;
    seen += page.list.length;
    if (page.list.length === 0 || number >= page.total_page_no || seen >= resultWindow) return;
  }
}

function windowExceeded(operation: OperationId, totalCount: number): ResultWindowExceededError {
  return new ResultWindowExceededError(
    `${operation}: there are ${totalCount} hits, and Annofab gives out the first 10,000 only. Narrow the query, read ` +
      'the raw data file of the project instead, or take what there is with allowTruncated.',
    { operation, totalCount },
  );
}

/**
 * All jobs, newest first, by the date-time of the last one, sent back as it came: Annofab gives what is strictly older.
 */
async function* allJobs(
  getPage: (before: string | undefined) => PromiseLike<{ list: readonly ProjectJobInfo[]; has_next: boolean }>,
): AsyncGenerator<ProjectJobInfo, void, undefined> {
  let before: string | undefined;
  for (;;) {
    const page = await getPage(before);
    yield* page.list;
    const last = page.list.at(-1)?.created_datetime;
    // An answer that does not move on would be asked for without end.
    if (!page.has_next || last === undefined || last === before) return;
    before = last;
  }
}

/** Everything that is a list of many, by name. */
export function createLists(client: AnnofabClient) {
  return {
    tasks: {
      /** All tasks of a project that match. */
      all: ({ query, ...params }: AllParams<'getTasks'>, options?: AllOptions): AsyncGenerator<Task, void, undefined> =>
        allPages(
          'getTasks',
          (page) => client.getTasks({ ...params, query: { limit: pageSize, ...query, page } }, options),
          options,
        ),
    },
    inputData: {
      /** All input data of a project that match. */
      all: (
        { query, ...params }: AllParams<'getInputDataList'>,
        options?: AllOptions,
      ): AsyncGenerator<InputData, void, undefined> =>
        allPages(
          'getInputDataList',
          (page) => client.getInputDataList({ ...params, query: { limit: pageSize, ...query, page } }, options),
          options,
        ),
    },
    annotations: {
      /** All annotations of a project that match. */
      all: (
        { query, ...params }: AllParams<'getAnnotationList'>,
        options?: AllOptions,
      ): AsyncGenerator<SingleAnnotation, void, undefined> =>
        allPages(
          'getAnnotationList',
          (page) => client.getAnnotationList({ ...params, query: { limit: pageSize, ...query, page } }, options),
          options,
        ),
    },
    projects: {
      /** All projects the account is a member of. */
      all: (
        { query }: AllParams<'getMyProjects'> = {},
        options?: AllOptions,
      ): AsyncGenerator<Project, void, undefined> =>
        allPages(
          'getMyProjects',
          (page) => client.getMyProjects({ query: { limit: pageSize, ...query, page } }, options),
          options,
        ),
      /**
       * The ids of the projects in which the account is an active member with one of the roles.
       *
       * @example
       * await annofab.projects.idsWithRole(['owner', 'training_data_user']) // where it may start an archive's update
       */
      async idsWithRole(roles: readonly ProjectMemberRole[], options?: RequestOptions): Promise<string[]> {
        const memberships = await client.getMyProjectMembers({}, options);
        return memberships
          .filter((member) => member.member_status === 'active' && roles.includes(member.member_role))
          .map((member) => member.project_id);
      },
    },
    jobs: {
      /** All jobs of a project that Annofab still knows, newest first. */
      all: (
        { query, ...params }: AllParams<'getProjectJob'>,
        options?: RequestOptions,
      ): AsyncGenerator<ProjectJobInfo, void, undefined> =>
        allJobs((before) =>
          client.getProjectJob(
            { ...params, query: { limit: pageSize, ...query, exclusive_start_created_datetime: before } },
            options,
          ),
        ),
    },
  };
}

export type Lists = ReturnType<typeof createLists>;
