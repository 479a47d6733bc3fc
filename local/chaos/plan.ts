import { createRandom } from '../random.ts';

/** The steps of a run. They depend only on the number of deliveries and the seed. */
export interface ChaosPlan {
  readonly seed: number;
  readonly projects: readonly PlannedProject[];
  readonly steps: readonly Step[];
}

export interface PlannedProject {
  readonly project_id: string;
  readonly taskIds: readonly string[];
  /** Those of `taskIds` that cannot be exported. */
  readonly damagedTaskIds: readonly string[];
}

interface TaskIds {
  readonly project_id: string;
  readonly task_id: string;
}

export type Step =
  /** An event: a task passes its acceptance, possibly again. */
  | ({ readonly kind: 'complete' } & TaskIds)
  /** An event: the annotation archive of a project is rebuilt. */
  | { readonly kind: 'archive'; readonly project_id: string }
  /** An event: input data are registered from a ZIP. */
  | { readonly kind: 'inputs'; readonly name: string }
  /** An event: a project is copied. */
  | { readonly kind: 'copy'; readonly dest_project_id: string }
  /** Another program writes its own metadata to a task that was just completed. */
  | ({ readonly kind: 'foreign'; readonly how: ForeignWrite; readonly afterMs: number } & TaskIds)
  /** A function's process is killed during its work. */
  | { readonly kind: 'kill'; readonly functionName: string; readonly afterCalls: number }
  /** The webhook endpoint changes its state. */
  | { readonly kind: 'endpoint'; readonly is: 'up' | 'refusing' | 'silent' }
  /** A service answers only errors for a while. */
  | { readonly kind: 'outage'; readonly of: Outage; readonly milliseconds: number }
  | { readonly kind: 'rotate'; readonly what: 'credential' | 'webhook-secret'; readonly phase: 'begin' | 'end' }
  | { readonly kind: 'reconcile' };

/** `beside`: other values are kept. `over`: the application's values are lost, since they were read before it wrote. */
export type ForeignWrite = 'beside' | 'over';

export type Outage = 's3' | 'sqs' | 'dynamodb' | 'secretsmanager' | 'annofab';

/** The project that is copied and in which input data are registered. */
export const TEMPLATE_PROJECT = 'chaos-template';

/** The share of each project in the tasks. Archives are built of the smallest project, since the time grows with its size. */
const SHARES: Readonly<Record<string, number>> = { 'chaos-a': 0.55, 'chaos-b': 0.3, 'chaos-c': 0.11, 'chaos-d': 0.04 };
const ARCHIVED = 'chaos-d';

/** Shares of all events; the rest are completed tasks. */
const RARE_EVENTS = { archive: 0.01, inputs: 0.02, copy: 0.01 };
/** Shares of all completions. */
const AGAIN = 0.08;
const DAMAGED = 0.004;
const FOREIGN = 0.15;

/** The functions whose processes are killed, weighted by repetition. */
const KILLED_FUNCTIONS: readonly string[] = [
  ...Array.from({ length: 13 }, () => 'on-task-completed'),
  ...Array.from({ length: 4 }, () => 'receive-webhook'),
  ...Array.from({ length: 2 }, () => 'reconcile-deliveries'),
  'on-annotation-archive-updated',
];

const OUTAGES: readonly Outage[] = ['dynamodb', 'sqs', 'annofab', 's3', 'secretsmanager'];

/** A limit, since starting a process takes longer than dozens of deliveries. */
const MAX_KILLS = 150;

/** About the number of AWS requests that one delivery causes. */
const CALLS_OF_A_DELIVERY = 20;

/**
 * Plans a run with this number of events.
 *
 * @example
 * const { steps } = planChaos({ deliveries: 10_000, seed: 1 });
 */
export function planChaos({ deliveries, seed }: { deliveries: number; seed: number }): ChaosPlan {
  const random = createRandom(seed);
  const tasks = createTasks(random);
  const faults = planFaults(deliveries, random);
  const steps: Step[] = [];
  for (let event = 0; event < deliveries; event += 1) {
    steps.push(...(faults.get(event) ?? []), ...planEvent(event, tasks, random));
  }
  return { seed, projects: tasks.projects(), steps };
}

