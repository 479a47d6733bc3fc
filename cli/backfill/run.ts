import { text as textOf } from 'node:stream/consumers';
import type { AnnofabClient } from '../../lib/annofab/index.ts';
import type { Queue } from '../../lib/aws/queue.ts';
import { isId } from '../../lib/core/ids.ts';
import {
  type BackfillPlan,
  estimateBackfill,
  planBackfill,
  sendBackfill,
} from '../../lib/deliveries/backfill/backfill.ts';
import { type SelectedTasks, selectTasks, type TaskSelection } from '../../lib/deliveries/backfill/select-tasks.ts';
import { EVENT_TYPES, type EventType } from '../../lib/webhooks/events.ts';
import { withAnnofab } from '../annofab-client.ts';
import { type Deployment, queueOf, queuesOf } from '../deployment/deployment.ts';
import { openDeployment } from '../deployment/target.ts';
import { readText } from '../files/read-text.ts';
import { createProgress, durationText, endProgressLine } from '../frame/progress.ts';
import { interruptible } from '../frame/signals.ts';
import type { BackfillOptions } from './options.ts';

/** A task that was completed a moment ago is left to its webhook. */
const WEBHOOK_MS = 5 * 60_000;

/** Exports the tasks that the options select. */
export function runBackfill(options: BackfillOptions): Promise<void> {
  return interruptible(
    (signal) => withAnnofab(options, (annofab) => exportTasks(annofab, options, signal)),
    'Run the same command again to go on.',
  );
}

async function exportTasks(annofab: AnnofabClient, options: BackfillOptions, signal: AbortSignal): Promise<void> {
  const { project: project_id, rate, maxBacklog, json } = options;
  const deployment = await openDeployment(options);
  const selected = await selectTasks(annofab, await selectionOf(options), signal);
  const { ledger } = deployment;
  const plan = await planBackfill({ ledger }, { project_id, tasks: selected.tasks, now: Date.now() });
  reportSelection(selected, plan);
  const counts = { project_id, selected: selected.tasks.length, known: plan.known };
  if (options.dryRun) {
    const estimate = estimateBackfill(plan, rate);
    const result = { ...counts, to_send: plan.tasks.length, ...estimate, dry_run: true };
    console.log(json ? JSON.stringify(result) : estimateText(plan, { ...estimate, rate }));
    return;
  }
  const progress = createProgress('tasks sent', plan.tasks.length);
  const result = await sendBackfill({ ledger, queues: queuesByType(deployment) }, plan, {
    ...{ rate, maxBacklog, signal },
    depth: () => queuesOf(deployment, 'task-completed').depth(),
    onProgress: ({ sent, duplicates }) => progress(sent + duplicates),
    onUnrecorded: () => {
      endProgressLine();
      console.error('The ledger did not record a message that was sent; it is sent once more later.');
    },
  });
  endProgressLine();
  if (json) console.log(JSON.stringify({ ...counts, ...result }));
  else console.log(`${result.sent} sent, ${plan.known + result.duplicates} in the ledger already.`);
}

function reportSelection({ tasks, notCompleted }: SelectedTasks, { known }: BackfillPlan): void {
  if (notCompleted.length > 0) console.error(`Not completed, or not in the project: ${notCompleted.join(', ')}`);
  const inLedger = known === 0 ? '' : `; the ledger has ${known} of them already`;
  console.error(`${tasks.length} completed tasks are selected${inLedger}.`);
}

function estimateText(
  { tasks }: BackfillPlan,
  { frames, requests, seconds, rate }: { frames: number; requests: number; seconds: number; rate: number },
): string {
  return [
    `${tasks.length} tasks with ${frames} input data would be sent.`,
    `Requests to Annofab: about ${requests}, and more for masks.`,
    `Time: at least ${durationText(seconds)}, at ${rate} tasks a second; longer if the functions export more slowly.`,
  ].join('\n');
}

function queuesByType(deployment: Deployment): Readonly<Record<EventType, Queue>> {
  const [completed, archive, zip, copy] = EVENT_TYPES;
  return {
    [completed]: queueOf(deployment, completed),
    [archive]: queueOf(deployment, archive),
    [zip]: queueOf(deployment, zip),
    [copy]: queueOf(deployment, copy),
  };
}

async function selectionOf(options: BackfillOptions): Promise<TaskSelection> {
  const { project: project_id, completedFrom, completedTo = Date.now() - WEBHOOK_MS, metadata } = options;
  const listed = options.tasksFrom === undefined ? [] : await readIds(options.tasksFrom);
  const isListed = options.task !== undefined || options.tasksFrom !== undefined;
  return {
    ...{ project_id, completedTo },
    ...(completedFrom !== undefined && { completedFrom }),
    ...(metadata !== undefined && { metadata }),
    ...(isListed && { task_ids: [...new Set([...(options.task ?? []), ...listed])] }),
  };
}

async function readIds(file: string): Promise<string[]> {
  const text = await (file === '-' ? textOf(process.stdin) : readText(file));
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim());
  const ids = lines.filter((line) => line !== '');
  const wrong = lines.findIndex((line) => line !== '' && !isId(line));
  if (wrong >= 0) throw new Error(`${file}: line ${wrong + 1} is not the id of a task.`);
  if (ids.length === 0) throw new Error(`${file} has no task ids.`);
  return ids;
}
