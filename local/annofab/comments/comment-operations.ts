import type { Comment } from '../../../lib/annofab/api-description.ts';
import { assertNotSuspended, findFrame } from '../projects/project-rules.ts';
import type { HandlerTable } from '../server/handler.ts';
import { assertMayComment, commentsOf, editComment } from './comment-edit.ts';
import { toCommentItem, toInspections } from './inspections.ts';

export const comments = {
  getComments: ({ project, params, query }) =>
    shown(commentsOf(project, findFrame(project, params), params.input_data_id), query.v),

  /** Not atomic: what precedes the first failure stays done. */
  batchUpdateComments: ({ project, params, query, body, member, clock }) => {
    assertNotSuspended(project);
    const task = findFrame(project, params);
    assertMayComment(task, member.account_id);
    const edit = { project, task, inputDataId: params.input_data_id, accountId: member.account_id, clock };
    for (const item of body) editComment(edit, item);
    return shown(commentsOf(project, task, params.input_data_id), query.v);
  },

  getInspections: ({ project, params }) =>
    toInspections(commentsOf(project, findFrame(project, params), params.input_data_id)),

  /** Not atomic either. */
  batchUpdateInspections: ({ project, params, body, member, clock }) => {
    assertNotSuspended(project);
    const task = findFrame(project, params);
    assertMayComment(task, member.account_id);
    const edit = { project, task, inputDataId: params.input_data_id, accountId: member.account_id, clock };
    for (const item of body) editComment(edit, toCommentItem(item, params));
    return toInspections(commentsOf(project, task, params.input_data_id));
  },
} satisfies HandlerTable;

/** Inspection comments are in version 2 only. */
function shown(all: readonly Comment[], version: string | undefined): Comment[] {
  return version === '2' ? [...all] : all.filter(({ comment_type: type }) => type !== 'inspection');
}
