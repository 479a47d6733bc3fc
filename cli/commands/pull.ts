import type { Command } from 'commander';
import { newCommand } from '../frame/new-command.ts';
import { AWS_HELP, jsonOption, projectOption, toNonEmpty, toWholeNumber, withDeployment } from '../options.ts';
import type { PullOptions } from '../pull/options.ts';

const HELP = `
The folder gets
  tasks/<task id>/<input data id>.json    the annotations of each exported task, as in Annofab's own archive
  manifests/<task id>.json                the version that is there, with the size and SHA-256 of each file
  archive/annotations.zip                 the newest mirrored archive, if there is one

A second pull copies only what changed. Every file is checked against its SHA-256, and appears when it is complete. Nothing is
deleted without --delete, which deletes only files that an earlier pull wrote.
${AWS_HELP}`;

export function pull(): Command {
  const command = newCommand(
    'pull',
    'Copies the newest annotations of a project from the dataset bucket into a folder.',
  )
    .addOption(projectOption())
    .requiredOption('--to <folder>', 'the folder, which is made if it is not there', toNonEmpty)
    .option('--delete', 'delete the files of tasks that were re-opened or deleted, and of older versions')
    .option('--no-archive', 'leave out the annotation archive')
    .option('--bucket <name>', 'the dataset bucket; by default that of the deployment')
    .option('--concurrency <number>', 'how many tasks to copy at the same time', toWholeNumber(1, 100), 8);
  return withDeployment(command)
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (options: PullOptions) => (await import('../pull/run.ts')).runPull(options));
}
