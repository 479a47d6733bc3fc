import { formatLogLine } from '../../local/lambda/index.ts';
import { localNames } from '../../local/names.ts';
import { startStack } from '../../local/stack.ts';
import { explain } from '../explain.ts';
import { runCommand } from '../run-command.ts';
import { interrupted } from '../signals.ts';
import { type StackCommandOptions, stackCommand } from '../stack-command.ts';
import { greeting, summary } from '../start-output.ts';

const program = stackCommand('npm start --')
  .description('Starts Annofab, AWS and the functions on this machine and runs them until Ctrl-C.')
  .option('--import <archive.zip>', 'import a project from a Simple annotation archive of Annofab')
  .option('--json', 'print only one line of JSON when everything is ready')
  .addHelpText(
    'after',
    `\nLocal names: project ${localNames.project}, token ${localNames.personalAccessToken}, webhook secret ${localNames.webhookSecret}.`,
  )
  .action(run);

/** `npm start` with these arguments. */
export function start(args: readonly string[]): Promise<void> {
  return runCommand(program, args, (error) => `start: ${explain(error)}`);
}

async function run({ httpPort, annofabPort, awsPort, import: archive, json }: StackCommandOptions): Promise<void> {
  const stopped = interrupted();
  const stack = await startStack({
    httpPort,
    annofabPort,
    awsPort,
    ...(archive === undefined ? {} : { importArchive: archive }),
    ...(json ? {} : { onLog: (line) => printIfAny(formatLogLine(line)) }),
  });
  console.log(json ? JSON.stringify(summary(stack)) : await greeting(stack));
  await stopped;
  await stack.stop();
}

function printIfAny(text: string | undefined): void {
  if (text !== undefined) console.log(text);
}
