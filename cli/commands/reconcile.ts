import type { Command } from 'commander';
import { newCommand } from '../frame/new-command.ts';
import { AWS_HELP, collect, jsonOption, toId, toWholeNumber, withDeployment } from '../options.ts';
import type { ReconcileOptions } from '../reconcile/options.ts';

const HELP = `
The deployed function compares the jobs and tasks of Annofab with the ledger, and queues the events that did not arrive.
${AWS_HELP}`;

export function reconcile(): Command {
  const command = newCommand('reconcile', 'Runs the reconciliation now, and prints what it found.')
    .option('--project <id>', 'only this project; may be repeated', collect(toId))
    .option('--days <number>', 'how far to look back at least: 1 to 14 days', toWholeNumber(1, 14));
  return withDeployment(command)
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (options: ReconcileOptions) => (await import('../reconcile/run.ts')).runReconcile(options));
}
