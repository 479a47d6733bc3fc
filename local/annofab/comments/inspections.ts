import type { Comment, CommentStatus, Inspection, InspectionStatus } from '../../../lib/annofab/api-description.ts';
import type { HandlerContext } from '../server/handler.ts';
import { assertSameFrame, type FrameIds } from '../tasks/task.ts';
import { type CommentItem, isReply } from './comment-edit.ts';

type InspectionItem = HandlerContext<'batchUpdateInspections'>['body'][number];

/** Inspections are inspection comments in an older API, with other names for the statuses. */
const STATUSES: Readonly<Record<CommentStatus, InspectionStatus>> = {
  open: 'annotator_action_required',
  resolved: 'error_corrected',
  closed: 'no_correction_required',
};

const COMMENT_STATUSES: Readonly<Record<InspectionStatus, CommentStatus>> = {
  annotator_action_required: 'open',
  error_corrected: 'resolved',
  no_correction_required: 'closed',
};

/** The inspection comments of a frame. A reply has the position and the status of its root. */
export function toInspections(comments: readonly Comment[]): Inspection[] {
  return comments
    .filter(({ comment_type: type }) => type === 'inspection')
    .map((comment) => toInspection(comment, comments));
}

function toInspection(comment: Comment, comments: readonly Comment[]): Inspection {
  const node = comment.comment_node;
  const root = isReply(node) ? comments.find(({ comment_id: id }) => id === node.root_comment_id)?.comment_node : node;
  const { data, annotation_id, label_id, status } = root && !isReply(root) ? root : {};
  return {
    project_id: comment.project_id,
    task_id: comment.task_id,
    input_data_id: comment.input_data_id,
    inspection_id: comment.comment_id,
    phase: comment.phase,
    phase_stage: comment.phase_stage,
    commenter_account_id: comment.account_id,
    ...(annotation_id != null && { annotation_id }),
    ...(label_id != null && { label_id }),
    // A reply whose root was deleted has no position.
    data: data ?? { _type: 'Point', x: 0, y: 0 },
    ...(isReply(node) && { parent_inspection_id: node.root_comment_id }),
    phrases: comment.phrases ?? [],
    comment: comment.comment,
    status: STATUSES[status ?? 'open'],
    created_datetime: comment.created_datetime,
    updated_datetime: comment.updated_datetime,
  };
}

/**
 * Converts an item to one of the batch of comments.
 *
 * @throws Failure 400 when it names another frame than the path
 */
export function toCommentItem(item: InspectionItem, path: FrameIds): CommentItem {
  assertSameFrame(item._type === 'Put' ? item.data : item, path);
  if (item._type === 'Delete') return { _type: 'Delete', comment_id: item.inspection_id };
  const { data, annotation_id, label_id, parent_inspection_id: rootId, phrases } = item.data;
  return {
    _type: 'Put',
    comment_id: item.data.inspection_id,
    phase: item.data.phase,
    phase_stage: item.data.phase_stage,
    account_id: item.data.commenter_account_id,
    comment_type: 'inspection',
    ...(phrases !== undefined && { phrases }),
    comment: item.data.comment,
    comment_node:
      rootId === undefined
        ? {
            _type: 'Root',
            data,
            ...(annotation_id !== undefined && { annotation_id }),
            ...(label_id !== undefined && { label_id }),
            status: COMMENT_STATUSES[item.data.status],
          }
        : { _type: 'Reply', root_comment_id: rootId },
  };
}
