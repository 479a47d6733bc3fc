import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Task } from '../../lib/annofab/api-description.ts';
import { isJsonObject, ownField } from '../../lib/core/json.ts';
import type { State } from '../annofab/index.ts';
import type { LogLine } from '../lambda/logs.ts';
import { localNames } from '../names.ts';
import { type Stack, startStack } from '../stack.ts';

export interface BackfillRunOptions {
  /** How many tasks were completed before. */
  readonly tasks: number;
  /** How many exports run at the same time. */
  readonly workers: number;
  /** The rate of the command, in tasks a second. */
  readonly rate: number;
  /** How many tasks are completed before the backfill, and as many in each half of it. */
  readonly liveTasks: number;
  /** Called with a line for people. */
  readonly onStep?: (line: string) => void;
}

export interface BackfillReport {
  /** How many of the tasks the first command had sent when it was killed. */
  readonly sentBeforeKill: number;
  /** The output of the command that went on. */
  readonly resumed: { readonly known: number; readonly sent: number };
  /** How many of the tasks were exported, and how many more than once. */
  readonly exported: number;
  readonly exportedAgain: number;
  /** From the arrival of a live event until it was processed, in milliseconds: the median. */
  readonly liveAloneMs: number;
  readonly liveMeanwhileMs: number;
  readonly seconds: number;
}

const PROJECT = localNames.project;
const LOOK_AGAIN_MS = 20;
const BETWEEN_LIVE_MS = 500;
const OLD = 'old-';
const LIVE = 'live-';
const COMMAND = fileURLToPath(new URL('../../cli/annofab-functions.js', import.meta.url));

/**
 * Backfills tasks on the local stack, with its real command: it is killed in the middle and started again, while other tasks are
 * completed.
 */
export async function runBackfill(options: BackfillRunOptions): Promise<BackfillReport> {
  const { tasks, workers, onStep = () => {} } = options;
  const log = createLogIndex();
  const stack = await startStack({
    annofab: { prepare: (state) => addTasks(state, options) },
    functions: { maxProcesses: workers, settings: { exportConcurrency: workers } },
    onLog: log.add,
  });
  let live = 0;
  const completeOne = async (): Promise<number> => {
    live += 1;
    return completeLive(stack, log, `${LIVE}${live}`);
  };
  try {
    await completeOne(); // The first event starts the functions.
    const alone = await repeat(options.liveTasks, completeOne);
    onStep(`A live event alone takes ${median(alone)} ms.`);

    const begun = performance.now();
    const first = startCommand(stack, options);
    const [meanwhile, sentBeforeKill] = await Promise.all([
      repeat(options.liveTasks, completeOne, first.ended),
      first.killAt(Math.floor(tasks / 2)),
    ]);
    onStep(`Killed after ${sentBeforeKill} of ${tasks} tasks.`);
    const second = startCommand(stack, options);
    meanwhile.push(...(await repeat(options.liveTasks, completeOne, second.ended)));
    const resumed = await second.result();
    await stack.settled();

    const counts = [...log.exports].filter(([task]) => task.startsWith(OLD)).map(([, count]) => count);
    return {
      ...{ sentBeforeKill, resumed },
      exported: counts.length,
      exportedAgain: counts.filter((count) => count > 1).length,
      liveAloneMs: median(alone),
      liveMeanwhileMs: median(meanwhile),
      seconds: (performance.now() - begun) / 1_000,
    };
  } finally {
    await stack.stop();
  }
}

/** Tasks that were completed an hour ago and before, each with one input data, and tasks to be completed. */
function addTasks(state: State, { tasks, liveTasks }: BackfillRunOptions): void {
  const project = state.projects.get(PROJECT);
  const [template] = project?.tasks.values() ?? [];
  if (project === undefined || template === undefined) throw new Error('The seed has no task');
  const add = (task_id: string, more: Partial<Task>) => {
    const input_data_id_list = template.input_data_id_list.slice(0, 1);
    project.tasks.set(task_id, { ...structuredClone(template), task_id, input_data_id_list, metadata: {}, ...more });
  };
  const hourAgo = Date.now() - 3_600_000;
  for (let number = 0; number < tasks; number += 1) {
    const at = new Date(hourAgo - number * 1_000).toISOString();
    const times = { updated_datetime: at, operation_updated_datetime: at };
    add(`${OLD}${number}`, { phase: 'acceptance', status: 'complete', ...times });
  }
  for (let number = 1; number <= 3 * liveTasks + 1; number += 1) {
    add(`${LIVE}${number}`, { phase: 'annotation', phase_stage: 1, status: 'not_started', histories_by_phase: [] });
  }
}

