import { afterEach, describe, expect, it, vi } from 'vitest';
import { scheduleHandler } from '../../lib/lambda/schedule-handler.ts';
import { service } from '../../lib/runtime/service.ts';
import { captureOutput, lambdaContext } from './support.ts';

afterEach(() => vi.unstubAllEnvs());

function greeting(make: () => string) {
  const create = vi.fn(make);
  return {
    create,
    handler: scheduleHandler('greet', { greeting: service([], create) }, async ({ greeting }) => greeting),
  };
}

describe('the services of a function', () => {
  it('are made while Lambda initialises the function, and once', async () => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'a-function');
    const { create, handler } = greeting(() => 'hello');
    expect(create).toHaveBeenCalledTimes(1);
    expect(await handler({}, lambdaContext())).toBe('hello');
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('are not made where the module is only loaded, before the first invocation', async () => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', undefined);
    const { create, handler } = greeting(() => 'hello');
    expect(create).not.toHaveBeenCalled();
    expect(await handler({}, lambdaContext())).toBe('hello');
  });

  it('are made again at the first invocation when they could not be made before, and its error is logged', async () => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'a-function');
    const output = captureOutput();
    const { create, handler } = greeting(() => {
      throw new TypeError('no');
    });
    await expect(handler({}, lambdaContext())).rejects.toThrow();
    expect(create).toHaveBeenCalledTimes(2);
    expect(output.logs().at(-1)).toMatchObject({
      level: 'ERROR',
      message: 'Invocation failed',
      error_name: 'TypeError',
    });
  });
});
