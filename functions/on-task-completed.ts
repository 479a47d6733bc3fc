import { announceLastTask } from '../lib/automations/announce-last-task.ts';
import { exportTask, isLatestExport } from '../lib/automations/export-task/export-task.ts';
import { publishExportedTask } from '../lib/automations/export-task/publish-exported-task.ts';
import { mergeTaskMetadata } from '../lib/automations/merge-task-metadata/merge-task-metadata.ts';
import { notifyTaskCompleted } from '../lib/automations/notify-task-completed/notify-task-completed.ts';
import { settingsOf } from '../lib/automations/projects/settings-of.ts';
import { queueHandler } from '../lib/lambda/queue-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { chat } from '../lib/lambda/services/chat.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { Skip } from '../lib/runtime/outcomes.ts';
import { projects } from './projects.ts';

/** A task passed its acceptance: its annotations go into the bucket, its metadata say so, and so does a message. */
export const handler = queueHandler('task-completed', { annofab, chat, dataset, projects }, async (ctx) => {
  const { project_id } = ctx.event;
  const { exportTasks, writeMetadata } = await settingsOf(ctx, project_id);
  if (!exportTasks) throw new Skip(`exportTasks is off for project ${project_id}`);
  const exported = await exportTask(ctx);
  await ctx.once('change', () => publishExportedTask(ctx, exported));
  await announceLastTask(ctx);
  if (writeMetadata) {
    const metadata = { exported_at: exported.completedAt, annotation_count: exported.annotationCount };
    await mergeTaskMetadata(ctx, metadata, { onlyIf: () => isLatestExport(ctx, exported) });
  }
  // Last, so that a chat that fails holds up nothing else.
  await notifyTaskCompleted(ctx, exported);
});
