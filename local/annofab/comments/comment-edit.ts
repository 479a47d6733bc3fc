import type { Comment, ProjectMember, ReplyComment, RootComment, Task } from '../../../lib/annofab/api-description.ts';
import { wasNeverAssigned } from '../annotations/edit-permissions.ts';
import type { Clock } from '../core/clock.ts';
import { invalidBody, missing, stateMismatch } from '../core/errors.ts';
import { frameKey, type ProjectRecord } from '../core/state.ts';
import type { HandlerContext } from '../server/handler.ts';

export interface CommentEdit {
  readonly project: ProjectRecord;
  readonly task: Task;
  readonly inputDataId: string;
  /** The author. */
  readonly accountId: string;
  readonly clock: Clock;
}

export type CommentItem = HandlerContext<'batchUpdateComments'>['body'][number];
type CommentPut = Extract<CommentItem, { _type: 'Put' }>;

/**
 * Only the assignee may write comments, while the task is `working`; and owners on a task that was never assigned.
 *
 * @throws Failure 409
 */
export function assertMayComment(task: Task, { account_id: accountId, member_role: role }: ProjectMember): void {
  if (role === 'owner' && wasNeverAssigned(task)) return;
  if (task.account_id !== accountId || task.status !== 'working') {
    throw stateMismatch(`The task ${task.task_id} may be commented on only by its assignee while it is working`);
  }
}

/** All comments of a frame, of both types, oldest first. */
export function commentsOf(project: ProjectRecord, task: Task, inputDataId: string): Comment[] {
  return project.comments.get(frameKey(task.task_id, inputDataId)) ?? [];
}

/**
 * Applies one item of a batch. Deleting a root keeps its replies; they are deleted one by one.
 *
 * @throws Failure 400 for an invalid comment, 404 when the comment to delete does not exist
 */
export function editComment(edit: CommentEdit, item: CommentItem): void {
  const { project, task, inputDataId } = edit;
  const comments = commentsOf(project, task, inputDataId);
  const present = comments.find(({ comment_id: id }) => id === item.comment_id);
  const store = (list: Comment[]) => project.comments.set(frameKey(task.task_id, inputDataId), list);
  if (item._type === 'Put') {
    const put = present ? updated(edit, present, item) : created(edit, comments, item);
    store(present ? comments.map((comment) => (comment === present ? put : comment)) : [...comments, put]);
  } else {
    if (!present) throw missing('comment', item.comment_id);
    store(comments.filter((comment) => comment !== present));
  }
}

/** Every comment of a batch has its own time stamp, so they sort in the order of the batch. */
function created(edit: CommentEdit, comments: readonly Comment[], put: CommentPut): Comment {
  const { project, task, inputDataId, accountId, clock } = edit;
  if (put.account_id !== accountId) throw invalidBody('account_id is not the account of the caller');
  if (put.phase !== task.phase || put.phase_stage !== task.phase_stage) {
    throw invalidBody(
      `The task ${task.task_id} is in phase ${task.phase} ${task.phase_stage}, but the new comment is in another phase`,
    );
  }
  const node = nodeOf(put);
  if (isReply(node)) assertRoot(comments, node, put);
  const at = clock.stamp();
  return {
    project_id: project.project.project_id,
    task_id: task.task_id,
    input_data_id: inputDataId,
    comment_id: put.comment_id,
    phase: put.phase,
    phase_stage: put.phase_stage,
    account_id: accountId,
    comment_type: put.comment_type,
    phrases: phrasesOf(put),
    comment: put.comment,
    comment_node: node,
    datetime_for_sorting: put.datetime_for_sorting ?? at,
    created_datetime: at,
    updated_datetime: at,
  };
}

/** Author, phase and position in the order never change, whatever the request says. */
function updated({ clock }: CommentEdit, present: Comment, put: CommentPut): Comment {
  const [before, node] = [present.comment_node, nodeOf(put)];
  if (put.comment_type !== present.comment_type) throw invalidBody('The comment_type of a comment cannot be changed');
  if (rootIdOf(node) !== rootIdOf(before)) throw invalidBody('A comment cannot move to another thread');
  return {
    ...present,
    phrases: phrasesOf(put),
    comment: put.comment,
    comment_node: node,
    updated_datetime: clock.stamp(),
  };
}

/** Replies go to roots only, so threads have one level and no cycles. */
function assertRoot(comments: readonly Comment[], { root_comment_id: rootId }: ReplyComment, put: CommentPut): void {
  const root = comments.find(({ comment_id: id }) => id === rootId);
  if (!root) throw invalidBody(`The comment ${rootId} to reply to does not exist`);
  if (isReply(root.comment_node))
    throw invalidBody(`The comment ${rootId} is a reply: reply to the root of its thread`);
  if (root.comment_type !== put.comment_type) throw invalidBody('A reply must have the comment_type of its root');
}

function nodeOf({ comment_node: node, comment_type: type }: CommentPut): Comment['comment_node'] {
  if (isReply(node)) return { _type: 'Reply', root_comment_id: node.root_comment_id };
  const { data, annotation_id, label_id, status = 'open' } = node;
  if (type === 'inspection' && !data)
    throw invalidBody('An inspection comment must have data: its position in the input data');
  if (type === 'onhold' && status === 'closed') throw invalidBody('An onhold comment must be open or resolved');
  return {
    _type: 'Root',
    ...(type === 'inspection' && { data }),
    ...(annotation_id !== undefined && { annotation_id }),
    ...(label_id !== undefined && { label_id }),
    status,
  };
}

function phrasesOf({ comment_type: type, phrases = [] }: CommentPut): string[] {
  return type === 'inspection' ? phrases : [];
}

/** Requests may omit `_type`, so the field that only replies have decides. */
export function isReply(node: Comment['comment_node'] | CommentPut['comment_node']): node is ReplyComment {
  return 'root_comment_id' in node;
}

function rootIdOf(node: RootComment | ReplyComment): string | undefined {
  return isReply(node) ? node.root_comment_id : undefined;
}
