import { paginate } from '../core/query.ts';
import { assertNotSuspended } from '../projects/project-rules.ts';
import type { HandlerTable } from '../server/handler.ts';
import { updateAnnotations } from './annotation-batch.ts';
import { annotationCounts, sortAnnotations, toSingleAnnotation } from './annotation-list.ts';
import { findAnnotations } from './annotation-query.ts';

export const annotationBatches = {
  getAnnotationList: (context) => {
    const { project, params, query, clock } = context;
    const found = sortAnnotations(findAnnotations(project, 'query', query.query, clock), query.sort);
    const page = paginate(found, query, 0);
    return {
      ...page,
      list: page.list.map((annotation) => toSingleAnnotation(context, params.project_id, annotation, query.v)),
      aggregations: annotationCounts(found, query),
    };
  },

  batchUpdateAnnotations: (context) => {
    assertNotSuspended(context.project);
    return updateAnnotations(context);
  },
} satisfies HandlerTable;
