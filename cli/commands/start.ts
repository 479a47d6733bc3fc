import type { Command } from 'commander';
import { localNames } from '../../local/names.ts';
import { toName } from '../options.ts';
import type { StartOptions } from '../stack/options.ts';
import { stackCommand } from '../stack/stack-command.ts';

export function start(): Command {
  return stackCommand('start', 'Starts Annofab, AWS and the functions on this machine and runs them until Ctrl-C.')
    .option('--import <archive.zip>', 'import a project from a Simple annotation archive of Annofab')
    .option(
      '--stage <stage>',
      'run with the settings of settings/<stage>.yml, except addresses, existing resources and long waits',
      toName,
    )
    .option(
      '--state <folder>',
      'keep the state of Annofab and AWS in a folder, and continue from it; without it everything is in memory',
    )
    .option('--json', 'print one line of JSON when everything is ready, and the log as lines of JSON')
    .addHelpText(
      'after',
      `\nLocal names: project ${localNames.project}, token ${localNames.personalAccessToken}, webhook secret ${localNames.webhookSecret}.`,
    )
    .action(async (options: StartOptions) => (await import('../stack/run-start.ts')).runStart(options));
}
