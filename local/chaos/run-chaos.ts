import { drive } from './drive.ts';
import { startEnvironment } from './environment.ts';
import { planChaos } from './plan.ts';
import type { ChaosReport } from './report.ts';
import { verify } from './verify/verify.ts';
import { waitUntilIdle } from './wait-until-idle.ts';

export interface ChaosOptions {
  /** How many events are to fire. */
  readonly deliveries: number;
  /** What is planned is a function of it and of `deliveries`. */
  readonly seed: number;
  /** Told what happens, line by line. */
  readonly print: (line: string) => void;
}

/**
 * Lets events fire while everything goes wrong that can; then lets all come to rest, and looks whether each event has its
 * effect, once.
 */
export async function runChaos({ deliveries, seed, print }: ChaosOptions): Promise<ChaosReport> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const tell = (line: string) => print(`${seconds().toFixed(0).padStart(4)} s  ${line}`);
  const environment = await startEnvironment(planChaos({ deliveries, seed }));
  try {
    await drive(environment, tell);
    tell('Nothing goes wrong from here on: what is under way comes to its end.');
    const faults = await environment.stopFaults();
    await waitUntilIdle(environment, tell);
    const summary = await verify(environment);
    return { ...summary, faults, seconds: seconds() };
  } finally {
    await environment.stop();
  }
}

/** Whether everything is as it was promised. */
export function isAsPromised({ lost, double_effects }: ChaosReport): boolean {
  return lost === 0 && double_effects === 0;
}
