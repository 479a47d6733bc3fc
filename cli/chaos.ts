import { Command, InvalidArgumentError } from 'commander';
import { formatReport } from '../local/chaos/report.ts';
import { hasPassed, runChaos } from '../local/chaos/run-chaos.ts';
import { exitOnSignal } from './signals.ts';

const program = new Command('npm run chaos --')
  .description(
    'Lets events fire in an Annofab of its own while everything goes wrong that can, and checks that each has its effect, once.',
  )
  .option('--deliveries <count>', 'how many events fire', toCount, 1_000)
  .option('--seed <number>', 'what is planned depends on it and on the number of deliveries alone', toSeed, 1)
  .option('--json', 'print the report as one JSON object on standard output, and progress on standard error')
  .addHelpText(
    'after',
    `
Annofab refuses, breaks off and is in maintenance, webhooks come twice, late, in another order or not at all, the endpoint is
down for a while, AWS throttles, delays and cuts, also when all is done but the answer; processes are killed amid their work,
credentials and webhook secrets change, and another program writes metadata of the same tasks. Then all comes to rest.

The same seed gives the same events, faults, kills and changes in the same order. At which point of the work they meet it is
up to the machine's scheduling, which nobody can repeat.

The exit code is 0 when nothing is lost and nothing is there twice; else 1, and each delivery is listed with its ledger entry
and its log lines. No account is needed; 10,000 deliveries take ten to fifteen minutes on two cores.`,
  )
  .action(run);

exitOnSignal();
await program.parseAsync();

async function run({ deliveries, seed, json }: { deliveries: number; seed: number; json?: true }): Promise<void> {
  // What is on standard output with --json is the report alone.
  const print = (line: string) => (json ? console.error(line) : console.log(line));
  const report = await runChaos({ deliveries, seed, print });
  console.log(json ? JSON.stringify(report) : `\n${formatReport(report)}\n`);
  if (hasPassed(report)) {
    if (!json) console.log('chaos: ok');
    return;
  }
  console.error(`chaos: ${report.lost} lost, ${report.double_effects} effects double`);
  process.exitCode = 1;
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 to 999999.');
  return Number(text);
}

function toSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 0 to 999999999.');
  return Number(text);
}
