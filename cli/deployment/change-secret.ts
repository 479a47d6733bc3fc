import { createHash } from 'node:crypto';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { isJsonObject, type JsonObject, parseJson } from '../../lib/core/json.ts';

/** A secret whose text is a JSON object. */
export interface JsonSecret {
  readonly name: string;
  readonly client: SecretsManagerClient;
  readonly signal: AbortSignal;
}

interface Version {
  readonly id: string;
  readonly json: JsonObject;
}

/** The version that a change is applied to. */
interface Base extends Version {
  /** How many ids after its own are taken. */
  readonly repetitions?: number;
  /** The JSON is that of a version which our own has replaced. */
  readonly isOverwritten?: true;
}

/** Each lost race means that another program wrote between our read and our write. */
const MAX_ATTEMPTS = 20;

/** @throws Error that never contains the text of the secret */
export async function readSecret(secret: JsonSecret): Promise<JsonObject> {
  return (await readVersion(secret, 'AWSCURRENT')).json;
}

/**
 * Changes a secret by compare-and-set, which Secrets Manager does not have: a version is written under an id that is derived
 * from the version that it follows. Of two runs that read the same version, the second is refused, reads again and repeats.
 * Other programs write under random ids. What one of them wrote between our read and our write is found as the previous
 * version, and our change is applied to it.
 *
 * @param change returns `undefined` when there is nothing to change
 * @returns the JSON that has the change
 */
export async function changeSecret(
  secret: JsonSecret,
  change: (json: JsonObject) => JsonObject | undefined,
): Promise<JsonObject> {
  let base: Base = await readVersion(secret, 'AWSCURRENT');
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const next = change(base.json) ?? (base.isOverwritten ? base.json : undefined);
    if (next === undefined) return base.json;
    const id = idAfter(base);
    const isNew = await writeVersion(secret, id, next);
    const previous = isNew ? await readVersion(secret, 'AWSPREVIOUS') : undefined;
    if (previous?.id === base.id) return next;
    if (previous === undefined || previous.id === id) base = await readAgain(secret, base);
    else base = { id, json: previous.json, isOverwritten: true };
  }
  throw new Error(`The secret ${secret.name} was changed by other programs during each of ${MAX_ATTEMPTS} attempts.`);
}

/** Secrets Manager takes ids of 32 to 64 characters. */
function idAfter({ id, repetitions = 0 }: Base): string {
  return createHash('sha256').update(`${id}/${repetitions}`).digest('hex');
}

/** When it is still the same version, an operator made it the current one again, and the id of its successor is taken. */
async function readAgain(secret: JsonSecret, { id, repetitions = 0 }: Base): Promise<Base> {
  const current = await readVersion(secret, 'AWSCURRENT');
  return current.id === id ? { ...current, repetitions: repetitions + 1 } : current;
}

async function readVersion({ name, client, signal }: JsonSecret, VersionStage: string): Promise<Version> {
  const read = client.send(new GetSecretValueCommand({ SecretId: name, VersionStage }), { abortSignal: signal });
  const { SecretString = '', VersionId = '' } = await read.catch((error: unknown) => {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    throw new Error(`There is no secret ${name} in this account and region.`, { cause: error });
  });
  // The parser's own error would quote the secret.
  const json = parseJson(SecretString);
  if (isJsonObject(json)) return { id: VersionId, json };
  throw new Error(`The secret ${name} is not a JSON object.`);
}

/** @returns `false` when a version with other content has the id. One with the same content is left as it is. */
async function writeVersion({ name, client, signal }: JsonSecret, id: string, json: JsonObject): Promise<boolean> {
  const input = { SecretId: name, SecretString: JSON.stringify(json), ClientRequestToken: id };
  try {
    await client.send(new PutSecretValueCommand(input), { abortSignal: signal });
    return true;
  } catch (error) {
    if (error instanceof ResourceExistsException) return false;
    throw error;
  }
}
