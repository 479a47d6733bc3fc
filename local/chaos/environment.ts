import { type Chat, startChat } from '../chat.ts';
import type { FunctionOverride } from '../lambda/options.ts';
import { type Stack, startStack } from '../stack.ts';
import { createEvents, type Events } from './events.ts';
import { type AnnofabFaults, createAnnofabFaults } from './faults/annofab-faults.ts';
import { type AwsFaults, createAwsFaults } from './faults/aws-faults.ts';
import { createProcessKiller, type ProcessKiller } from './faults/process-killer.ts';
import { type Credentials, createCredentials } from './faults/rotating-credentials.ts';
import { startTcpProxy, type TcpProxy } from './faults/tcp-proxy.ts';
import { createForeignClient, type ForeignClient } from './foreign-client.ts';
import { type ChaosPlan, TEMPLATE_PROJECT } from './plan.ts';
import { chaosSeed, damageTasks } from './seed.ts';
import { createLogIndex, type LogIndex } from './verify/log-index.ts';

/** The stack, the faults that are injected into it, and the records of what happened. */
export interface Environment {
  readonly plan: ChaosPlan;
  readonly stack: Stack;
  readonly events: Events;
  readonly logIndex: LogIndex;
  readonly chat: Chat;
  readonly proxy: TcpProxy;
  readonly annofab: AnnofabFaults;
  readonly aws: AwsFaults;
  readonly processKiller: ProcessKiller;
  readonly foreign: ForeignClient;
  readonly credentials: Credentials;
  /** Whether this task was damaged, so that it cannot be exported. */
  isDamaged(projectId: string, taskId: string): boolean;
  /** Continues with the next steps while this work runs. */
  runInBackground(work: Promise<unknown>): void;
  /** Stops all faults. @returns how often each kind has occurred */
  stopFaults(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** Shifts Annofab's clock back, so that its jobs are older than the five minutes that the reconciliation ignores. */
const ANNOFAB_LATE_MS = 20 * 60 * 1000;

/** Waits that take minutes in production. */
const SHORT_WAITS = {
  RATE_LIMITED_SECONDS: '1',
  MAINTENANCE_SECONDS: '1',
  JOB_RUNNING_SECONDS: '1',
  EARLY_EVENT_RETRY_SECONDS: '1,1,1,2,2,3',
  RESEND_AFTER_SECONDS: '5',
  LEDGER_DOWN_SECONDS: '2',
};

/**
 * A short timeout for each function that a queue feeds, since the lease of a delivery lasts as long: a killed worker's delivery, and
 * the second message of one that is being processed, wait for its end.
 */
const WORKER_SECONDS = 12;
const timeoutSeconds = WORKER_SECONDS;
const overrides: Readonly<Record<string, FunctionOverride>> = {
  'on-task-completed': { handler: 'local/chaos/functions/on-task-completed.handler', timeoutSeconds },
  'on-annotation-archive-updated': {
    handler: 'local/chaos/functions/on-annotation-archive-updated.handler',
    timeoutSeconds,
  },
  'on-input-data-zip-registered': { timeoutSeconds },
  'on-project-copy-completed': { timeoutSeconds },
};

/** Longer than an outage, so that a message does not fail repeatedly because of one outage. */
const RETRY_SECONDS = 3;

/** Starts the stack with faults enabled. */
export async function startEnvironment(plan: ChaosPlan): Promise<Environment> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let last = stops.pop(); last !== undefined; last = stops.pop()) await last();
  };
  try {
    return { ...(await start(plan, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(plan: ChaosPlan, stops: (() => Promise<void>)[]): Promise<Omit<Environment, 'stop'>> {
  const logIndex = createLogIndex();
  const proxy = await startTcpProxy();
  stops.push(proxy.close);
  const chat = await startChat();
  stops.push(chat.close);
  const stack = await startChaosStack(plan, { proxy, chat, logIndex });
  stops.push(stack.stop);
  const over = new AbortController();
  stops.push(async () => over.abort());

  const processKiller = createProcessKiller(stack.host);
  const annofab = createAnnofabFaults(stack.annofab.faults);
  const aws = createAwsFaults({ seed: plan.seed, onCall: processKiller.count });
  const credentials = createCredentials(stack);
  const background = new Set<Promise<unknown>>();
  const damaged = new Set(
    plan.projects.flatMap(({ project_id, damagedTaskIds }) => damagedTaskIds.map((id) => `${project_id}/${id}`)),
  );
  stack.aws.faults.decideBy(aws.decide);

  return {
    plan,
    stack,
    events: createEvents(),
    logIndex,
    chat,
    proxy,
    annofab,
    aws,
    processKiller,
    foreign: createForeignClient(stack.annofab, over.signal),
    credentials,
    isDamaged: (projectId, taskId) => damaged.has(`${projectId}/${taskId}`),
    runInBackground(work) {
      const going: Promise<unknown> = work.finally(() => background.delete(going));
      background.add(going);
    },
    async stopFaults() {
      await Promise.all(background);
      const hits = [...annofab.hits(), ...aws.hits()].filter(([, count]) => count > 0);
      stack.annofab.faults.clear();
      stack.aws.faults.clear();
      processKiller.disarm();
      await proxy.set('up');
      return Object.fromEntries(hits.sort());
    },
  };
}

/** The projects whose deliveries are expected in the ledger. */
export function projectIdsOf({ projects }: ChaosPlan): string[] {
  return [...projects.map(({ project_id }) => project_id), TEMPLATE_PROJECT];
}

async function startChaosStack(
  plan: ChaosPlan,
  { proxy, chat, logIndex }: { proxy: TcpProxy; chat: Chat; logIndex: LogIndex },
): Promise<Stack> {
  const stack = await startStack({
    // Slow answers are among the faults: the functions have to cope with them under their real limits.
    timeLimits: 'aws',
    retryAfterFailureSeconds: RETRY_SECONDS,
    onLog: logIndex.add,
    env: {
      ...SHORT_WAITS,
      CHAT_URL: chat.url,
      WEBHOOK_URL: proxy.url,
      RECONCILE_PROJECT_IDS: projectIdsOf(plan).join(),
      // After its secret was changed, a webhook counts as new.
      QUEUE_UNFIRED: 'true',
    },
    functions: { overrides },
    annofab: {
      seed: chaosSeed(plan, proxy.url),
      settings: { faultSeed: plan.seed },
      prepare: (state) => damageTasks(state, plan),
      now: () => new Date(Date.now() - ANNOFAB_LATE_MS),
    },
  });
  proxy.leadTo(stack.host.url);
  return stack;
}
