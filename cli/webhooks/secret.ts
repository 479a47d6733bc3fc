import {
  parseWebhookSecrets,
  type SecretToRegister,
  secretToRegister,
  type WebhookSecrets,
  WebhookSecretsError,
} from '../../lib/webhooks/webhook-secrets.ts';
import { UsageError } from '../frame/exit-codes.ts';
import type { ApplyOptions } from './options.ts';

const MIN_LENGTH = 16;
const MIN_DIFFERENT = 8;

/** The secret of the webhooks: the given one, or one derived from the key. The receiver loads both by the same rules. */
export function givenSecret({ secret, key, project }: ApplyOptions): SecretToRegister {
  if (secret && key) throw new UsageError('Give either a webhook secret or a webhook key, not both.');
  const json = key ? { keys: [key] } : secret && { webhook_secrets: [{ secret }] };
  const given = json && secretToRegister(readSecrets(json), project);
  if (given === undefined || given === '') {
    throw new UsageError(
      'The webhook secret is missing: set ANNOFAB_WEBHOOK_SECRET, or ANNOFAB_WEBHOOK_KEY to derive it from a key.',
    );
  }
  assertStrong(given.secret);
  return given;
}

function readSecrets(json: object): WebhookSecrets {
  try {
    return parseWebhookSecrets(json);
  } catch (error) {
    throw error instanceof WebhookSecretsError ? new UsageError(error.message, { cause: error }) : error;
  }
}

/** Anyone who guesses the secret can send events. */
function assertStrong(secret: string): void {
  if (secret.length >= MIN_LENGTH && new Set(secret).size >= MIN_DIFFERENT) return;
  throw new UsageError(
    `The webhook secret is weak: it needs ${MIN_LENGTH} characters or more, and ${MIN_DIFFERENT} different ones. ` +
      '`openssl rand -hex 32` prints a good one.',
  );
}
