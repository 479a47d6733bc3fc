import { Command, InvalidArgumentError } from 'commander';
import { formatReport } from '../local/chaos/report.ts';
import { hasPassed, runChaos } from '../local/chaos/run-chaos.ts';
import { exitOnSignal } from './signals.ts';

const program = new Command('npm run chaos --')
  .description(
    'Fires events in its own Annofab while faults are injected, and verifies that each event has its effect exactly once.',
  )
  .option('--deliveries <count>', 'number of events that fire', toCount, 1_000)
  .option('--seed <number>', 'seed of the plan, which depends only on it and on --deliveries', toSeed, 1)
  .option('--json', 'print the report as one JSON object to standard output, and progress to standard error')
  .addHelpText(
    'after',
    `
Faults: Annofab answers with errors, cuts connections and is in maintenance; webhooks are repeated, delayed, reordered or
dropped; the endpoint is down for a while; AWS throttles, delays and cuts requests, also after it has processed them; processes
are killed during their work; credentials and webhook secrets are rotated; another program writes metadata of the same tasks.
At the end the faults stop, and the run waits until no delivery is open.

The same seed gives the same events, faults, kills and rotations in the same order. When they occur relative to the work
depends on the scheduling of the machine and is not repeatable.

The exit code is 0 if no event is lost and no effect is doubled. Otherwise it is 1, and each finding is listed with its ledger
entry and its log lines. No account is needed; 10,000 deliveries take ten to fifteen minutes on two cores.`,
  )
  .action(run);

exitOnSignal();
await program.parseAsync();

async function run({ deliveries, seed, json }: { deliveries: number; seed: number; json?: true }): Promise<void> {
  // With --json, standard output contains only the report.
  const print = (line: string) => (json ? console.error(line) : console.log(line));
  const report = await runChaos({ deliveries, seed, print });
  console.log(json ? JSON.stringify(report) : `\n${formatReport(report)}\n`);
  if (hasPassed(report)) {
    if (!json) console.log('chaos: ok');
    return;
  }
  console.error(`chaos: ${report.lost} lost, ${report.double_effects} double effects`);
  process.exitCode = 1;
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 999999.');
  return Number(text);
}

function toSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0 to 999999999.');
  return Number(text);
}
