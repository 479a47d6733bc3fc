import type { Faults } from '../control/faults.ts';
import type { Spy } from '../control/spy.ts';
import type { StaleTasks } from '../control/stale-tasks.ts';
import type { JobEngine } from '../jobs/job-engine.ts';
import type { RateLimit } from '../server/rate-limit.ts';
import type { WebhookSender } from '../webhooks/fire-webhooks.ts';
import type { Clock } from './clock.ts';
import type { Settings } from './settings.ts';
import { loadSnapshot, saveSnapshot } from './snapshot/index.ts';
import { overwrite } from './snapshot/overwrite.ts';
import { createState, type State } from './state.ts';

/** Saves the whole emulator, loads it, or resets it to the beginning. */
export interface Checkpoints {
  /** Restores state, settings, clock and faults of the beginning; clears recordings; drops running jobs and webhooks. */
  reset(): Promise<void>;
  /** State, settings and clock as one JSON text. */
  save(): string;
  /** @throws Error when it is not a snapshot, or one of another version; nothing is changed then */
  load(snapshot: string): void;
}

export interface CheckpointParts {
  readonly state: State;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly faults: Faults;
  readonly spy: Spy;
  readonly jobs: JobEngine;
  readonly webhooks: WebhookSender;
  readonly rateLimit: RateLimit;
  readonly staleTasks: StaleTasks;
  /** Fills an empty state with that of the beginning. */
  begin(): Promise<void>;
}

/** @param parts with the settings of the beginning */
export function createCheckpoints(parts: CheckpointParts): Checkpoints {
  const { state, settings, clock, jobs, webhooks, rateLimit, staleTasks } = parts;
  const firstSettings = structuredClone(settings);

  /** Running jobs and webhooks belong to a state that no longer exists. */
  function abandon(): void {
    webhooks.abandon();
    jobs.abandon();
    rateLimit.clear();
    staleTasks.clear();
  }

  return {
    reset: async () => {
      abandon();
      parts.faults.clear();
      parts.spy.clear();
      Object.assign(settings, structuredClone(firstSettings));
      clock.restore();
      overwrite(state, createState());
      await parts.begin();
    },
    save: () => saveSnapshot({ state, clock, settings }),
    load: (snapshot) => {
      loadSnapshot(snapshot, { state, clock, settings });
      abandon();
    },
  };
}
