import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';
import { formatLogLine } from '../../local/lambda/index.ts';
import { localSettings } from '../../local/local-settings.ts';
import { localNames } from '../../local/names.ts';
import { startStack } from '../../local/stack.ts';
import { explain } from '../explain.ts';
import { runCommand } from '../run-command.ts';
import { interrupted } from '../signals.ts';
import { type StackCommandOptions, stackCommand } from '../stack-command.ts';
import { greeting, summary } from '../start-output.ts';

interface StartOptions extends StackCommandOptions {
  stage?: string;
}

const program = stackCommand('npm start --')
  .description('Starts Annofab, AWS and the functions on this machine and runs them until Ctrl-C.')
  .option('--import <archive.zip>', 'import a project from a Simple annotation archive of Annofab')
  .option('--stage <stage>', 'run with the settings of settings/<stage>.yml, except addresses and existing resources')
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

async function run({ httpPort, annofabPort, awsPort, import: archive, stage, json }: StartOptions): Promise<void> {
  const stopped = interrupted();
  const settings = stage === undefined ? undefined : await settingsOf(stage);
  const stack = await startStack({
    httpPort,
    annofabPort,
    awsPort,
    ...(archive === undefined ? {} : { importArchive: archive }),
    ...(settings === undefined ? {} : { functions: { settings } }),
    ...(json ? {} : { onLog: (line) => printIfAny(formatLogLine(line)) }),
  });
  console.log(json ? JSON.stringify(summary(stack)) : await greeting(stack));
  await stopped;
  await stack.stop();
}

/** @throws Error with all problems of the file, or if there is none */
async function settingsOf(stage: string): Promise<StageSettings> {
  const { path, exists, settings, problems } = await readSettingsFile(process.cwd(), stage);
  if (!exists) throw new Error(`${path} does not exist`);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return localSettings(settings);
}

function printIfAny(text: string | undefined): void {
  if (text !== undefined) console.log(text);
}
