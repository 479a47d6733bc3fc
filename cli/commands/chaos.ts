import type { Command } from 'commander';
import { newCommand } from '../frame/new-command.ts';
import { toWholeNumber } from '../options.ts';
import type { ChaosOptions } from '../stack/options.ts';

export function chaos(): Command {
  return newCommand(
    'chaos',
    'Fires events in its own Annofab while faults are injected, and verifies that each event has its effect exactly once.',
  )
    .option('--deliveries <count>', 'number of events that fire', toWholeNumber(1, 999_999), 1_000)
    .option(
      '--seed <number>',
      'seed of the plan, which depends only on it and on --deliveries',
      toWholeNumber(0, 999_999_999),
      1,
    )
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
    .action(async (options: ChaosOptions) => (await import('../stack/run-chaos.ts')).runChaosCommand(options));
}
