import { AnnofabClient, checkCredentials } from '../lib/annofab/index.ts';
import { localNames } from '../local/names.ts';
import { findStack } from './deployment/running-stacks.ts';
import { type AnnofabOptions, CREDENTIAL_HELP } from './options.ts';

const DEFAULT_ENDPOINT = 'https://annofab.com';

/**
 * Runs work with a client that is signed in with the credential of the environment, and closes it. With `--local` it is the
 * Annofab of the local stack, whose owner signs in: a credential of the environment is not sent there.
 *
 * @throws Error that says which variables to set; CredentialsError for a credential that cannot be right
 */
export async function withAnnofab<T>(
  { endpoint, local }: AnnofabOptions,
  work: (annofab: AnnofabClient) => Promise<T>,
): Promise<T> {
  const running = local === undefined ? undefined : await findStack(local);
  const baseUrl = running?.annofab.url ?? endpoint ?? DEFAULT_ENDPOINT;
  const annofab = new AnnofabClient({ baseUrl, credentials: credentials(running !== undefined) });
  try {
    return await work(annofab);
  } finally {
    await annofab.close();
  }
}

/** Where {@link withAnnofab} signs in. */
export async function annofabUrl({ endpoint, local }: AnnofabOptions): Promise<string> {
  const running = local === undefined ? undefined : await findStack(local);
  return running?.annofab.url ?? endpoint ?? DEFAULT_ENDPOINT;
}

function credentials(isLocal: boolean) {
  if (isLocal) return { pat: localNames.personalAccessToken };
  const { ANNOFAB_PAT, ANNOFAB_USER_ID, ANNOFAB_PASSWORD } = process.env;
  if (ANNOFAB_PAT) return checkCredentials({ pat: ANNOFAB_PAT });
  if (ANNOFAB_USER_ID && ANNOFAB_PASSWORD) {
    return checkCredentials({ user_id: ANNOFAB_USER_ID, password: ANNOFAB_PASSWORD });
  }
  const half = halfOf(ANNOFAB_USER_ID, ANNOFAB_PASSWORD);
  throw new Error(`No credential in the environment${half}.\n${CREDENTIAL_HELP}`);
}

function halfOf(userId: string | undefined, password: string | undefined): string {
  if (userId) return ': ANNOFAB_USER_ID is set without ANNOFAB_PASSWORD';
  return password ? ': ANNOFAB_PASSWORD is set without ANNOFAB_USER_ID' : '';
}
