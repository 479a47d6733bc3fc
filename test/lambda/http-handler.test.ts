import { beforeEach, describe, expect, it } from 'vitest';
import { httpHandler } from '../../lib/lambda/http-handler.ts';
import { service } from '../../lib/runtime/service.ts';
import { captureOutput, httpEvent, lambdaContext } from './support.ts';

let output: ReturnType<typeof captureOutput>;

beforeEach(() => {
  output = captureOutput();
});

describe('an HTTP route', () => {
  it('that fails by a mistake in the program answers 500, tells nothing, and is logged and counted', async () => {
    const handler = httpHandler({}, async () => {
      throw new TypeError('marker is undefined');
    });
    const answer = await handler(httpEvent({}), lambdaContext());
    expect(answer).toMatchObject({ statusCode: 500, headers: { 'content-type': 'application/problem+json' } });
    expect(answer.body + output.text()).not.toContain('marker');
    expect(output.logs()).toEqual([
      expect.objectContaining({ level: 'ERROR', reason: 'internal', error_name: 'TypeError' }),
    ]);
    expect(output.metrics()).toEqual([expect.objectContaining({ failed: 1, reason: 'internal' })]);
  });

  it('that is not configured answers 500, and the log names what is missing', async () => {
    const bucket = service(['DATASET_BUCKET'], ({ DATASET_BUCKET }) => DATASET_BUCKET);
    const handler = httpHandler({ bucket }, async () => ({ status: 200, json: {} }));
    expect(await handler(httpEvent({}), lambdaContext())).toMatchObject({ statusCode: 500 });
    expect(output.logs()).toEqual([expect.objectContaining({ error_name: 'ConfigError' })]);
    expect(output.text()).toContain('DATASET_BUCKET is missing');
  });

  it('that does not end in time answers before Lambda ends it', async () => {
    const handler = httpHandler({}, () => new Promise(() => {}));
    // The signal aborts half a second before the end.
    expect(await handler(httpEvent({}), lambdaContext(550))).toMatchObject({ statusCode: 500 });
    expect(output.logs()).toEqual([expect.objectContaining({ error_name: 'OutOfTimeError' })]);
  });
});
