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

/** What a new thread begins with. Neither `_type` nor `status` needs to be said: it is open. */
export interface NewComment extends Omit<RootComment, '_type'> {
  comment: string;
  /** `inspection` says at a place in the input data (`data`) what is wrong; `onhold` is a question. Default `inspection`. */
  comment_type?: Comment['comment_type'] | undefined;
  /** Ids of phrases of the annotation specs; of inspections only. */
  phrases?: string[] | undefined;
  /** Left out: a new one. */
  comment_id?: string | undefined;
}

/**
 * The comments on a frame of a task: threads of a root and its replies. They are written by the task's assignee while it
 * works on it; else Annofab answers 409 (ConflictError).
 */
export interface Comments {
  /** All comments on a frame, of inspections too (getComments, version 2). */
  list(frame: Frame, options?: RequestOptions): Promise<Comment[]>;
  /** All comments on a task, frame by frame (getTask, getComments). */
  all(params: Omit<Frame, 'input_data_id'>, options?: RequestOptions): AsyncGenerator<Comment, void, undefined>;
  /**
   * Begins a thread (getTask, batchUpdateComments).
   *
   * @example
   * await annofab.comments.add({ ...frame, comment: '枠がずれている', data: { _type: 'Point', x: 10, y: 20 } });
   * @throws ConflictError when the task is not being worked on by this account
   */
  add(params: Frame & NewComment, options?: RequestOptions): Promise<Comment>;
  /**
   * Answers in a thread, given its root or any of its replies (getTask, getComments, batchUpdateComments).
   *
   * @throws AnnofabError when the frame has no such comment; ConflictError as {@link add}
   */
  reply(params: CommentIds & { comment: string }, options?: RequestOptions): Promise<Comment>;
  /**
   * Opens, resolves or closes a thread, given its root (getComments, batchUpdateComments). `closed` says that nothing
   * needs to be done, which only inspections know.
   *
   * @throws AnnofabError when the frame has no such thread; ConflictError as {@link add}
   */
  setStatus(params: CommentIds & { status: CommentStatus }, options?: RequestOptions): Promise<Comment>;
  /**
   * Deletes a comment, and the replies to it where it is a root (getComments, batchUpdateComments). One that is gone
   * already is as good.
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
    return pick(frame, await update(frame, [{ ...item, _type: 'Put' }], options), item.comment_id);
  }

  /** Who comments, and where the task stands: Annofab wants to be told. */
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
      const { comment_type, comment_node } = pick(frame, await list(frame, options), comment_id);
      const root_comment_id = isReply(comment_node) ? comment_node.root_comment_id : comment_id;
      const node = { _type: 'Reply', root_comment_id } as const;
      const item = { comment_id: randomUUID(), ...(await authorship(frame, options)), comment_type, comment };
      return put(frame, { ...item, comment_node: node }, options);
    },
    async setStatus({ comment_id, status, ...frame }, options) {
      const root = pick(frame, await list(frame, options), comment_id);
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

/** A node may come without its `_type`. */
function isReply(node: CommentNode): node is ReplyComment {
  return 'root_comment_id' in node;
}

/** @throws AnnofabError when it is not there */
function pick(frame: Frame, comments: readonly Comment[], id: string): Comment {
  const comment = comments.find(({ comment_id }) => comment_id === id);
  if (comment !== undefined) return comment;
  throw new AnnofabError(`${nameOf(frame)}: it has no comment ${id} (any more).`);
}

function nameOf({ project_id, task_id, input_data_id }: Frame): string {
  return `input data ${input_data_id} of task ${task_id} of project ${project_id}`;
}
