import type { Task } from '../../lib/annofab/api-description.ts';
import { isLoopback } from '../own-machine.ts';
import { completeTask } from './control/complete-task.ts';
import type { Fault } from './control/fault.ts';
import { createFaults, type Faults } from './control/faults.ts';
import { createRecorder, type Spy } from './control/spy.ts';
import { createStaleTasks } from './control/stale-tasks.ts';
import { type Checkpoints, createCheckpoints } from './core/checkpoints.ts';
import { type Clock, createClock } from './core/clock.ts';
import type { Services } from './core/services.ts';
import { defaultSettings, type Settings } from './core/settings.ts';
import { assertSettings } from './core/settings-check.ts';
import { loadSnapshot } from './core/snapshot/index.ts';
import { createState, type State } from './core/state.ts';
import { startFileServer } from './files/file-server.ts';
import { createCookieSigner } from './files/signed-cookies.ts';
import { createJobs, type JobEngine } from './jobs/job-engine.ts';
import { runDueNightlyJobs } from './jobs/nightly-jobs.ts';
import { applySeed } from './seed/apply.ts';
import { demoSeed } from './seed/demo-seed.ts';
import type { Seed } from './seed/seed.ts';
import { createApp } from './server/app.ts';
import { createContract, type Violation } from './server/contract.ts';
import { createRateLimit } from './server/rate-limit.ts';
import { createWebhooks } from './webhooks/fire-webhooks.ts';

export type { Fault, RequestFault, WebhookFault } from './control/fault.ts';
export type { Faults } from './control/faults.ts';
export type { RecordedDelivery, RecordedRequest, Spy } from './control/spy.ts';
export type { Settings } from './core/settings.ts';
export type { State } from './core/state.ts';
export { demoSeed } from './seed/demo-seed.ts';
export type { Seed } from './seed/seed.ts';

export interface EmulatorOptions {
  /** 0, the default: any free port. */
  port?: number;
  /** Port of the file server. Default: any free port. */
  filesPort?: number;
  /** The address to listen on. Default: 127.0.0.1. */
  host?: string;
  /** Default: the demo project. */
  seed?: Seed;
  settings?: Partial<Settings>;
  /** A snapshot to continue from instead of a seed: see `Checkpoints.save`. */
  snapshot?: string;
  /** Changes the state at the beginning, and after each `reset`. */
  prepare?: (state: State) => void | Promise<void>;
  /** Faults from the beginning. */
  faults?: readonly Fault[];
  /**
   * Names of this machine, besides `localhost` and IP addresses, under which `/__emulator/` answers, and API and file
   * server too where `host` is a loopback address.
   */
  controlHosts?: readonly string[];
  /** The setting `legacy`: also answer the operations that Annofab has removed. */
  legacy?: boolean;
  /** Compare all traffic with the API description: see `violations`. Costs a second at the start. */
  checkContract?: boolean;
  /** The source of time until the clock is set. */
  now?: () => Date;
}

export interface AnnofabEmulator extends Checkpoints, AsyncDisposable {
  /** The API's origin: `http://127.0.0.1:…`. */
  readonly url: string;
  /** The file server's origin. */
  readonly filesUrl: string;
  readonly state: State;
  readonly clock: Clock;
  /** May be changed at any time. */
  readonly settings: Settings;
  readonly faults: Faults;
  readonly spy: Spy;
  /** Successful requests, and all answers, that did not match the API description. */
  readonly violations: readonly Violation[];
  /** Holds jobs in progress and lets them finish. */
  readonly jobs: JobEngine;
  /**
   * Completes a task by the operations that people use, which fires its webhooks. A task that is already complete is
   * re-opened first.
   *
   * @throws Error when there is no such project or task
   */
  completeTask(projectId: string, taskId: string): Promise<Task>;
  /** Resolves when no job and no webhook is running. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Seeds are dated one day earlier, so that everything that happens from now on is later. */
const SEED_AGE_MS = 24 * 60 * 60 * 1000;

/** How often the emulator checks whether nightly jobs are due. */
const NIGHT_LOOK_MS = 1_000;

/**
 * Starts an Annofab on this machine: its API on one origin, its files on another.
 *
 * @throws Error when a port is taken, the seed contradicts itself, or a setting, fault or snapshot is wrong
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
  const files = await startFileServer({
    ...{ store: state.files, clock, settings, cookies, faults },
    ...{ port: filesPort, host, names: options.controlHosts },
  });
  const jobs = createJobs({ clock, settings });
  const staleTasks = createStaleTasks();
  const rateLimit = createRateLimit({ clock, settings });
  const webhooks = createWebhooks({ clock, settings, jobs, recorder, faults, staleTasks });
  const services: Services = { state, clock, settings, files, cookies, jobs, webhooks, rateLimit, staleTasks };
  const contract = options.checkContract ? createContract() : undefined;
  const begin = () => fillState(services, faults, options);
  const checkpoints = createCheckpoints({ ...services, faults, spy, jobs, webhooks, begin });
  const control = { ...services, faults, spy, checkpoints, hosts: options.controlHosts ?? [] };
  const app = createApp({ services, faults, recorder, contract, control, isLocal: isLoopback(host) });
  const night = setInterval(() => runDueNightlyJobs(services), NIGHT_LOOK_MS).unref();

  const stop = async (): Promise<void> => {
    clearInterval(night);
    jobs.abandon();
    await Promise.all([webhooks.stop(), app.close(), files.stop()]);
  };
  try {
    await begin();
    clock.onMove(() => runDueNightlyJobs(services));
    return {
      ...checkpoints,
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

/** Fills an empty state. The caller's settings take precedence over those of a snapshot. */
async function fillState(services: Services, faults: Faults, options: EmulatorOptions): Promise<void> {
  const { state, clock, settings } = services;
  if (options.snapshot === undefined) {
    applySeed(
      state,
      options.seed ?? demoSeed,
      createClock(
        () => new Date(clock.now().getTime() - SEED_AGE_MS),
        () => settings.shortDateTimes,
      ),
      clock.now,
    );
  } else {
    loadSnapshot(options.snapshot, { state, clock, settings });
    Object.assign(settings, options.settings);
  }
  await options.prepare?.(state);
  for (const fault of options.faults ?? []) faults.add(fault);
  runDueNightlyJobs(services);
}
