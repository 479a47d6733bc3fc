import type { Command } from 'commander';
import type { DemoOptions } from '../stack/options.ts';
import { stackCommand } from '../stack/stack-command.ts';

export function demo(): Command {
  return stackCommand(
    'demo',
    'Runs the whole application on a project, with its own Annofab and AWS, and verifies the results.',
  )
    .option('--import <archive.zip>', 'use a Simple annotation archive of Annofab instead of the sample project')
    .option('--keep <folder>', 'leave the objects of the bucket, the deliveries and the log in a folder')
    .option('--json', 'print one line of JSON when everything is ready, and one with the summary')
    .addHelpText(
      'after',
      '\nThe last line is "demo: ok", or it names the step that failed and the reason. No account is needed.',
    )
    .action(async (options: DemoOptions) => (await import('../stack/run-demo.ts')).runDemoCommand(options));
}
