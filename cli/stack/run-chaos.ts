import { formatReport } from '../../local/chaos/report.ts';
import { hasPassed, runChaos } from '../../local/chaos/run-chaos.ts';
import { exitOnSignal } from '../frame/signals.ts';
import type { ChaosOptions } from './options.ts';

/** Runs the chaos test, and fails when an event is lost or an effect is doubled. */
export async function runChaosCommand({ deliveries, seed, json }: ChaosOptions): Promise<void> {
  exitOnSignal();
  // With --json, standard output contains only the report.
  const print = (line: string) => (json ? console.error(line) : console.log(line));
  const report = await runChaos({ deliveries, seed, print });
  console.log(json ? JSON.stringify(report) : `\n${formatReport(report)}\n`);
  if (hasPassed(report)) {
    if (!json) console.log('chaos: ok');
    return;
  }
  throw new Error(`chaos: ${report.lost} lost, ${report.double_effects} double effects`);
}
