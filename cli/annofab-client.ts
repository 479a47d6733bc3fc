import { AnnofabClient, checkCredentials } from '../lib/annofab/index.ts';

/** For the help of a command that uses {@link clientFromEnvironment}. */
export const CREDENTIAL_HELP = `
The credential of Annofab is read from the environment:
  ANNOFAB_PAT                          a personal access token, or
  ANNOFAB_USER_ID, ANNOFAB_PASSWORD    for an account without multi-factor login`;

/** @throws Error that says which variables to set; CredentialsError for a credential that cannot be right */
export function clientFromEnvironment(baseUrl: string): AnnofabClient {
  const { ANNOFAB_PAT, ANNOFAB_USER_ID, ANNOFAB_PASSWORD } = process.env;
  const given = ANNOFAB_PAT ? { pat: ANNOFAB_PAT } : { user_id: ANNOFAB_USER_ID, password: ANNOFAB_PASSWORD };
  if (!ANNOFAB_PAT && !(ANNOFAB_USER_ID && ANNOFAB_PASSWORD)) {
    throw new Error(`No credential in the environment.\n${CREDENTIAL_HELP}`);
  }
  return new AnnofabClient({ baseUrl, credentials: checkCredentials(given) });
}
