import { editorUrl } from '../../annofab/index.ts';
import type { EventContext } from '../../runtime/context.ts';
import type { ExportedTask } from '../export-task/export-task.ts';
import type { Chat } from './chat.ts';

/** The chat is undefined in a stage whose messages are switched off. */
type Context = EventContext<'task-completed', { readonly chat: Chat | undefined }>;

/** A backfill, or a reconciliation after days, must not flood the chat with old news. */
const MAX_AGE_MS = 24 * 60 * 60 * 1_000;

/**
 * Posts a message with a link to a completed task, once for each completion.
 *
 * @example
 * const exported = await exportTask(ctx);
 * await notifyTaskCompleted(ctx, exported);
 * @throws RetryLater, NonRetryableError when the message was not posted
 */
export async function notifyTaskCompleted(ctx: Context, exported: ExportedTask): Promise<void> {
  const { chat, event, log, once, now, signal } = ctx;
  if (chat === undefined) return;
  const { project_id, task_id } = event;
  if (now() - Date.parse(exported.completedAt) > MAX_AGE_MS) {
    log.info('Chat message left out: the task was completed more than a day ago', { project_id, task_id });
    return;
  }
  // A message cannot be taken back: a repeated delivery does not post it again.
  await once('chat', () => chat.post(MESSAGES[chat.format](exported, event), signal));
}

type Ids = Context['event'];

/** Ids and numbers only: what people write does not belong into a chat. */
const MESSAGES = {
  slack: ({ annotationCount }: ExportedTask, { project_id, task_id }: Ids) => ({
    text: `Task <${editorUrl({ project_id, task_id })}|${task_id}> of project ${project_id} is completed: ${annotationCount} annotations.`,
  }),
  json: ({ annotationCount, completedAt, version, prefix }: ExportedTask, { project_id, task_id }: Ids) => ({
    event_type: 'task-completed',
    ...{ project_id, task_id, version, prefix },
    completed_at: completedAt,
    annotation_count: annotationCount,
    url: editorUrl({ project_id, task_id }),
  }),
} as const;
