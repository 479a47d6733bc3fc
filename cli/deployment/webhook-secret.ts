import { randomBytes } from 'node:crypto';
import { isJsonObject, type JsonObject, ownField } from '../../lib/core/json.ts';
import {
  parseWebhookSecrets,
  type SecretToRegister,
  secretToRegister,
  type WebhookSecrets,
} from '../../lib/webhooks/webhook-secrets.ts';
import { changeSecret, readSecret } from './change-secret.ts';
import { secretName, storedSecret } from './stored-secret.ts';
import type { Target } from './target.ts';

const RANDOM_BYTES = 32;
const LIST = 'webhook_secrets';

/** The secret that the receiver expects for a project, from Secrets Manager. The errors never contain it. */
export async function webhookSecret(target: Target, projectId: string, signal: AbortSignal): Promise<SecretToRegister> {
  const secret = secretToRegister(await webhookSecrets(target, signal), projectId);
  if (secret !== undefined) return secret;
  throw new Error(`The secret ${secretName(target, 'webhooks')} has no entry for project ${projectId}, and no key.`);
}

/** All webhook secrets of the deployment. The errors never contain one. */
export async function webhookSecrets(target: Target, signal: AbortSignal): Promise<WebhookSecrets> {
  return parseWebhookSecrets(await readSecret(storedSecret(target, 'webhooks', signal)));
}

/**
 * Writes a version of the secret that has an entry with a new random secret for the project. Everything else in it stays.
 *
 * @returns the entry that is there now, which another run may have written in the meantime
 */
export async function addWebhookSecret(
  target: Target,
  projectId: string,
  signal: AbortSignal,
): Promise<SecretToRegister> {
  const added = { secret: randomBytes(RANDOM_BYTES).toString('hex'), project_id: projectId };
  const json = await changeSecret(storedSecret(target, 'webhooks', signal), (before) => {
    if (entryOf(before, projectId) !== undefined) return undefined;
    return { ...before, [LIST]: [...entriesIn(before), added] };
  });
  const { secret } = entryOf(json, projectId) ?? added;
  return { secret };
}

/**
 * Writes a version of the secret without the entries of the project. Everything else in it stays.
 *
 * @returns `kept` when nothing else is in the secret: the receiver refuses to start with an empty one
 */
export async function removeWebhookSecret(
  target: Target,
  projectId: string,
  signal: AbortSignal,
): Promise<'removed' | 'kept' | 'none'> {
  let outcome: 'removed' | 'kept' | 'none' = 'none';
  await changeSecret(storedSecret(target, 'webhooks', signal), (before) => {
    const entries = entriesIn(before);
    const left = entries.filter((entry) => !isOf(entry, projectId));
    if (left.length === entries.length) return undefined;
    const isLast = left.length === 0 && !Object.hasOwn(before, 'keys');
    outcome = isLast ? 'kept' : 'removed';
    if (isLast) return undefined;
    const { [LIST]: _, ...others } = before;
    return left.length === 0 ? others : { ...before, [LIST]: left };
  });
  return outcome;
}

/** @throws Error when the secret cannot be used */
function entryOf(json: JsonObject, projectId: string) {
  return parseWebhookSecrets(json).entries.find(({ project_id }) => project_id === projectId);
}

function entriesIn(json: JsonObject): readonly unknown[] {
  const entries = ownField(json, LIST);
  return Array.isArray(entries) ? entries : [];
}

function isOf(entry: unknown, projectId: string): boolean {
  return isJsonObject(entry) && ownField(entry, 'project_id') === projectId;
}
