import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { LoggableError } from '../core/loggable-error.ts';

export interface Secret<T> {
  /**
   * The value, from the cache while it is fresh.
   * @throws SecretError
   */
  get(): Promise<T>;
  /**
   * The value, read again, for when the cached one was refused; within `minRereadMs` of the last time the same as
   * {@link Secret.get}, so that wrong passwords do not turn into calls to AWS.
   * @throws SecretError
   */
  reread(): Promise<T>;
}

export interface SecretOptions<T> {
  /** Name or ARN. */
  readonly secretId: string;
  /** Makes the value from the secret's JSON. Its error must not repeat the JSON. */
  readonly parse: (json: unknown) => T;
  readonly client: SecretsManagerClient;
  readonly ttlMs?: number;
  readonly minRereadMs?: number;
  readonly now?: () => number;
}

/**
 * A secret could not be read, or is not what it should be. It never holds the secret.
 *
 * @public
 */
export class SecretError extends LoggableError {
  override readonly name = 'SecretError' as const;
  override readonly alert = 'secret' as const;
  readonly secretId: string;

  constructor(secretId: string, problem: string, cause?: unknown) {
    super(`The secret ${secretId} ${problem}`, cause === undefined ? {} : { cause });
    this.secretId = secretId;
  }
}

/**
 * A secret of AWS Secrets Manager, whose text is JSON. Concurrent calls share one request; a value is cached for `ttlMs`,
 * a failure is not.
 *
 * @example
 * const secret = createSecret({ secretId: 'annofab-functions/dev/webhooks', client, parse: parseWebhookSecrets });
 * const entries = await secret.get();
 */
export function createSecret<T>(options: SecretOptions<T>): Secret<T> {
  const { secretId, client, parse, ttlMs = 300_000, minRereadMs = 30_000, now = Date.now } = options;
  let cached: { readonly value: T; readonly readAt: number } | undefined;
  let pending: Promise<T> | undefined;
  let rereadAt = Number.NEGATIVE_INFINITY;

  async function load(): Promise<T> {
    const json = parseJson(secretId, await fetchText(client, secretId));
    const value = parseValue(secretId, parse, json);
    cached = { value, readAt: now() };
    return value;
  }

  function read(): Promise<T> {
    pending ??= load().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  async function get(): Promise<T> {
    return cached !== undefined && now() - cached.readAt < ttlMs ? cached.value : read();
  }

  async function reread(): Promise<T> {
    if (now() - rereadAt < minRereadMs) return get();
    rereadAt = now();
    return read();
  }

  return { get, reread };
}

async function fetchText(client: SecretsManagerClient, secretId: string): Promise<string> {
  const { SecretString } = await client
    .send(new GetSecretValueCommand({ SecretId: secretId }))
    .catch((error: unknown) => {
      // The SDK's error for an answer that it cannot read quotes from the answer, which holds the secret.
      throw new SecretError(secretId, 'could not be read', error instanceof SyntaxError ? undefined : error);
    });
  if (SecretString === undefined) throw new SecretError(secretId, 'holds no text');
  return SecretString;
}

function parseJson(secretId: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own error quotes the text.
    throw new SecretError(secretId, 'is not JSON');
  }
}

function parseValue<T>(secretId: string, parse: (json: unknown) => T, json: unknown): T {
  try {
    return parse(json);
  } catch (error) {
    throw new SecretError(secretId, `cannot be used: ${error instanceof Error ? error.message : 'unknown'}`, error);
  }
}
