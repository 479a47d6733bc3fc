import { checkCredentials } from '../../annofab/index.ts';
import { createSecret } from '../../aws/secret.ts';
import { secretsClient } from '../../aws/secrets-client.ts';
import { FunctionClient } from '../../runtime/function-client.ts';
import { service } from '../../runtime/service.ts';

/** Lambda charges for sleeping: a longer wait becomes a deferred message. */
const MAX_WAIT_MS = 2_000;

/** Annofab's API, signed in with the credential of the secret, which is read again when Annofab refuses it. */
export const annofab = service(
  [
    'ANNOFAB_ENDPOINT_URL',
    'CREDENTIAL_SECRET_ID',
    'RATE_LIMITED_SECONDS',
    'MAINTENANCE_SECONDS',
    'REQUESTS_IN_FLIGHT',
    'AWS_TIMEOUT_MS',
  ],
  (config): FunctionClient => {
    const client = secretsClient(config.AWS_TIMEOUT_MS);
    const secret = createSecret({ secretId: config.CREDENTIAL_SECRET_ID, client, parse: checkCredentials });
    return new FunctionClient({
      credentials: ({ reread }) => (reread ? secret.reread() : secret.get()),
      baseUrl: config.ANNOFAB_ENDPOINT_URL,
      maxWaitMs: MAX_WAIT_MS,
      connections: config.REQUESTS_IN_FLIGHT,
      rateLimitedSeconds: config.RATE_LIMITED_SECONDS,
      maintenanceSeconds: config.MAINTENANCE_SECONDS,
    });
  },
  { calls: 'annofab' },
);
