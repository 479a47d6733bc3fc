import { type Command, Option } from 'commander';
import { newCommand } from '../frame/new-command.ts';
import {
  AWS_HELP,
  CREDENTIAL_HELP,
  endpointOption,
  jsonOption,
  toId,
  toWholeNumber,
  withDeployment,
} from '../options.ts';
import type { PilotOptions } from '../pilot/options.ts';
import { toApiUrl } from '../webhooks/api-url.ts';

const HELP = `
The command makes a task of one pixel, completes it, updates the annotation archive, and registers webhooks that call the deployed
receiver with test deliveries, of which it acknowledges one kind and refuses another. Each assumption then holds, differs, or was
not seen. The report names nobody: no ids, names, addresses and secrets.

Everything that it makes has an id that begins with annofab-functions-pilot-, and is removed at the end, also after Ctrl-C. What a
killed run left is removed by the next one. It exits with 1 if something could not be removed, and says what.

The account must be an owner of the project.
${CREDENTIAL_HELP}
${AWS_HELP}`;

export function pilot(): Command {
  const command = newCommand(
    'pilot',
    'Tries on a throwaway project what this project assumes about Annofab, and could not try.',
  )
    .addOption(new Option('--project <id>', 'id of a throwaway project in Annofab').argParser(toId))
    .option('--any', 'also use a project that has other tasks or active webhooks')
    .option('--list', 'only print the assumptions');
  return withDeployment(command)
    .option('--url <url>', 'address of the HTTP API; by default the one that the deployment knows', toApiUrl)
    .addOption(
      new Option('--wait <seconds>', 'the longest wait for a webhook, and for a job of Annofab')
        .default(1_800)
        .argParser(toWholeNumber(1, 86_400)),
    )
    .addOption(endpointOption())
    .option('--yes', 'do not ask before the project is changed; for scripts')
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (options: PilotOptions) => (await import('../pilot/run.ts')).runPilot(options));
}
