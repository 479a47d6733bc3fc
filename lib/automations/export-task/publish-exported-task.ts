import type { EventContext } from '../../runtime/context.ts';
import { publishChange } from '../bucket/changes.ts';
import { taskKeys } from '../bucket/dataset-keys.ts';
import type { Services } from '../services.ts';
import type { ExportedTask } from './export-task.ts';

type Context = EventContext<'task-completed', Pick<Services, 'dataset'>>;

/** Adds an export to the feed of changes. */
export function publishExportedTask(ctx: Context, { version, completedAt }: ExportedTask): Promise<void> {
  const { project_id, task_id } = ctx.event;
  const manifest = taskKeys.manifest(ctx.event, version);
  return publishChange(ctx, {
    kind: 'task-exported',
    project_id,
    task_id,
    version,
    completed_at: completedAt,
    manifest,
  });
}
