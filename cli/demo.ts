import { formatReport } from '../local/demo/report.ts';
import { DemoError, runDemo } from '../local/demo/run-demo.ts';
import { explain } from './explain.ts';
import { exitOnSignal } from './signals.ts';
import { type StackCommandOptions, stackCommand } from './stack-command.ts';
import { summary } from './start-output.ts';

const program = stackCommand('npm run demo --')
  .description('Takes a project through the whole job, on an Annofab and an AWS of its own, and checks what comes out.')
  .option('--import <archive.zip>', 'run on a Simple annotation archive that Annofab produced, instead of the sample')
  .option('--json', 'print a line of JSON when all is ready, and one with the summary, instead of text')
  .addHelpText('after', '\nIts last line is "demo: ok", or it says which step failed and why. No account is needed.')
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
    const [step, reason] =
      error instanceof DemoError ? [error.step, explain(error.cause)] : ['an unforeseen one', error];
    console.error(`demo: failed at the step "${step}": ${reason}`);
    process.exitCode = 1;
  }
}
