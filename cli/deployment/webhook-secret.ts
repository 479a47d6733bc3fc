import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { parseWebhookSecrets, type SecretToRegister, secretToRegister } from '../../lib/webhooks/webhook-secrets.ts';
import type { Target } from './target.ts';

/** The secret that the receiver expects for a project, from Secrets Manager. The errors never contain it. */
export async function webhookSecret(target: Target, projectId: string, signal: AbortSignal): Promise<SecretToRegister> {
  const name = `${target.service}/${target.stage}/webhooks`;
  const client = new SecretsManagerClient(target.sdk);
  const read = client.send(new GetSecretValueCommand({ SecretId: name }), { abortSignal: signal });
  const { SecretString = '' } = await read.catch((error: unknown) => {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    throw new Error(`There is no secret ${name} in this account and region.`, { cause: error });
  });
  const secret = secretToRegister(parseWebhookSecrets(JSON.parse(SecretString)), projectId);
  if (secret === undefined) throw new Error(`The secret ${name} has no entry for project ${projectId}, and no key.`);
  return secret;
}
