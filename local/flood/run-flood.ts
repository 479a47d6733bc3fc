import { setTimeout as sleep } from 'node:timers/promises';
import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import { isJsonObject, ownField } from '../../lib/core/json.ts';
import { SECRET_HEADER, WEBHOOK_PATH } from '../../lib/webhooks/templates.ts';
import { demoSeed } from '../annofab/index.ts';
import type { LogLine } from '../lambda/logs.ts';
import { localNames } from '../names.ts';
import { type Stack, startStack } from '../stack.ts';

export interface FloodOptions {
  /** How many events the flooding project sends. */
  readonly events: number;
  /** How many exports run at the same time. */
  readonly workers: number;
  /** How long Annofab takes for each look at a task, in milliseconds, so that a backlog builds up. */
  readonly lookMs: number;
}

export interface FloodReport {
  /** Messages of the flooding project that were in the queue when the other project's event arrived. */
  readonly backlog: number;
  /** How many of them were started before the other project's event. */
  readonly overtaken: number;
  /** From the arrival of the other project's event until it was exported. */
  readonly seconds: number;
}

const FLOODING = 'flooding-project';
const QUIET = localNames.project;
const TASK = 'task-1';
const POSTS_AT_ONCE = 10;
const LOOK_AGAIN_MS = 20;

/**
 * Floods the local stack: a member of one project sends events that are made up, as fast as the receiver takes them, and then a
 * task of another project is completed.
 */
export async function runFlood({ events, workers, lookMs }: FloodOptions): Promise<FloodReport> {
  const lines: { readonly line: LogLine; readonly at: number }[] = [];
  const stack = await startStack({
    annofab: { seed: twoProjects() },
    functions: { maxProcesses: workers },
    onLog: (line) => void lines.push({ line, at: performance.now() }),
  });
  try {
    stack.annofab.faults.add({ operation: 'getTask', delayMs: lookMs });
    await flood(stack, events);
    const { visible: backlog } = await stack.host.backlog();
    const before = lines.length;
    await stack.annofab.completeTask(QUIET, TASK);
    const isOfQuiet = (label: string) => label.includes(`/${QUIET}/${TASK}/`);
    const find = (message: string) => lines.slice(before).find(({ line }) => isOfQuiet(labelOf(line, message) ?? ''));
    while (find('Delivery processed') === undefined) await sleep(LOOK_AGAIN_MS);

    const [received, started, done] = [
      find('Delivery received and queued'),
      find('Delivery processing started'),
      find('Delivery processed'),
    ];
    if (received === undefined || started === undefined || done === undefined) throw new Error('A log line is missing');
    const between = lines.slice(lines.indexOf(received), lines.indexOf(started));
    const overtaken = between.filter(({ line }) => labelOf(line, 'Delivery processing started') !== undefined).length;
    return { backlog, overtaken, seconds: (done.at - received.at) / 1_000 };
  } finally {
    stack.annofab.faults.clear();
    await stack.stop();
  }
}

function twoProjects() {
  const projects = demoSeed.projects.flatMap((project) =>
    project.project_id === QUIET ? [project, { ...project, project_id: FLOODING }] : [project],
  );
  return { ...demoSeed, projects };
}

/** Each event has a moment of its own, so that none is a duplicate. */
async function flood({ host }: Stack, events: number): Promise<void> {
  const url = `${host.url}${WEBHOOK_PATH}/task-completed`;
  const headers = { [SECRET_HEADER]: localNames.webhookSecret };
  const begun = Date.now();
  const numbers = Array.from({ length: events }, (_, number) => number);
  await mapInOrder(numbers, POSTS_AT_ONCE, async (number) => {
    const complete_datetime = new Date(begun - number).toISOString();
    const event = { event_type: 'task-completed', project_id: FLOODING, task_id: TASK, complete_datetime };
    const body = JSON.stringify(event);
    // On a busy machine the receiver may be late, and then asks for the same again.
    for (let status = 503; status === 503; ) ({ status } = await fetch(url, { method: 'POST', headers, body }));
  });
}

/** The label of the delivery that a line with this message is about. */
function labelOf({ text }: LogLine, message: string): string | undefined {
  if (!text.includes(`"${message}"`)) return undefined;
  const json: unknown = JSON.parse(text);
  const label = isJsonObject(json) ? ownField(json, 'delivery') : undefined;
  return typeof label === 'string' ? label : undefined;
}
