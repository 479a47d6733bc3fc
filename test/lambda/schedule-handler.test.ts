import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { LoggableError } from '../../lib/core/loggable-error.ts';
import { scheduleHandler } from '../../lib/lambda/schedule-handler.ts';
import { service } from '../../lib/runtime/service.ts';
import { captureOutput, lambdaContext } from './support.ts';

let output: ReturnType<typeof captureOutput>;

beforeEach(() => {
  output = captureOutput();
});

describe('scheduleHandler', () => {
  const greeting = service([], () => 'hello');

  it('runs the recipe with services and settings, through the middleware of the exported handler', async () => {
    process.env['ARCHIVE_PROJECT_IDS'] = 'project-a, project-b';
    const handler = scheduleHandler('say-hello', { greeting }, async ({ greeting, settings, log }) => {
      log.info(greeting, { projects: settings.archiveProjectIds.length });
    });
    await handler({}, lambdaContext());
    delete process.env['ARCHIVE_PROJECT_IDS'];
    expect(output.logs().map(({ message }) => message)).toEqual([
      'Schedule started: say-hello',
      'hello',
      'Schedule finished: say-hello',
    ]);
    expect(output.logs()[1]).toMatchObject({ projects: 2, function_name: 'a-function' });
    expect(output.metrics()).toEqual([expect.objectContaining({ done: 1, function: 'say-hello' })]);
  });

  it('passes its event to the recipe, and returns the result', async () => {
    const handler = scheduleHandler('say-hello', {}, async ({ event }) => ({ said: event }));
    expect(await handler({ to: 'you' }, lambdaContext())).toEqual({ said: { to: 'you' } });
  });

  it('counts the metrics of the recipe, also when the recipe fails in the end', async () => {
    const handler = scheduleHandler('say-hello', {}, async ({ count }) => {
      count({ name: 'recovered', event_type: 'task-completed' });
      count({ name: 'recovered', event_type: 'task-completed', value: 2 });
      count({ name: 'elsewhere', event_type: 'other' });
      count({ name: 'reconciled' });
      throw new LoggableError('no');
    });
    await expect(handler({}, lambdaContext())).rejects.toThrow('no');
    expect(output.metrics()).toEqual([
      expect.objectContaining({ recovered: 3, event_type: 'task-completed' }),
      expect.objectContaining({ elsewhere: 1, event_type: 'other' }),
      expect.objectContaining({ reconciled: 1, function: 'say-hello' }),
      expect.objectContaining({ failed: 1, function: 'say-hello' }),
    ]);
  });

  it('fails the invocation when the recipe fails, so that an alarm can see it', async () => {
    const handler = scheduleHandler('say-hello', {}, async () => {
      throw new LoggableError('no');
    });
    await expect(handler({}, lambdaContext())).rejects.toThrow('no');
    expect(output.logs().at(-1)).toMatchObject({ level: 'ERROR', error_message: 'no' });
    expect(output.metrics()).toEqual([expect.objectContaining({ failed: 1, function: 'say-hello' })]);
  });

  it('gives Lambda the name and the stack of an unforeseen error, without its message', async () => {
    const handler = scheduleHandler('say-hello', {}, async () => JSON.parse('marker'));
    const error: unknown = await handler({}, lambdaContext()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'SyntaxError', message: 'see the log', stack: expect.stringContaining('at ') });
    expect(inspect(error, { showHidden: true })).not.toContain('marker');
    expect(output.logs().at(-1)).toMatchObject({
      error_name: 'SyntaxError',
      error_stack: expect.stringContaining('at '),
    });
  });

  it('aborts a recipe that does not end in time, and fails', async () => {
    let told = false;
    const handler = scheduleHandler('say-hello', {}, ({ signal }) => {
      signal.addEventListener('abort', () => {
        told = true;
      });
      return new Promise(() => {});
    });
    // The signal aborts two seconds before the end.
    await expect(handler({}, lambdaContext(2_050))).rejects.toMatchObject({ name: 'OutOfTimeError' });
    expect(told).toBe(true);
  });
});
