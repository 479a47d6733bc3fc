import type { Faults } from '../control/faults.ts';
import type { Spy } from '../control/spy.ts';
import type { StaleTasks } from '../control/stale-tasks.ts';
import type { JobEngine } from '../jobs/jobs.ts';
import type { RateLimit } from '../server/rate-limit.ts';
import type { WebhookSender } from '../webhooks/webhooks.ts';
import type { Clock } from './clock.ts';
import type { Settings } from './settings.ts';
import { loadSnapshot, saveSnapshot } from './snapshot/index.ts';
import { overwrite } from './snapshot/overwrite.ts';
import { createState, type State } from './state.ts';

/** The emulator as a whole: it can go back to how it began, or to how it once was. */
export interface Checkpoints {
  /** As it began: its state, settings and clock; no faults, nothing seen, and nothing under way. */
  reset(): Promise<void>;
  /** Its state, settings and clock as one JSON text. */
  save(): string;
  /** @throws Error when it is no snapshot, or of another version; nothing is changed then */
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
  /** Fills an empty state as at the beginning. */
  begin(): Promise<void>;
}

/** Called once the beginning is there. */
export function createCheckpoints(parts: CheckpointParts): Checkpoints {
  const { state, settings, clock, jobs, webhooks, rateLimit, staleTasks } = parts;
  const firstSettings = structuredClone(settings);

  /** What was under way belongs to a state that is gone. */
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
