import { setImmediate } from 'node:timers/promises';
import { FunctionError } from '../../local/lambda/processes/function-error.ts';
import type { Stack } from '../../local/stack.ts';

/** An invocation by the state machine. */
export interface Invocation {
  /** Without service and stage: `convert-dataset-shard`. */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** How it ended; undefined while it runs. */
  outcome?: { readonly result: unknown } | { readonly error: string };
}

/** What happens to an invocation instead. */
export type Fault = 'fail before' | 'lose the answer' | 'kill the process';

/** The functions as Lambda's API offers them to the state machine, with every invocation so far. */
export interface Invocations {
  readonly all: readonly Invocation[];
  /** Called before each invocation, and after it. */
  fault: (invocation: Invocation) => Fault | undefined;
  ended: (invocation: Invocation) => Promise<void> | void;
  invoke(functionName: string, input: unknown): Promise<{ failed: boolean; payload: unknown }>;
}

export function createInvocations({ host }: Stack): Invocations {
  const all: Invocation[] = [];
  const faulted = async ({ name, input }: Invocation, fault: Fault | undefined): Promise<unknown> => {
    if (fault === 'fail before') throw new FunctionError({ errorType: 'Error', errorMessage: 'It was made to fail' });
    const result = host.invoke(name, input);
    result.catch(() => undefined);
    // Until it works on the event: then it has a process.
    if (fault === 'kill the process') while (!host.kill(name)) await setImmediate();
    const value = await result;
    if (fault === 'lose the answer')
      throw new FunctionError({ errorType: 'Error', errorMessage: 'The answer was lost' });
    return value;
  };
  const invocations: Invocations = {
    all,
    fault: () => undefined,
    ended: () => undefined,
    async invoke(functionName, input) {
      const name = functionName.replace(/^annofab-functions-[a-z]+-/, '');
      const invocation: Invocation = { name, input: Object(input) };
      all.push(invocation);
      try {
        const result = await faulted(invocation, invocations.fault(invocation));
        invocation.outcome = { result };
        return { failed: false, payload: result };
      } catch (error) {
        if (!(error instanceof FunctionError)) throw error;
        invocation.outcome = { error: error.errorType };
        return { failed: true, payload: error.answer };
      } finally {
        await invocations.ended(invocation);
      }
    },
  };
  return invocations;
}
