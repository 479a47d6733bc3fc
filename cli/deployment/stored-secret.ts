import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { type JsonObject, parseJson } from '../../lib/core/json.ts';
import type { JsonSecret } from './change-secret.ts';
import type { Target } from './target.ts';

/** The two secrets of a stage: serverless.yml has their names. */
export type SecretKind = 'credential' | 'webhooks';

export function secretName({ service, stage }: Pick<Target, 'service' | 'stage'>, kind: SecretKind): string {
  return `${service}/${stage}/${kind}`;
}

/**
 * Reads a secret of the stage.
 *
 * @returns `undefined` when there is none; `json` is undefined when its text is not JSON, since the parser's own error would
 * quote it
 */
export async function findSecret(
  target: Target,
  kind: SecretKind,
  signal: AbortSignal,
): Promise<{ readonly json: unknown } | undefined> {
  const command = new GetSecretValueCommand({ SecretId: secretName(target, kind) });
  try {
    const { SecretString = '' } = await clientOf(target).send(command, { abortSignal: signal });
    return { json: parseJson(SecretString) };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

export async function createSecret(
  target: Target,
  kind: SecretKind,
  json: JsonObject,
  signal: AbortSignal,
): Promise<void> {
  const input = { Name: secretName(target, kind), SecretString: JSON.stringify(json) };
  await clientOf(target).send(new CreateSecretCommand(input), { abortSignal: signal });
}

/** A secret of the stage, for `changeSecret`. */
export function storedSecret(target: Target, kind: SecretKind, signal: AbortSignal): JsonSecret {
  return { name: secretName(target, kind), client: clientOf(target), signal };
}

/** Writes a new version of the secret, whatever the present one is. */
export async function putSecret(
  target: Target,
  kind: SecretKind,
  json: JsonObject,
  signal: AbortSignal,
): Promise<void> {
  const input = { SecretId: secretName(target, kind), SecretString: JSON.stringify(json) };
  await clientOf(target).send(new PutSecretValueCommand(input), { abortSignal: signal });
}

function clientOf({ sdk }: Target): SecretsManagerClient {
  return new SecretsManagerClient(sdk);
}
