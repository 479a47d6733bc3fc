import { resolve } from 'node:path';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';
import { localSettings } from '../../local/local-settings.ts';
import { startStack } from '../../local/stack.ts';
import { LOCAL_RETRY_SECONDS } from '../../local/time-limits.ts';
import { recordStack } from '../deployment/running-stacks.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { interrupted } from '../frame/signals.ts';
import { explain, explaining } from './explain.ts';
import type { StartOptions } from './options.ts';
import { startLog } from './start-log.ts';
import { greeting, summary } from './start-output.ts';

/** Runs the local stack until it is interrupted. */
export function runStart(options: StartOptions): Promise<void> {
  return explaining('start', () => run(options));
}

async function run({ stage, state, json, ...options }: StartOptions): Promise<void> {
  const stopped = interrupted();
  const settings = stage === undefined ? undefined : await settingsOf(stage);
  const { import: importArchive, ...ports } = options;
  const stack = await startStack({
    ...ports,
    ...startLog(json === true),
    ...(importArchive === undefined ? {} : { importArchive }),
    ...(state === undefined ? {} : { stateFolder: state }),
    onUnsaved: (error) => console.error(`The state of Annofab could not be saved: ${explain(error)}`),
    functions: {
      settings: localSettings(settings?.values),
      ...(settings && { startFiles: [settings.path] }),
    },
    retryAfterFailureSeconds: LOCAL_RETRY_SECONDS,
    wholeErrors: true,
  });
  const forget = await recordStack(summary(stack));
  console.log(json ? JSON.stringify(summary(stack)) : await greeting(stack));
  await stopped;
  await forget();
  await stack.stop();
}

/** @throws Error with all problems of the file, or if there is none */
async function settingsOf(stage: string): Promise<{ path: string; values: StageSettings }> {
  const { path, exists, settings, problems } = await readSettingsFile(process.cwd(), stage);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  if (!exists) throw new UsageError(`${path} does not exist. Leave --stage out to run with the defaults.`);
  return { path: resolve(path), values: settings };
}
