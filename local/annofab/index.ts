import type { Task } from '../../lib/annofab/generated/schemas.ts';
import { createApp } from './app.ts';
import { type Clock, createClock } from './clock.ts';
import { completeTask } from './complete-task.ts';
import { createContract, type Violation } from './contract/index.ts';
import { demoSeed } from './demo-seed.ts';
import { createFaults, type Faults } from './faults.ts';
import { startFileServer } from './file-server.ts';
import { createJobs, type JobEngine } from './jobs.ts';
import { createRateLimit } from './rate-limit.ts';
import { applySeed } from './seed/apply.ts';
import type { Seed } from './seed.ts';
import type { Services } from './services.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { createCookieSigner } from './signed-cookies.ts';
import { createRecorder, type Spy } from './spy.ts';
import { createStaleTasks } from './stale-tasks.ts';
import { createState, type State } from './state.ts';
import { createWebhooks } from './webhooks.ts';

export { demoSeed } from './demo-seed.ts';
export type { Fault, Faults, RequestFault, WebhookFault } from './faults.ts';
export type { Seed } from './seed.ts';
export type { Settings } from './settings.ts';
export type { RecordedDelivery, RecordedRequest, Spy } from './spy.ts';
export type { State } from './state.ts';

export interface EmulatorOptions {
  /** 0, the default, is a free port. */
  port?: number;
  /** The file server's; a free one unless told otherwise. */
  filesPort?: number;
  /** Only this machine, unless told otherwise. */
  host?: string;
  /** The demo project, unless told otherwise. */
  seed?: Seed;
  settings?: Partial<Settings>;
  /** Answer the operations that Annofab has removed, too: the setting of that name. */
  legacy?: boolean;
  /** Compare all traffic with the API description: see `violations`. Costs a second at the start. */
  checkContract?: boolean;
  /** Where time comes from, until the clock is set. */
  now?: () => Date;
}

export interface AnnofabEmulator extends AsyncDisposable {
  /** The API's origin: `http://127.0.0.1:…`. */
  readonly url: string;
  /** The file server's, another one. */
  readonly filesUrl: string;
  readonly state: State;
  readonly clock: Clock;
  /** May be changed at any time. */
  readonly settings: Settings;
  readonly faults: Faults;
  readonly spy: Spy;
  /** What did not fit the API description, of requests that were carried out and of all answers. */
  readonly violations: readonly Violation[];
  /** To hold jobs in progress, and to let them finish. */
  readonly jobs: JobEngine;
  /**
   * Takes a task to acceptance, complete, by the operations that people use; that fires its webhooks. A task that is
   * complete already is re-opened first.
   *
   * @throws Error when there is no such project or task
   */
  completeTask(projectId: string, taskId: string): Promise<Task>;
  /** Resolves when no job and no webhook is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** The seed's story took place the day before: what happens from now on is later than all of it. */
const SEED_AGE_MS = 24 * 60 * 60 * 1000;

/**
 * Starts an Annofab on this machine: its API on one origin, its files on another.
 *
 * @throws Error when a port is taken, or the seed contradicts itself
 * @example
 * await using annofab = await startAnnofabEmulator();
 * annofab.faults.add({ operation: 'getTask', status: 429, retryAfter: 30, times: 2 });
 * await annofab.completeTask('demo-project', 'task-1');
 * const delivery = await annofab.spy.waitForWebhook({ eventType: 'task-completed' });
 */
export async function startAnnofabEmulator(options: EmulatorOptions = {}): Promise<AnnofabEmulator> {
  const { port = 0, filesPort = 0, host = '127.0.0.1', seed = demoSeed } = options;
  const clock = createClock(options.now);
  const { legacy = defaultSettings.legacy } = options;
  const settings: Settings = { ...defaultSettings, legacy, ...options.settings };
  const state = createState();
  applySeed(
    state,
    seed,
    createClock(() => new Date(clock.now().getTime() - SEED_AGE_MS)),
  );

  const faults = createFaults(settings);
  const recorder = createRecorder();
  const cookies = createCookieSigner(clock);
  const files = await startFileServer({ store: state.files, clock, settings, cookies, faults, port: filesPort, host });
  const jobs = createJobs({ clock, settings });
  const staleTasks = createStaleTasks();
  const webhooks = createWebhooks({ clock, settings, jobs, recorder, faults, staleTasks });
  const services: Services = {
    state,
    clock,
    settings,
    files,
    cookies,
    jobs,
    webhooks,
    rateLimit: createRateLimit({ clock, settings }),
    staleTasks,
  };
  const contract = options.checkContract ? createContract() : undefined;
  const app = createApp({ services, faults, recorder, contract });

  const stop = async (): Promise<void> => {
    jobs.stop();
    await Promise.all([webhooks.stop(), app.close(), files.stop()]);
  };
  try {
    return {
      url: await app.listen({ port, host }),
      filesUrl: files.url,
      state,
      clock,
      settings,
      faults,
      spy: recorder.spy,
      violations: contract?.violations ?? [],
      jobs,
      completeTask: async (projectId, taskId) => completeTask(services, projectId, taskId),
      settled: async () => {
        await jobs.settled();
        await webhooks.settled();
      },
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
