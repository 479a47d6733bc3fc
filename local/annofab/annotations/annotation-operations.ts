import { limitGroups } from '../core/aggregations.ts';
import { checkLock } from '../core/lock.ts';
import { paginate, readIds } from '../core/query.ts';
import { frameKey } from '../core/state.ts';
import { assertNotSuspended } from '../projects/project-status.ts';
import { type HandlerTable, verbatim } from '../server/handler.ts';
import { assertSameFrame, findFrame, findTask } from '../tasks/task.ts';
import { frameAt, saveFrame } from './annotation-history.ts';
import { annotationCounts, findAnnotations, sortAnnotations } from './annotation-search.ts';
import { updateAnnotations } from './batch-update-annotations.ts';
import { assertMayEdit } from './edit-permissions.ts';
import { toEditorV1, toEditorV2, toSingleAnnotation } from './editor-annotation.ts';
import { editedDetails } from './put-annotation.ts';
import { simpleAnnotationText } from './simple-annotation.ts';

const MAX_BULK = 10;

export const annotations = {
  getAnnotation: ({ project, params, settings }) => {
    const task = findFrame(project, params);
    return verbatim(simpleAnnotationText(project, task, params.input_data_id, settings));
  },

  getEditorAnnotation: (context) => {
    const { project, params, query, clock } = context;
    const task = findFrame(project, params);
    const frame = frameAt(project, task, params.input_data_id, { historyId: query.task_history_id, clock });
    return editorFormat(query.v)(context, task, params.input_data_id, frame);
  },

  getEditorAnnotationsInBulk: (context) => {
    const { project, params, query } = context;
    const ids = readIds('input_data_id', query.input_data_id, MAX_BULK);
    const task = findTask(project, params.task_id);
    const found = ids.filter((id) => task.input_data_id_list.includes(id));
    return {
      success: found.map((id) => toEditorV2(context, task, id, project.annotations.get(frameKey(task.task_id, id)))),
      failure: ids
        .filter((id) => !found.includes(id))
        .map((id) => ({ project_id: task.project_id, task_id: task.task_id, input_data_id: id })),
    };
  },

  putAnnotation: (context) => {
    const { project, params, query, body, member, clock, settings } = context;
    assertNotSuspended(project);
    const task = findFrame(project, params);
    const { input_data_id: inputDataId } = params;
    assertSameFrame(body, params);
    assertMayEdit(task, member, settings);
    const present = project.annotations.get(frameKey(task.task_id, inputDataId));
    checkLock('annotation', present?.updated_datetime, body.updated_datetime);
    const at = clock.stamp();
    const frame = { details: editedDetails({ ...context, task, inputDataId, at }, body), updated_datetime: at };
    saveFrame(project, task, inputDataId, frame);
    return editorFormat(query.v)(context, task, inputDataId, frame);
  },

  getAnnotationList: (context) => {
    const { project, params, query, clock } = context;
    const found = sortAnnotations(findAnnotations(project, 'query', query.query, clock), query.sort);
    const page = paginate(found, query, 0);
    return {
      ...page,
      list: page.list.map((annotation) => toSingleAnnotation(context, params.project_id, annotation, query.v)),
      aggregations: limitGroups(annotationCounts(found, query)),
    };
  },

  batchUpdateAnnotations: (context) => {
    assertNotSuspended(context.project);
    return updateAnnotations(context);
  },
} satisfies HandlerTable;

/** Annofab takes every version other than 2 for 1. */
function editorFormat(version: string | undefined) {
  return version === '2' ? toEditorV2 : toEditorV1;
}
