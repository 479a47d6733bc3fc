import { type Command, InvalidArgumentError } from 'commander';
import type { BackfillOptions } from '../backfill/options.ts';
import { newCommand } from '../frame/new-command.ts';
import {
  AWS_HELP,
  CREDENTIAL_HELP,
  collect,
  endpointOption,
  jsonOption,
  projectOption,
  toId,
  toTime,
  toWholeNumber,
  withDeployment,
} from '../options.ts';

const HELP = `
The tasks are exported by the deployed functions, through the ledger and the queue, as those of live events. Live events go
first. To go on after an interruption, run the same command again: what the ledger has is not sent twice.
${CREDENTIAL_HELP}
${AWS_HELP}`;

export function backfill(): Command {
  const command = newCommand(
    'backfill',
    'Export the tasks of a project that were completed before: all, or by time, by metadata, or by a list.',
  );
  return withDeployment(withSelection(command.addOption(projectOption())))
    .option('--rate <tasks>', 'how many tasks to send in a second', toRate, 5)
    .option(
      '--max-backlog <messages>',
      'send nothing while as many messages wait in the queue',
      toWholeNumber(1, 999_999),
      50,
    )
    .option('--dry-run', 'count the tasks, and estimate the time and the requests to Annofab; send nothing')
    .option('--table <name>', 'the ledger table, when the stage has more than one')
    .addOption(endpointOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (options: BackfillOptions) => (await import('../backfill/run.ts')).runBackfill(options));
}

function withSelection(command: Command): Command {
  return command
    .option('--task <id...>', 'only these tasks', collect(toId))
    .option('--tasks-from <file>', 'only the tasks of a file with one id a line; - is the standard input')
    .option(
      '--completed-from <time>',
      'only tasks completed at this time or later: 2026-01-31, or with a time of day',
      toTime,
    )
    .option(
      '--completed-to <time>',
      'only tasks completed at this time or earlier; by default until 5 minutes ago',
      toTime,
    )
    .option('--metadata <key=value>', 'only tasks with this metadata; may be repeated', collectMetadata);
}

function collectMetadata(value: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, key, text] = /^([A-Za-z0-9_-]+)=(.*)$/s.exec(value) ?? [];
  if (key === undefined || text === undefined) throw new InvalidArgumentError('It must be a key, = and a value.');
  return { ...before, [key]: text };
}

function toRate(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 1_000)) throw new InvalidArgumentError('It must be a number from above 0 to 1000.');
  return number;
}
