import { randomUUID } from 'node:crypto';
import type { AnnofabApi } from '../api.ts';
import { AnnofabError } from '../errors.ts';
import type {
  BatchCommentRequestItem,
  BatchCommentRequestItemPut,
  Comment,
  CommentNode,
  CommentStatus,
  ReplyComment,
  RootComment,
} from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';

interface Frame {
  project_id: string;
  task_id: string;
  input_data_id: string;
}

type CommentIds = Frame & { comment_id: string };

/** The first comment of a thread. `status` is `open` by default. */
export interface NewComment extends Omit<RootComment, '_type'> {
  comment: string;
  /** `inspection` (default) reports a defect at a position of the input data (`data`); `onhold` asks a question. */
  comment_type?: Comment['comment_type'] | undefined;
  /** Ids of inspection phrases of the annotation specs; only for inspections. */
  phrases?: string[] | undefined;
  /** Default: a new UUID. */
  comment_id?: string | undefined;
}

/**
 * The comments on the frames of a task, in threads of a root and its replies. Only the assignee of a task can write them,
 * while the task is being worked on; otherwise Annofab answers 409 (ConflictError).
 */
export interface Comments {
  /** Lists all comments on a frame, including inspections (getComments, version 2). */
  list(frame: Frame, options?: RequestOptions): Promise<Comment[]>;
  /**
   * Lists all comments on a task, frame by frame (getTask, getComments).
   *
   * @throws NotFoundError when the task does not exist
   * @example
   * for await (const { comment } of annofab.comments.all({ project_id, task_id })) console.log(comment);
   */
  all(params: Omit<Frame, 'input_data_id'>, options?: RequestOptions): AsyncGenerator<Comment, void, undefined>;
  /**
   * Starts a thread (getTask, batchUpdateComments).
   *
   * @example
   * await annofab.comments.add({ ...frame, comment: '枠がずれている', data: { _type: 'Point', x: 10, y: 20 } });
   * @throws ConflictError when this account is not working on the task
   */
  add(params: Frame & NewComment, options?: RequestOptions): Promise<Comment>;
  /**
   * Replies to a thread, given its root or any of its replies (getTask, getComments, batchUpdateComments).
   *
   * @throws AnnofabError when the frame has no such comment; ConflictError as {@link add}
   * @example
   * await annofab.comments.reply({ ...frame, comment_id, comment: 'fixed' });
   */
  reply(params: CommentIds & { comment: string }, options?: RequestOptions): Promise<Comment>;
  /**
   * Sets the status of a thread, given its root (getComments, batchUpdateComments). `closed` means that no change is needed;
   * only inspections can have it.
   *
   * @throws AnnofabError when the frame has no such thread; ConflictError as {@link add}
   */
  setStatus(params: CommentIds & { status: CommentStatus }, options?: RequestOptions): Promise<Comment>;
  /**
   * Deletes a comment, and if it is a root, its replies (getComments, batchUpdateComments). Succeeds if the comment does not
   * exist.
   *
   * @throws ConflictError as {@link add}
   */
  delete(params: CommentIds, options?: RequestOptions): Promise<void>;
}

export function createComments(client: AnnofabApi): Comments {
  const list: Comments['list'] = async ({ project_id, task_id, input_data_id }, options) =>
    client.getComments({ project_id, task_id, input_data_id, query: { v: 2 } }, options);

  const update = (
    { project_id, task_id, input_data_id }: Frame,
    body: BatchCommentRequestItem[],
    options?: RequestOptions,
  ) => client.batchUpdateComments({ project_id, task_id, input_data_id, query: { v: 2 }, body }, options);

  async function put(frame: Frame, item: Omit<BatchCommentRequestItemPut, '_type'>, options?: RequestOptions) {
    return commentOf(frame, await update(frame, [{ ...item, _type: 'Put' }], options), item.comment_id);
  }

  /** The author and the current phase, which Annofab requires in each comment. */
  async function authorship({ project_id, task_id }: Frame, options?: RequestOptions) {
    const [{ account_id }, { phase, phase_stage }] = await Promise.all([
      client.account(options),
      client.getTask({ project_id, task_id }, options),
    ]);
    return { account_id, phase, phase_stage };
  }

  return {
    list,
    async *all({ project_id, task_id }, options) {
      const { input_data_id_list } = await client.getTask({ project_id, task_id }, options);
      for (const input_data_id of input_data_id_list)
        yield* await list({ project_id, task_id, input_data_id }, options);
    },
    async add(params, options) {
      const { comment, comment_type = 'inspection', comment_id = randomUUID(), phrases } = params;
      const { data, annotation_id, label_id, status = 'open' } = params;
      const comment_node: RootComment = {
        _type: 'Root',
        data: data ?? null,
        annotation_id: annotation_id ?? null,
        label_id: label_id ?? null,
        status,
      };
      const item = { comment_id, comment_type, comment, comment_node, phrases: phrases ?? null };
      return put(params, { ...item, ...(await authorship(params, options)) }, options);
    },
    async reply({ comment_id, comment, ...frame }, options) {
      const { comment_type, comment_node } = commentOf(frame, await list(frame, options), comment_id);
      const root_comment_id = isReply(comment_node) ? comment_node.root_comment_id : comment_id;
      const node = { _type: 'Reply', root_comment_id } as const;
      const item = { comment_id: randomUUID(), ...(await authorship(frame, options)), comment_type, comment };
      return put(frame, { ...item, comment_node: node }, options);
    },
    async setStatus({ comment_id, status, ...frame }, options) {
      const root = commentOf(frame, await list(frame, options), comment_id);
      if (isReply(root.comment_node)) {
        throw new AnnofabError(
          `${nameOf(frame)}: comment ${comment_id} is a reply: only the root of its thread has a status.`,
        );
      }
      const { phase, phase_stage, account_id, comment_type, comment, phrases, datetime_for_sorting } = root;
      const comment_node: RootComment = { ...root.comment_node, _type: 'Root', status };
      const item = { comment_id, phase, phase_stage, account_id, comment_type, comment, datetime_for_sorting };
      return put(frame, { ...item, comment_node, phrases: phrases ?? null }, options);
    },
    async delete({ comment_id, ...frame }, options) {
      const thread = (await list(frame, options)).filter(
        ({ comment_id: id, comment_node }) =>
          id === comment_id || (isReply(comment_node) && comment_node.root_comment_id === comment_id),
      );
      const items = thread.map((comment) => ({ _type: 'Delete', comment_id: comment.comment_id }) as const);
      if (items.length > 0) await update(frame, items, options);
    },
  };
}

/** Does not rely on `_type`, which may be absent. */
function isReply(node: CommentNode): node is ReplyComment {
  return 'root_comment_id' in node;
}

/** @throws AnnofabError when the frame has no such comment */
function commentOf(frame: Frame, comments: readonly Comment[], id: string): Comment {
  const comment = comments.find(({ comment_id }) => comment_id === id);
  if (comment !== undefined) return comment;
  throw new AnnofabError(`${nameOf(frame)}: it has no comment ${id}.`);
}

function nameOf({ project_id, task_id, input_data_id }: Frame): string {
  return `input data ${input_data_id} of task ${task_id} of project ${project_id}`;
}
