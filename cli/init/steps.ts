import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject, type JsonObject } from '../../lib/core/json.ts';
import { parseWebhookSecrets } from '../../lib/webhooks/webhook-secrets.ts';
import { changeSecret } from '../deployment/change-secret.ts';
import { PROJECT_ROOT, settingsRoot } from '../deployment/stage-settings.ts';
import { createSecret, findSecret, putSecret, secretName, storedSecret } from '../deployment/stored-secret.ts';
import type { Target } from '../deployment/target.ts';
import { kindOf, type StoredCredential } from './credential.ts';
import { changedSettings, newSettings, type WantedSettings } from './settings-text.ts';

/** A file or a secret, and what is to happen to it. */
export interface Step {
  /** `settings/dev.yml`, or the name of a secret. */
  readonly what: string;
  readonly change: 'create' | 'change' | 'none';
  /** Without secret values. */
  readonly detail: string;
  apply(signal: AbortSignal): Promise<void>;
}

const RANDOM_BYTES = 32;

/** @param found the stored secret, if there is one */
export function credentialStep(
  target: Target,
  found: { readonly json: unknown; readonly stored: StoredCredential | undefined } | undefined,
  credential: StoredCredential,
): Step {
  const what = secretName(target, 'credential');
  const json: JsonObject = { ...credential };
  if (found === undefined) {
    return {
      what,
      change: 'create',
      detail: kindOf(credential),
      apply: (s) => createSecret(target, 'credential', json, s),
    };
  }
  const { stored } = found;
  if (stored !== undefined && isSame(stored, credential)) return nothing(what, kindOf(credential));
  const before = stored === undefined ? 'one that cannot be used' : kindOf(stored);
  const detail = `${kindOf(credential)}, instead of ${before === kindOf(credential) ? 'another one' : before}`;
  return { what, change: 'change', detail, apply: (s) => putSecret(target, 'credential', json, s) };
}

/** @throws Error when there is a secret that the receiver cannot use: it may have entries that are in use */
export async function webhooksStep(target: Target, signal: AbortSignal): Promise<Step> {
  const what = secretName(target, 'webhooks');
  const found = await findSecret(target, 'webhooks', signal);
  const keys = [randomBytes(RANDOM_BYTES).toString('hex')];
  if (found === undefined) {
    return {
      what,
      change: 'create',
      detail: 'one random key',
      apply: (s) => createSecret(target, 'webhooks', { keys }, s),
    };
  }
  const { json } = found;
  if (!isJsonObject(json)) throw new Error(`The secret ${what} is not a JSON object. Correct or delete it first.`);
  const { entries, keys: known } = readSecrets(what, json);
  const numbers = `entries: ${entries.length}, keys: ${known.length}`;
  if (known.length > 0) return nothing(what, numbers);
  const detail = `a random key is added; ${numbers} are kept`;
  const addKeys = (before: JsonObject) => (readSecrets(what, before).keys.length > 0 ? undefined : { ...before, keys });
  return {
    what,
    change: 'change',
    detail,
    apply: async (s) => void (await changeSecret(storedSecret(target, 'webhooks', s), addKeys)),
  };
}

/** @throws Error when the file is not valid, or would not be */
export async function settingsStep(stage: string, wanted: WantedSettings): Promise<Step> {
  const what = `settings/${stage}.yml`;
  const path = join(settingsRoot(), what);
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  try {
    if (before === undefined) {
      const example = await readFile(join(PROJECT_ROOT, 'settings/example.yml'), 'utf8');
      const { text, changes } = newSettings(example, stage, wanted);
      const detail = changes.length === 0 ? 'the defaults' : changes.join('; ');
      return { what, change: 'create', detail, apply: () => writeFile(path, text, { flag: 'wx' }) };
    }
    const { text, changes } = changedSettings(before, wanted);
    if (changes.length === 0) return nothing(what, 'as it is');
    return { what, change: 'change', detail: changes.join('; '), apply: () => writeFile(path, text) };
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function nothing(what: string, detail: string): Step {
  return { what, change: 'none', detail, apply: async () => {} };
}

function readSecrets(what: string, json: JsonObject) {
  try {
    return parseWebhookSecrets(json);
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : error}. Correct it first.`, { cause: error });
  }
}

function isSame(one: StoredCredential, other: StoredCredential): boolean {
  if ('pat' in one || 'pat' in other) return 'pat' in one && 'pat' in other && one.pat === other.pat;
  return one.user_id === other.user_id && one.password === other.password;
}
