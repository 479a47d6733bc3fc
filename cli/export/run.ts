import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { type ExportedTask, exportTask } from '../../lib/automations/export-task/export-task.ts';
import type { Services } from '../../lib/automations/services.ts';
import type { EventContext } from '../../lib/runtime/context.ts';
import { readConfigAndSettings } from '../../lib/runtime/settings.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { withAnnofab } from '../annofab-client.ts';
import { bytesText } from '../frame/progress.ts';
import { interruptible } from '../frame/signals.ts';
import { folderDataset } from './folder-dataset.ts';
import type { ExportOptions } from './options.ts';

/** Nothing ends this process after 15 minutes, as Lambda would. */
const NO_DEADLINE = Number.MAX_SAFE_INTEGER;

/** Exports a task into a folder with the code of the deployed function. */
export async function runExport(options: ExportOptions): Promise<void> {
  const exported = await interruptible(
    (signal) => withAnnofab(options, (annofab) => exportNow(annofab, options, signal)),
    'Run the same command again.',
  );
  const { project: project_id, task: task_id } = options;
  console.log(options.json ? JSON.stringify({ project_id, task_id, ...exported }) : exportedText(exported, options));
}

/** The deployed function waits for a task that is not completed yet. @throws Error that says in which phase and status it is */
async function exportNow(annofab: AnnofabClient, options: ExportOptions, signal: AbortSignal): Promise<ExportedTask> {
  const { project: project_id, task: task_id } = options;
  const { phase, status } = await annofab.getTask({ project_id, task_id }, { signal });
  if (phase !== 'acceptance' || status !== 'complete') {
    throw new Error(
      `Task ${task_id} of project ${project_id} is not completed: phase ${phase}, status ${status}. ` +
        'A task is exported in the phase acceptance with the status complete.',
    );
  }
  return await exportTask(contextOf(annofab, options, signal));
}

function contextOf(
  annofab: AnnofabClient,
  { project: project_id, task: task_id, to }: ExportOptions,
  signal: AbortSignal,
): EventContext<'task-completed', Services> {
  const now = () => Date.now();
  const complete_datetime = new Date(now()).toISOString();
  const event = { event_type: 'task-completed', project_id, task_id, complete_datetime } as const;
  const silent = () => {};
  return {
    annofab,
    dataset: folderDataset(to),
    event,
    delivery: { ...deliveryKey(event), receivedAt: complete_datetime, deferrals: {} },
    settings: readConfigAndSettings([], {}).settings,
    log: {
      debug: silent,
      info: silent,
      warn: (message) => console.error(message),
      error: (message) => console.error(message),
    },
    once: async (_name, effect) => void (await effect()),
    count: silent,
    signal,
    deadline: NO_DEADLINE,
    now,
  };
}

function exportedText({ version, annotationCount, files, bytes, prefix }: ExportedTask, { to }: ExportOptions): string {
  return `${annotationCount} annotations in ${files} files (${bytesText(bytes)}), version ${version}: ${to}/${prefix}`;
}
