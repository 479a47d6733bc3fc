import type { Task } from '../../lib/annofab/generated/schemas.ts';
import { completeTask } from './control/complete-task.ts';
import { createFaults, type Fault, type Faults } from './control/faults.ts';
import { createRecorder, type Spy } from './control/spy.ts';
import { createStaleTasks } from './control/stale-tasks.ts';
import { type Clock, createClock } from './core/clock.ts';
import type { Services } from './core/services.ts';
import { defaultSettings, type Settings } from './core/settings.ts';
import { assertSettings } from './core/settings-check.ts';
import { loadSnapshot } from './core/snapshot/index.ts';
import { createState, type State } from './core/state.ts';
import { createWorld, type World } from './core/world.ts';
import { startFileServer } from './files/file-server.ts';
import { createCookieSigner } from './files/signed-cookies.ts';
import { createJobs, type JobEngine } from './jobs/jobs.ts';
import { catchUpWithNight } from './jobs/nightly-jobs.ts';
import { applySeed } from './seed/apply.ts';
import { demoSeed } from './seed/demo-seed.ts';
import type { Seed } from './seed/seed.ts';
import { createApp } from './server/app.ts';
import { createContract, type Violation } from './server/contract/index.ts';
import { createRateLimit } from './server/rate-limit.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

export type { Fault, Faults, RequestFault, WebhookFault } from './control/faults.ts';
export type { RecordedDelivery, RecordedRequest, Spy } from './control/spy.ts';
export type { Settings } from './core/settings.ts';
export type { State } from './core/state.ts';
export { demoSeed } from './seed/demo-seed.ts';
export type { Seed } from './seed/seed.ts';

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
  /** The text of a snapshot to go on from, instead of a seed: see `World.save`. */
  snapshot?: string;
  /** What else is to be in the state at the beginning, and after each `reset`. */
  prepare?: (state: State) => void | Promise<void>;
  /** What is to go wrong from the beginning. */
  faults?: readonly Fault[];
  /** Names of this machine, beside `localhost` and IP addresses, under which `/__emulator/` may be asked. */
  controlHosts?: readonly string[];
  /** Answer the operations that Annofab has removed, too: the setting of that name. */
  legacy?: boolean;
  /** Compare all traffic with the API description: see `violations`. Costs a second at the start. */
  checkContract?: boolean;
  /** Where time comes from, until the clock is set. */
  now?: () => Date;
}

export interface AnnofabEmulator extends World, AsyncDisposable {
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

/** How often it is looked whether the night's work is due. */
const NIGHT_LOOK_MS = 1_000;

/**
 * Starts an Annofab on this machine: its API on one origin, its files on another.
 *
 * @throws Error when a port is taken, the seed contradicts itself, or a setting, fault or snapshot is none
 * @example
 * const annofab = await startAnnofabEmulator();
 * annofab.faults.add({ operation: 'getTask', status: 429, retryAfter: 30, times: 2 });
 * await annofab.completeTask('demo-project', 'task-1');
 * const delivery = await annofab.spy.waitForWebhook({ eventType: 'task-completed' });
 * await annofab.stop();
 */
export async function startAnnofabEmulator(options: EmulatorOptions = {}): Promise<AnnofabEmulator> {
  const { port = 0, filesPort = 0, host = '127.0.0.1', legacy = defaultSettings.legacy } = options;
  const settings: Settings = { ...defaultSettings, legacy, ...options.settings };
  assertSettings(settings);
  const clock = createClock(options.now, () => settings.shortDateTimes);
  const state = createState();
  const faults = createFaults(settings);
  const { spy, ...recorder } = createRecorder();
  const cookies = createCookieSigner(clock);
  const files = await startFileServer({ store: state.files, clock, settings, cookies, faults, port: filesPort, host });
  const jobs = createJobs({ clock, settings });
  const staleTasks = createStaleTasks();
  const rateLimit = createRateLimit({ clock, settings });
  const webhooks = createWebhooks({ clock, settings, jobs, recorder, faults, staleTasks });
  const services: Services = { state, clock, settings, files, cookies, jobs, webhooks, rateLimit, staleTasks };
  const contract = options.checkContract ? createContract() : undefined;
  const begin = () => beginWorld(services, faults, options);
  const world = createWorld({ ...services, faults, spy, jobs, webhooks, begin });
  const control = { ...services, faults, spy, world, hosts: options.controlHosts ?? [] };
  const app = createApp({ services, faults, recorder, contract, control });
  const night = setInterval(() => catchUpWithNight(services), NIGHT_LOOK_MS).unref();

  const stop = async (): Promise<void> => {
    clearInterval(night);
    jobs.abandon();
    await Promise.all([webhooks.stop(), app.close(), files.stop()]);
  };
  try {
    await begin();
    clock.onMove(() => catchUpWithNight(services));
    return {
      ...world,
      url: await app.listen({ port, host }),
      filesUrl: files.url,
      state,
      clock,
      settings,
      faults,
      spy,
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

/** Fills an empty state. What the caller sets outweighs what a snapshot brings. */
async function beginWorld(services: Services, faults: Faults, options: EmulatorOptions): Promise<void> {
  const { state, clock, settings } = services;
  if (options.snapshot === undefined) {
    applySeed(
      state,
      options.seed ?? demoSeed,
      createClock(
        () => new Date(clock.now().getTime() - SEED_AGE_MS),
        () => settings.shortDateTimes,
      ),
    );
  } else {
    loadSnapshot(options.snapshot, { state, clock, settings });
    Object.assign(settings, options.settings);
  }
  await options.prepare?.(state);
  for (const fault of options.faults ?? []) faults.add(fault);
  catchUpWithNight(services);
}
