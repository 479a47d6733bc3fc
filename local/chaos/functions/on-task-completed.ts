import { exportTask, isLatestExport } from '../../../lib/automations/export-task/export-task.ts';
import { mergeTaskMetadata } from '../../../lib/automations/merge-task-metadata/merge-task-metadata.ts';
import { queueHandler } from '../../../lib/lambda/queue-handler.ts';
import { annofab } from '../../../lib/lambda/services/annofab.ts';
import { dataset } from '../../../lib/lambda/services/dataset.ts';

/**
 * The application's function of this name, with a message to a chat as a team might add it. The message is sent between other
 * effects, so that a failure after it must not send it again.
 */
export const handler = queueHandler('task-completed', { annofab, dataset }, async (ctx) => {
  const exported = await exportTask(ctx);
  await ctx.once('chat', () => post(ctx.delivery.key, ctx.signal));
  const metadata = { exported_at: exported.completedAt, annotation_count: exported.annotationCount };
  await mergeTaskMetadata(ctx, metadata, { onlyIf: () => isLatestExport(ctx, exported) });
});

async function post(body: string, signal: AbortSignal): Promise<void> {
  const { ok, status } = await fetch(process.env['CHAT_URL'] ?? '', { method: 'POST', body, signal });
  if (!ok) throw new Error(`The chat answered ${status}`);
}
