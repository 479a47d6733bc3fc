import { type Command, Option } from 'commander';
import type { DownloadOptions, UpdateOptions, WaitOptions } from '../archives/options.ts';
import { newCommand } from '../frame/new-command.ts';
import {
  CREDENTIAL_HELP,
  endpointOption,
  jsonOption,
  localOption,
  projectOption,
  toNonEmpty,
  toWholeNumber,
} from '../options.ts';

/** Loads what the commands do. */
const work = () => import('../archives/run.ts');

export function archives(): Command {
  const program = newCommand(
    'archives',
    'Updates the annotation archive of a project, waits for it, and downloads it.',
  );
  subcommand(program, 'update', 'Start the job that updates the archive, and wait until it has ended.')
    .option('--no-wait', 'only start it')
    .action(async (options: UpdateOptions) => (await work()).runUpdate(options));
  subcommand(program, 'wait', 'Wait until no update of the archive is running.').action(async (options: WaitOptions) =>
    (await work()).runWait(options),
  );
  subcommand(program, 'download', 'Download the newest archive. A broken download goes on where it was.')
    .option('--to <file>', 'the file; <project>.zip by default', toNonEmpty)
    .addOption(new Option('--format <format>', 'simple or full').choices(['simple', 'full']).default('simple'))
    .action(async (options: DownloadOptions) => (await work()).runDownload(options));
  return program;
}

function subcommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(projectOption())
    .option('--timeout <minutes>', 'the longest wait for a job of Annofab', toWholeNumber(1, 1_440), 360)
    .addOption(endpointOption())
    .addOption(localOption())
    .addOption(jsonOption())
    .addHelpText('after', CREDENTIAL_HELP);
}
