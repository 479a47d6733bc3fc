import type { ProjectMember, Task } from '../../../lib/annofab/generated/schemas.ts';
import { forgotten, toEditorV1, toEditorV2 } from '../annotation-answers.ts';
import { editedDetails } from '../annotation-edit.ts';
import { forbidden, invalidBody, missing, stateMismatch } from '../errors.ts';
import { type HandlerTable, verbatim } from '../handler.ts';
import { checkLock } from '../lock.ts';
import { assertNotSuspended, findFrame, findTask } from '../project-rules.ts';
import { readIds } from '../query.ts';
import { simpleAnnotationText } from '../simple-annotation.ts';
import { frameKey, type ProjectRecord } from '../state.ts';

const MAX_BULK = 10;

export const annotations = {
  getAnnotation: ({ project, params, settings }) => {
    const task = findFrame(project, params);
    return verbatim(simpleAnnotationText(project, task, params.input_data_id, settings));
  },

  getEditorAnnotation: (context) => {
    const { project, params, query } = context;
    const task = findFrame(project, params);
    const version = query.v === '2' ? '2' : '1';
    if (!isLatest(project, task, query.task_history_id)) return forgotten(task, params.input_data_id, version);
    const answer = version === '2' ? toEditorV2 : toEditorV1;
    return answer(context, project, task, params.input_data_id);
  },

  getEditorAnnotationsInBulk: (context) => {
    const { project, params, query } = context;
    const ids = readIds('input_data_id', query.input_data_id, MAX_BULK);
    const task = findTask(project, params.task_id);
    const found = ids.filter((id) => task.input_data_id_list.includes(id));
    return {
      success: found.map((id) => toEditorV2(context, project, task, id)),
      failure: ids
        .filter((id) => !found.includes(id))
        .map((id) => ({ project_id: task.project_id, task_id: task.task_id, input_data_id: id })),
    };
  },

  putAnnotation: (context) => {
    const { project, params, query, body, member, clock } = context;
    assertNotSuspended(project);
    const task = findFrame(project, params);
    const { input_data_id: inputDataId } = params;
    if (body.task_id !== task.task_id || body.input_data_id !== inputDataId || body.project_id !== task.project_id) {
      throw invalidBody('The ids in the body differ from those in the path');
    }
    assertMayEdit(task, member);
    const key = frameKey(task.task_id, inputDataId);
    checkLock('annotation', project.annotations.get(key)?.updated_datetime, body.updated_datetime);
    const at = clock.stamp();
    const edit = { ...context, task, inputDataId, accountId: member.account_id, at };
    project.annotations.set(key, { details: editedDetails(edit, body), updated_datetime: at });
    const answer = query.v === '2' ? toEditorV2 : toEditorV1;
    return answer(context, project, task, inputDataId);
  },
} satisfies HandlerTable;

/** @throws Failure 404 for a history that the task does not have */
function isLatest(project: ProjectRecord, task: Task, historyId: string | undefined): boolean {
  if (historyId === undefined) return true;
  const histories = project.taskHistories.get(task.task_id) ?? [];
  const index = histories.findIndex(({ task_history_id: id }) => id === historyId);
  if (index < 0) throw missing('task history', historyId);
  return index === histories.length - 1;
}

/** A task that was never assigned is its owner's to edit; any other its assignee's, while it is worked on. */
function assertMayEdit(task: Task, member: ProjectMember): void {
  if (task.account_id === undefined && task.histories_by_phase.length === 0) {
    if (member.member_role !== 'owner') throw forbidden('A task that was never assigned is edited by owners only');
    return;
  }
  if (task.account_id !== member.account_id || task.status !== 'working') {
    throw stateMismatch(`The task ${task.task_id} is edited by its assignee while it is working`);
  }
}