interface LogIndex {
  readonly add: (line: LogLine) => void;
  /** How often each task was exported. */
  readonly exports: ReadonlyMap<string, number>;
  /** When a line with this message came about a task, by the clock of {@link performance}. */
  timeOf(message: string, task_id: string): number | undefined;
}

const OF_LIVE = ['Delivery received and queued', 'Delivery processed'];

function createLogIndex(): LogIndex {
  const exports = new Map<string, number>();
  const times = new Map<string, number>();
  return {
    exports,
    add({ text }) {
      const json: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
      if (!isJsonObject(json)) return;
      const message = String(ownField(json, 'message'));
      if (message === 'Task exported') {
        const task = String(ownField(json, 'task_id'));
        exports.set(task, (exports.get(task) ?? 0) + 1);
      }
      if (!OF_LIVE.includes(message)) return;
      const [, , task = ''] = String(ownField(json, 'delivery')).split('/');
      if (task.startsWith(LIVE)) times.set(`${message}/${task}`, performance.now());
    },
    timeOf: (message, task_id) => times.get(`${message}/${task_id}`),
  };
}

/** @returns how long its event took, in milliseconds */
async function completeLive(stack: Stack, log: LogIndex, task_id: string): Promise<number> {
  await stack.annofab.completeTask(PROJECT, task_id);
  const [received, processed] = OF_LIVE.map((message) => () => log.timeOf(message, task_id));
  for (;;) {
    const [from, to] = [received?.(), processed?.()];
    if (from !== undefined && to !== undefined) return Math.round(to - from);
    await sleep(LOOK_AGAIN_MS);
  }
}

/** Runs it some times, with pauses between, until the work beside it has ended. */
async function repeat(times: number, run: () => Promise<number>, ended?: Promise<unknown>): Promise<number[]> {
  const results: number[] = [];
  let isOver = false;
  void ended?.then(() => {
    isOver = true;
  });
  while (results.length < times && !isOver) {
    results.push(await run());
    await sleep(BETWEEN_LIVE_MS);
  }
  return results;
}

function startCommand({ aws, annofab }: Stack, { rate, tasks }: BackfillRunOptions) {
  const args = ['--project', PROJECT, '--rate', String(rate), '--local', aws.sqsUrl, '--json'];
  const child = spawn(process.execPath, [COMMAND, 'backfill', ...args], {
    env: { ...process.env, ANNOFAB_PAT: localNames.personalAccessToken, ANNOFAB_ENDPOINT_URL: annofab.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  let sent = 0;
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stderr });
  lines.on('line', (line) => {
    errors.push(line);
    sent = Number(/^(\d+) of \d+ tasks sent/.exec(line)?.[1] ?? sent);
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  return {
    ended,
    async killAt(number: number): Promise<number> {
      while (sent < number && child.exitCode === null) await sleep(LOOK_AGAIN_MS);
      if (child.exitCode !== null) {
        await ended; // Its last lines may still be on their way.
        throw new Error(`The command ended before it was killed: ${errors.join('\n')}`);
      }
      child.kill('SIGKILL');
      await ended;
      if (sent >= tasks) throw new Error('The command was killed too late');
      return sent;
    },
    async result(): Promise<BackfillReport['resumed']> {
      await ended;
      if (child.exitCode !== 0) throw new Error(`The command failed: ${errors.join('\n')}`);
      const json: unknown = JSON.parse(output);
      const field = (name: string) => Number(isJsonObject(json) ? ownField(json, name) : undefined);
      return { known: field('known'), sent: field('sent') };
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
