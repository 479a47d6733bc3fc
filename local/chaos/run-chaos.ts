import { startEnvironment } from './environment.ts';
import { planChaos } from './plan.ts';
import type { ChaosReport } from './report.ts';
import { runPlan } from './run-plan.ts';
import { verify } from './verify/verify.ts';
import { waitUntilIdle } from './wait-until-idle.ts';

export interface ChaosOptions {
  /** The number of events that fire. */
  readonly deliveries: number;
  /** The plan depends only on the seed and `deliveries`. */
  readonly seed: number;
  /** Called with each line of progress. */
  readonly print: (line: string) => void;
}

/**
 * Fires events while faults are injected, waits until the stack is idle, and verifies that each event has its effect exactly
 * once.
 */
export async function runChaos({ deliveries, seed, print }: ChaosOptions): Promise<ChaosReport> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const report = (line: string) => print(`${seconds().toFixed(0).padStart(4)} s  ${line}`);
  const environment = await startEnvironment(planChaos({ deliveries, seed }));
  try {
    await runPlan(environment, report);
    report('Faults stopped; waiting for the remaining deliveries.');
    const faults = await environment.stopFaults();
    await waitUntilIdle(environment, report);
    const summary = await verify(environment);
    return { ...summary, faults, seconds: seconds() };
  } finally {
    await environment.stop();
  }
}

/** Whether no event was lost and no effect exists twice. */
export function hasPassed({ lost, double_effects }: ChaosReport): boolean {
  return lost === 0 && double_effects === 0;
}
