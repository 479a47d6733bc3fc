import type { Comment } from '../../../lib/annofab/api-description.ts';
import { assertNotSuspended } from '../projects/project-status.ts';
import type { HandlerContext, HandlerTable } from '../server/handler.ts';
import { findFrame } from '../tasks/task.ts';
import { assertMayComment, type CommentItem, commentsOf, editComment } from './comment-edit.ts';
import { toCommentItem, toInspections } from './inspections.ts';

export const comments = {
  getComments: ({ project, params, query }) =>
    ofVersion(commentsOf(project, findFrame(project, params), params.input_data_id), query.v),

  batchUpdateComments: (context) =>
    ofVersion(
      editComments(context, context.body, (item) => item),
      context.query.v,
    ),

  getInspections: ({ project, params }) =>
    toInspections(commentsOf(project, findFrame(project, params), params.input_data_id)),

  batchUpdateInspections: (context) =>
    toInspections(editComments(context, context.body, (item) => toCommentItem(item, context.params))),
} satisfies HandlerTable;

type EditContext = Pick<HandlerContext<'batchUpdateComments'>, 'project' | 'params' | 'member' | 'clock'>;

/** Not atomic: the items before the first failure stay applied. */
function editComments<Item>(
  { project, params, member, clock }: EditContext,
  items: readonly Item[],
  toItem: (item: Item) => CommentItem,
): Comment[] {
  assertNotSuspended(project);
  const task = findFrame(project, params);
  assertMayComment(task, member);
  const edit = { project, task, inputDataId: params.input_data_id, accountId: member.account_id, clock };
  for (const item of items) editComment(edit, toItem(item));
  return commentsOf(project, task, params.input_data_id);
}

/** Only version 2 includes inspection comments. */
function ofVersion(all: readonly Comment[], version: string | undefined): Comment[] {
  return version === '2' ? [...all] : all.filter(({ comment_type: type }) => type !== 'inspection');
}
