import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordStack } from '../../cli/deployment/running-stacks.ts';
import { summary } from '../../cli/stack/start-output.ts';
import { type Stack, type StackOptions, startStack } from '../../local/stack.ts';
import { type Ended, type RunningCommand, startCommand } from '../support/run-command.ts';

/** A local stack that `--local` finds, as if `npm start` ran it. */
export interface RecordedStack {
  readonly stack: Stack;
  /** Runs a command against it, with nothing else in the environment but `env`. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  start(args: readonly string[]): RunningCommand;
  /** A folder of the test. */
  readonly folder: string;
  stop(): Promise<void>;
}

export async function startRecordedStack(options: StackOptions = {}): Promise<RecordedStack> {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-cli-'));
  const stack = await startStack(options);
  const environment = { ANNOFAB_FUNCTIONS_STACKS: join(folder, 'stacks') };
  const forget = await recordStack(summary(stack), environment.ANNOFAB_FUNCTIONS_STACKS);
  const start = ([name = '', ...args]: readonly string[], env = {}) =>
    startCommand(name, [...args, '--local'], { ...environment, ...env });
  return {
    stack,
    folder,
    start,
    run: (args, env) => start(args, env).ended,
    async stop() {
      await forget();
      await stack.stop();
      await rm(folder, { recursive: true });
    },
  };
}