function planEvent(event: number, tasks: Tasks, random: () => number): Step[] {
  const lot = random();
  if (lot < RARE_EVENTS.archive) return [{ kind: 'archive', project_id: ARCHIVED }];
  if (lot < RARE_EVENTS.archive + RARE_EVENTS.inputs) return [{ kind: 'inputs', name: `inputs-${event}` }];
  if (lot < RARE_EVENTS.archive + RARE_EVENTS.inputs + RARE_EVENTS.copy) {
    return [{ kind: 'copy', dest_project_id: `chaos-copy-${event}` }];
  }
  const task = tasks.take();
  const complete: Step = { kind: 'complete', ...task };
  if (random() >= FOREIGN) return [complete];
  const how = random() < 0.5 ? 'over' : 'beside';
  return [complete, { kind: 'foreign', ...task, how, afterMs: Math.floor(random() * 2_000) }];
}

/** The faults by the number of the event that they precede. */
function planFaults(deliveries: number, random: () => number): Map<number, Step[]> {
  const faults = new Map<number, Step[]>();
  const at = (share: number, step: Step) => {
    const event = Math.min(deliveries - 1, Math.floor(share * deliveries));
    faults.set(event, [...(faults.get(event) ?? []), step]);
  };
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  /** Spreads a step over the run: evenly, with a random offset, and not at the very beginning. */
  const spread = (times: number, use: (share: number, index: number) => void) => {
    for (let index = 0; index < times; index += 1) use(0.05 + ((index + random()) / times) * 0.85, index);
  };

  spread(Math.min(Math.ceil(deliveries / 25), MAX_KILLS), (share) => {
    const functionName = pick(KILLED_FUNCTIONS) ?? 'on-task-completed';
    at(share, { kind: 'kill', functionName, afterCalls: Math.floor(random() * 5 * CALLS_OF_A_DELIVERY) });
  });
  spread(Math.ceil(deliveries / 2_500), (share, index) => {
    at(share, { kind: 'endpoint', is: index % 2 === 0 ? 'refusing' : 'silent' });
    at(share + 0.01, { kind: 'endpoint', is: 'up' });
  });
  spread(Math.ceil(deliveries / 500), (share, index) => {
    const of = OUTAGES[index % OUTAGES.length] ?? 's3';
    at(share, { kind: 'outage', of, milliseconds: 500 + Math.floor(random() * 1_000) });
  });
  spread(Math.ceil(deliveries / 3_000), (share, index) => {
    for (const what of ['credential', 'webhook-secret'] as const) {
      const begin = share + (what === 'credential' ? 0 : 0.3 / Math.max(3, deliveries / 1_000)) + index * 0.001;
      at(begin, { kind: 'rotate', what, phase: 'begin' });
      at(begin + 0.05, { kind: 'rotate', what, phase: 'end' });
    }
  });
  spread(Math.ceil(deliveries / 2_500), (share) => at(share, { kind: 'reconcile' }));
  return faults;
}

interface Tasks {
  /** The task that is completed next: a new one, or one that has been completed before. */
  take(): TaskIds;
  projects(): PlannedProject[];
}

function createTasks(random: () => number): Tasks {
  const projects = new Map(Object.keys(SHARES).map((id) => [id, { taskIds: [] as string[], damaged: [] as string[] }]));
  const whole: TaskIds[] = [];

  function project(): string {
    let left = random();
    for (const [id, share] of Object.entries(SHARES)) {
      left -= share;
      if (left < 0) return id;
    }
    return ARCHIVED;
  }

  return {
    take() {
      const again = random() < AGAIN ? whole[Math.floor(random() * whole.length)] : undefined;
      if (again !== undefined) return again;
      const isDamaged = random() < DAMAGED;
      const project_id = project();
      const { taskIds = [], damaged = [] } = projects.get(project_id) ?? {};
      const task_id = `${isDamaged ? 'damaged' : 'task'}-${taskIds.length + 1}`;
      taskIds.push(task_id);
      if (isDamaged) damaged.push(task_id);
      else whole.push({ project_id, task_id });
      return { project_id, task_id };
    },
    projects: () =>
      [...projects].map(([project_id, { taskIds, damaged }]) => ({ project_id, taskIds, damagedTaskIds: damaged })),
  };
}
