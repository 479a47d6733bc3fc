import { beforeEach, describe, expect, it } from 'vitest';
import { httpHandler } from '../../lib/lambda/http-handler.ts';
import { service } from '../../lib/runtime/service.ts';
import { captureOutput, httpEvent, lambdaContext } from './support.ts';

let output: ReturnType<typeof captureOutput>;

beforeEach(() => {
  output = captureOutput();
});

describe('httpHandler', () => {
  it('answers a bug with a 500 without details, and logs and counts it', async () => {
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

  it('answers 500 when it is not configured, and logs what is missing', async () => {
    const bucket = service(['DATASET_BUCKET'], ({ DATASET_BUCKET }) => DATASET_BUCKET);
    const handler = httpHandler({ bucket }, async () => ({ status: 200, json: {} }));
    expect(await handler(httpEvent({}), lambdaContext())).toMatchObject({ statusCode: 500 });
    expect(output.logs()).toEqual([expect.objectContaining({ error_name: 'ConfigError' })]);
    expect(output.text()).toContain('DATASET_BUCKET is missing');
  });

  it('answers a recipe that does not end in time before Lambda ends the invocation', async () => {
    const handler = httpHandler({}, () => new Promise(() => {}));
    // The signal aborts half a second before the end.
    expect(await handler(httpEvent({}), lambdaContext(550))).toMatchObject({ statusCode: 500 });
    expect(output.logs()).toEqual([expect.objectContaining({ error_name: 'OutOfTimeError' })]);
  });
});
