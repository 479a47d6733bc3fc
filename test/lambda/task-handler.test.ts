import { beforeEach, describe, expect, it } from 'vitest';
import { taskHandler } from '../../lib/lambda/task-handler.ts';
import { NonRetryableError } from '../../lib/runtime/outcomes.ts';
import { service } from '../../lib/runtime/service.ts';
import { captureOutput, lambdaContext } from './support.ts';

let output: ReturnType<typeof captureOutput>;

beforeEach(() => {
  output = captureOutput();
});

function readName(event: unknown): string {
  if (typeof event === 'string') return event;
  throw new NonRetryableError('The input is not a name');
}

describe('taskHandler', () => {
  const greeting = service([], () => 'hello');

  it('gives the recipe its services and the input that was read, and returns the result', async () => {
    const handler = taskHandler('greet', readName, { greeting }, async ({ greeting, input }) => ({
      said: `${greeting} ${input}`,
    }));
    expect(await handler('you', lambdaContext())).toEqual({ said: 'hello you' });
    expect(output.metrics()).toEqual([expect.objectContaining({ done: 1, function: 'greet' })]);
  });

  it('fails under the name of the error, by which the state machine decides whether it tries again', async () => {
    const handler = taskHandler('greet', readName, {}, async () => 'never');
    await expect(handler(1, lambdaContext())).rejects.toMatchObject({
      name: 'NonRetryableError',
      message: 'The input is not a name',
    });
    expect(output.logs().at(-1)).toMatchObject({ level: 'ERROR', error_name: 'NonRetryableError' });
    expect(output.metrics()).toEqual([expect.objectContaining({ failed: 1, function: 'greet' })]);
  });

  it('aborts its signal before Lambda ends the invocation', async () => {
    const handler = taskHandler('greet', readName, {}, ({ signal }) => {
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve('too late')));
    });
    await expect(handler('you', { ...lambdaContext(), getRemainingTimeInMillis: () => 2_010 })).rejects.toThrow();
  });
});
