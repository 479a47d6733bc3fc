import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sdkOptions } from '../../lib/aws/sdk-options.ts';
import { createSecret, type SecretOptions } from '../../lib/aws/secret.ts';
import { listen } from '../../local/listen.ts';
import { startTestAws, type TestAws } from '../lambda/support.ts';

let aws: TestAws;
let client: SecretsManagerClient;
let time: number;
let parsed: number;

beforeAll(async () => {
  aws = await startTestAws();
  client = new SecretsManagerClient(sdkOptions({ timeoutMs: 3_600_000 }));
});

afterAll(async () => {
  client.destroy();
  await aws.stop();
});

beforeEach(() => {
  time = 0;
  parsed = 0;
  aws.secrets.put('a', { value: 'first' });
});

afterEach(() => aws.faults.clear());

function parse(json: unknown): string {
  parsed += 1;
  if (typeof json === 'object' && json !== null && 'value' in json && typeof json.value === 'string') return json.value;
  throw new Error('value is missing');
}

function secret(more: Partial<SecretOptions<string>> = {}) {
  return createSecret({ secretId: 'a', client, parse, now: () => time, ...more });
}

describe('a secret', () => {
  it('is read once for simultaneous calls', async () => {
    const { get } = secret();
    expect(await Promise.all([get(), get(), get()])).toEqual(['first', 'first', 'first']);
    expect(parsed).toBe(1);
  });

  it('is cached for five minutes', async () => {
    const { get } = secret();
    await get();
    aws.secrets.put('a', { value: 'second' });
    time = 299_999;
    expect(await get()).toBe('first');
    time = 300_000;
    expect(await get()).toBe('second');
  });

  it('is read again on demand, and then not within 30 seconds', async () => {
    const { get, reread } = secret();
    await get();
    aws.secrets.put('a', { value: 'second' });
    expect(await reread()).toBe('second');
    aws.secrets.put('a', { value: 'third' });
    time = 29_999;
    expect(await reread()).toBe('second');
    expect(await get()).toBe('second');
    time = 30_000;
    expect(await reread()).toBe('third');
    expect(await get()).toBe('third');
  });

  it('is read again once for simultaneous calls', async () => {
    const { reread } = secret();
    await Promise.all([reread(), reread(), reread()]);
    expect(parsed).toBe(1);
  });

  it('is read again after a failure, which is not cached', async () => {
    aws.faults.add({ service: 'secretsmanager', drop: true, times: 2 });
    const { get } = secret();
    await expect(get()).rejects.toMatchObject({ name: 'SecretError', secretId: 'a' });
    expect(await get()).toBe('first');
  });

  it('stays cached when it cannot be read again', async () => {
    const { get, reread } = secret();
    await get();
    aws.faults.add({ service: 'secretsmanager', drop: true });
    await expect(reread()).rejects.toMatchObject({ name: 'SecretError' });
    expect(await reread()).toBe('first');
    expect(await get()).toBe('first');
  });

  it('fails in time when the service does not answer', async () => {
    aws.faults.add({ service: 'secretsmanager', delayMs: 3_600_000 });
    const { get } = secret({ client: new SecretsManagerClient(sdkOptions({ timeoutMs: 50 })) });
    await expect(get()).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
  });

  it.each([
    ['is not JSON', 'marker-secret, {'],
    ['is not what it should be', '{"password": "marker-secret"}'],
  ])('throws an error without its text when it %s', async (_what, text) => {
    aws.secrets.put('a', text);
    const error: unknown = await secret()
      .get()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'SecretError', message: expect.stringMatching(/^The secret a (is|cannot)/) });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('marker');
  });

  it('is in no part of the error when the answer of AWS is garbled, which the SDK quotes', async () => {
    const server = createServer((_request, response) => response.end('{"SecretString": marker-secret'));
    const port = await listen(server);
    const garbled = new SecretsManagerClient({ endpoint: `http://127.0.0.1:${port}`, maxAttempts: 1 });
    const error: unknown = await secret({ client: garbled })
      .get()
      .catch((reason: unknown) => reason);
    garbled.destroy();
    server.close();
    expect(error).toMatchObject({ name: 'SecretError', message: 'The secret a could not be read' });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('marker');
  });

  it('throws an error with the cause when it does not exist', async () => {
    aws.secrets.delete('a');
    await expect(secret().get()).rejects.toMatchObject({ cause: { name: 'ResourceNotFoundException' } });
  });
});
