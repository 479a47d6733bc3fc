import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { AnnofabClient } from '../../lib/annofab/index.ts';
import type { Queue } from '../../lib/aws/queue.ts';
import { isDateTime } from '../../lib/core/date-time.ts';
import { isId } from '../../lib/core/ids.ts';
import {
  type BackfillPlan,
  estimateBackfill,
  planBackfill,
  sendBackfill,
} from '../../lib/deliveries/backfill/backfill.ts';
import { type SelectedTasks, selectTasks, type TaskSelection } from '../../lib/deliveries/backfill/select-tasks.ts';
import { EVENT_TYPES, type EventType } from '../../lib/webhooks/events.ts';
import { CREDENTIAL_HELP, clientFromEnvironment } from '../annofab-client.ts';
import { toId, toUrl } from '../arguments.ts';
import { type Deployment, queueOf, queuesOf } from '../deliveries/deployment.ts';
import { type DeploymentName, openDeployment } from '../deliveries/in-deployment.ts';
import { runCommand } from '../run-command.ts';
import { interrupted } from '../signals.ts';

interface Options extends DeploymentName {
  readonly project: string;
  readonly task?: readonly string[];
  readonly tasksFrom?: string;
  readonly completedFrom?: number;
  readonly completedTo?: number;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly rate: number;
  readonly maxBacklog: number;
  readonly dryRun?: true;
  readonly endpoint: string;
  readonly json?: true;
}

/** A task that was completed a moment ago is left to its webhook. */
const WEBHOOK_MS = 5 * 60_000;
const PROGRESS_MS = 1_000;

const HELP = `
The tasks are exported by the deployed functions, through the ledger and the queue, as those of live events. Live events go
first. To go on after an interruption, run the same command again: what the ledger has is not sent twice.
${CREDENTIAL_HELP}

AWS credentials come from the sources of the AWS command line. For the stack of "npm start", use --local <the address that it
prints for AWS>.`;

/** `npm run backfill` with these arguments: it exports the tasks that were completed before. */
export function backfill(args: readonly string[]): Promise<void> {
  return runCommand(backfillCommand(), args);
}

function backfillCommand(): Command {
  return new Command('npm run backfill --')
    .description(
      'Export the tasks of a project that were completed before: all, or by time, by metadata, or by a list.',
    )
    .requiredOption('--project <id>', 'id of the Annofab project', toId)
    .option('--task <id...>', 'only these tasks', collectIds)
    .option('--tasks-from <file>', 'only the tasks of a file with one id a line; - is the standard input')
    .option(
      '--completed-from <time>',
      'only tasks completed at this time or later: 2026-01-31, or with a time of day',
      asTime,
    )
    .option(
      '--completed-to <time>',
      'only tasks completed at this time or earlier; by default until 5 minutes ago',
      asTime,
    )
    .option('--metadata <key=value>', 'only tasks with this metadata; may be repeated', collectMetadata)
    .option('--rate <tasks>', 'how many tasks to send in a second', asNumber, 5)
    .option('--max-backlog <messages>', 'send nothing while as many messages wait in the queue', asWholeNumber, 50)
    .option('--dry-run', 'count the tasks, and estimate the time and the requests to Annofab; send nothing')
    .addOption(
      new Option('--endpoint <url>', "Annofab's address")
        .env('ANNOFAB_ENDPOINT_URL')
        .default('https://annofab.com')
        .argParser(toUrl),
    )
    .addOption(new Option('--stage <stage>', 'the stage of the deployment').default('dev'))
    .option('--region <region>', 'the region of the deployment', 'ap-northeast-1')
    .option('--table <name>', 'the ledger table, when the stage has more than one')
    .addOption(
      new Option('--local <url>', 'the AWS address of the local stack, instead of stage and region').argParser(toUrl),
    )
    .option('--json', 'print one line of JSON')
    .addHelpText('after', HELP)
    .action(run);
}

async function run(options: Options): Promise<void> {
  const stopping = new AbortController();
  void interrupted().then(() => stopping.abort());
  const { signal } = stopping;
  const annofab = clientFromEnvironment(options.endpoint);
  try {
    await exportTasks(annofab, options, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    console.error('Interrupted. Run the same command again to go on.');
    process.exitCode = 130;
  } finally {
    await annofab.close();
  }
}

async function exportTasks(annofab: AnnofabClient, options: Options, signal: AbortSignal): Promise<void> {
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
  const progress = createProgress(plan.tasks.length);
  const result = await sendBackfill({ ledger, queues: queuesByType(deployment) }, plan, {
    ...{ rate, maxBacklog, signal },
    depth: () => queuesOf(deployment, 'task-completed').depth(),
    onProgress: ({ sent, duplicates }) => progress(sent + duplicates),
    onUnrecorded: () => console.error('The ledger did not record a message that was sent; it is sent once more later.'),
  });
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

function durationText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.ceil((seconds % 3_600) / 60)];
  if (seconds < 60) return `${seconds} s`;
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`;
}

/** Writes at most one line a second on standard error, and one at the end. */
function createProgress(total: number): (done: number) => void {
  const begun = performance.now();
  let last = begun;
  return (done) => {
    const now = performance.now();
    if (done < total && now - last < PROGRESS_MS) return;
    last = now;
    const left = ((now - begun) / 1_000 / done) * (total - done);
    console.error(
      `${done} of ${total} tasks sent${done < total ? `, about ${durationText(Math.ceil(left))} left` : ''}`,
    );
  };
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

async function selectionOf(options: Options): Promise<TaskSelection> {
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
  const text = await (file === '-' ? textOf(process.stdin) : readFile(file, 'utf8'));
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

function collectIds(value: string, before: readonly string[] = []): string[] {
  return [...before, toId(value)];
}

function collectMetadata(value: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, key, text] = /^([A-Za-z0-9_-]+)=(.*)$/s.exec(value) ?? [];
  if (key === undefined || text === undefined) throw new InvalidArgumentError('It must be a key, = and a value.');
  return { ...before, [key]: text };
}

/** A day begins in the time zone of this machine, as people mean it. */
function asTime(value: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const time = Date.parse(isDay ? `${value}T00:00:00` : value);
  if (Number.isNaN(time) || !(isDay || isDateTime(value))) {
    throw new InvalidArgumentError('It must be a day (2026-01-31) or a date-time (2026-01-31T09:00:00.000+09:00).');
  }
  return time;
}

function asNumber(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 1_000)) throw new InvalidArgumentError('It must be a number from above 0 to 1000.');
  return number;
}

function asWholeNumber(value: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 to 999999.');
  return Number(value);
}
