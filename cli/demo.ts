import { formatReport } from '../local/demo/report.ts';
import { DemoError, runDemo } from '../local/demo/run-demo.ts';
import { explain } from './explain.ts';
import { exitOnSignal } from './signals.ts';
import { type StackCommandOptions, stackCommand } from './stack-command.ts';
import { summary } from './start-output.ts';

const program = stackCommand('npm run demo --')
  .description('Runs the whole application on a project, with its own Annofab and AWS, and verifies the results.')
  .option('--import <archive.zip>', 'use a Simple annotation archive of Annofab instead of the sample project')
  .option('--json', 'print one line of JSON when everything is ready, and one with the summary')
  .addHelpText(
    'after',
    '\nThe last line is "demo: ok", or it names the step that failed and the reason. No account is needed.',
  )
  .action(run);

exitOnSignal();
await program.parseAsync();

async function run({ import: importArchive, json, ...ports }: StackCommandOptions): Promise<void> {
  try {
    const report = await runDemo({
      ...ports,
      ...(importArchive !== undefined && { importArchive }),
      print: json ? () => {} : (line) => console.log(line),
      ...(json && { onStarted: (stack) => console.log(JSON.stringify(summary(stack))) }),
    });
    console.log(json ? JSON.stringify(report) : `\n${formatReport(report)}\n`);
    console.log('demo: ok');
  } catch (error) {
    const [step, reason] = error instanceof DemoError ? [error.step, explain(error.cause)] : ['unknown', error];
    console.error(`demo: failed at the step "${step}": ${reason}`);
    process.exitCode = 1;
  }
}
