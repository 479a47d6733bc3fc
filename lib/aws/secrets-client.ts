import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { sharedClient } from './sdk-options.ts';

/** The process's one client of AWS Secrets Manager. */
export const secretsClient = sharedClient((options) => new SecretsManagerClient(options));
