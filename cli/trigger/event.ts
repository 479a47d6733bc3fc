import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import { withAnnofab } from '../annofab-client.ts';
import { UsageError } from '../frame/exit-codes.ts';
import type { TriggerArguments } from './options.ts';

/** The event that the options describe. @throws UsageError when an option is missing, or belongs to another event */
export async function readEvent(options: TriggerArguments): Promise<WebhookEvent> {
  const { eventType: event_type, project: project_id, task: task_id, toProject: dest_project_id } = options;
  if (task_id !== undefined && event_type !== 'task-completed') throw new UsageError(`${event_type} has no --task.`);
  if (dest_project_id !== undefined && event_type !== 'project-copy-completed') {
    throw new UsageError(`${event_type} has no --to-project.`);
  }
  const complete_datetime = options.at ?? new Date().toISOString();
  switch (event_type) {
    case 'task-completed':
      if (task_id === undefined) throw new UsageError('task-completed needs --task.');
      return {
        event_type,
        project_id,
        task_id,
        complete_datetime: options.at ?? (await completionOf(options, task_id)),
      };
    case 'project-copy-completed':
      if (dest_project_id === undefined) throw new UsageError('project-copy-completed needs --to-project.');
      return { event_type, project_id, dest_project_id, complete_datetime };
    default:
      return { event_type, project_id, complete_datetime };
  }
}

/** When the task was completed, as Annofab's own webhook has it: the event is then the same, and is not processed twice. */
function completionOf(options: TriggerArguments, task_id: string): Promise<string> {
  return withAnnofab(options, async (annofab) => {
    const task = await annofab.getTask({ project_id: options.project, task_id });
    return task.operation_updated_datetime ?? task.updated_datetime;
  });
}
