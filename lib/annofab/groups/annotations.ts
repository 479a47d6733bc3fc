import type { AnnofabClient } from '../client.ts';
import type { SingleAnnotation } from '../generated/schemas.ts';
import { type AllOptions, type AllParams, allPages, pageSize } from '../paging.ts';

/** The annotations of a project. */
export interface Annotations {
  /**
   * All annotations of a project that match, across its tasks (getAnnotationList).
   *
   * @example
   * for await (const { detail } of annofab.annotations.all({ project_id, query: { query: { label_id } } })) …
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`: the annotation archive has all
   */
  all(params: AllParams<'getAnnotationList'>, options?: AllOptions): AsyncGenerator<SingleAnnotation, void, undefined>;
}

export function createAnnotations(client: AnnofabClient): Annotations {
  return {
    all: ({ query, ...params }, options) =>
      allPages(
        { operation: 'getAnnotationList', instead: 'read the annotation archive (annofab.archives)' },
        (page) => client.getAnnotationList({ ...params, query: { limit: pageSize, ...query, page } }, options),
        options,
      ),
  };
}
