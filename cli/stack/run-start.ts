import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';
import { formatLogLine } from '../../local/lambda/index.ts';
import { localSettings } from '../../local/local-settings.ts';
import { startStack } from '../../local/stack.ts';
import { recordStack } from '../deployment/running-stacks.ts';
import { interrupted } from '../frame/signals.ts';
import { explaining } from './explain.ts';
import type { StartOptions } from './options.ts';
import { greeting, summary } from './start-output.ts';

/** Runs the local stack until it is interrupted. */
export function runStart(options: StartOptions): Promise<void> {
  return explaining('start', () => run(options));
}

async function run({ stage, json, ...options }: StartOptions): Promise<void> {
  const stopped = interrupted();
  const settings = stage === undefined ? undefined : await settingsOf(stage);
  const { import: importArchive, ...ports } = options;
  const stack = await startStack({
    ...ports,
    ...(importArchive === undefined ? {} : { importArchive }),
    ...(settings === undefined ? {} : { functions: { settings } }),
    ...(json ? {} : { onLog: (line) => printIfAny(formatLogLine(line)) }),
  });
  const forget = await recordStack(summary(stack));
  console.log(json ? JSON.stringify(summary(stack)) : await greeting(stack));
  await stopped;
  await forget();
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
