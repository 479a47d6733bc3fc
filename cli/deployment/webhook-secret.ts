import { randomBytes } from 'node:crypto';
import { isJsonObject, type JsonObject, ownField } from '../../lib/core/json.ts';
import {
  parseWebhookSecrets,
  type SecretToRegister,
  secretToRegister,
  type WebhookSecrets,
} from '../../lib/webhooks/webhook-secrets.ts';
import { findSecret, putSecret, secretName } from './stored-secret.ts';
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
  return parseWebhookSecrets(await readJson(target, signal));
}

/**
 * Writes a version of the secret that has an entry with a new random secret for the project. Everything else in it stays.
 *
 * @returns the entry that is there now, which somebody else may have written in the meantime
 */
export async function addWebhookSecret(
  target: Target,
  projectId: string,
  signal: AbortSignal,
): Promise<SecretToRegister> {
  const json = await readJson(target, signal);
  const existing = parseWebhookSecrets(json).entries.find(({ project_id }) => project_id === projectId);
  if (existing !== undefined) return { secret: existing.secret };
  const secret = randomBytes(RANDOM_BYTES).toString('hex');
  await putSecret(
    target,
    'webhooks',
    { ...json, [LIST]: [...entriesIn(json), { secret, project_id: projectId }] },
    signal,
  );
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
  const json = await readJson(target, signal);
  const left = entriesIn(json).filter((entry) => !isOf(entry, projectId));
  if (left.length === entriesIn(json).length) return 'none';
  if (left.length === 0 && !Object.hasOwn(json, 'keys')) return 'kept';
  const { [LIST]: _, ...others } = json;
  await putSecret(target, 'webhooks', left.length === 0 ? others : { ...json, [LIST]: left }, signal);
  return 'removed';
}

async function readJson(target: Target, signal: AbortSignal): Promise<JsonObject> {
  const name = secretName(target, 'webhooks');
  const found = await findSecret(target, 'webhooks', signal);
  if (found === undefined) throw new Error(`There is no secret ${name} in this account and region.`);
  if (isJsonObject(found.json)) return found.json;
  throw new Error(`The secret ${name} is not a JSON object.`);
}

function entriesIn(json: JsonObject): readonly unknown[] {
  const entries = ownField(json, LIST);
  return Array.isArray(entries) ? entries : [];
}

function isOf(entry: unknown, projectId: string): boolean {
  return isJsonObject(entry) && ownField(entry, 'project_id') === projectId;
}
