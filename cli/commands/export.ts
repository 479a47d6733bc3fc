import { type Command, Option } from 'commander';
import type { ExportOptions } from '../export/options.ts';
import { newCommand } from '../frame/new-command.ts';
import {
  CREDENTIAL_HELP,
  endpointOption,
  jsonOption,
  localOption,
  projectOption,
  toId,
  toNonEmpty,
} from '../options.ts';

const HELP = `
The task must be completed. The folder gets the same files as the dataset bucket:
  projects/<project>/tasks/<task>/versions/<version>/manifest.json and the annotations, and latest.json beside the versions.
A version that is complete in the folder is not exported again.
${CREDENTIAL_HELP}`;

export function exportCommand(): Command {
  return newCommand('export', 'Exports one completed task into a folder, as the deployed function does, without AWS.')
    .addOption(projectOption())
    .addOption(new Option('--task <id>', 'id of the task').argParser(toId).makeOptionMandatory())
    .requiredOption('--to <folder>', 'the folder, which is made if it is not there', toNonEmpty)
    .addOption(endpointOption())
    .addOption(localOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (options: ExportOptions) => (await import('../export/run.ts')).runExport(options));
}
