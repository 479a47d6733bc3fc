import type { Command } from 'commander';
import type { DoctorOptions } from '../doctor/options.ts';
import { newCommand } from '../frame/new-command.ts';
import { AWS_HELP, collect, endpointOption, jsonOption, toId, withDeployment } from '../options.ts';
import { toApiUrl } from '../webhooks/api-url.ts';

const HELP = `
Nothing is changed, except that Annofab sends test deliveries, which the receiver acknowledges without queuing them. Annofab is
asked with the credential of the deployment. The command exits with 1 if a check failed.
${AWS_HELP}`;

export function doctor(): Command {
  const command = newCommand(
    'doctor',
    'Checks a deployment from end to end, and says how to cure what is wrong.',
  ).option(
    '--project <id>',
    'check this project; may be repeated; by default all that the deployment knows',
    collect(toId),
  );
  return withDeployment(command)
    .addOption(endpointOption())
    .option('--url <url>', 'address of the HTTP API; by default the one that the deployment knows', toApiUrl)
    .option('--table <name>', 'the ledger table, when the stage has more than one')
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (options: DoctorOptions) => (await import('../doctor/run.ts')).runDoctor(options));
}
