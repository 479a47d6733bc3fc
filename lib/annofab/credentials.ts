import { CredentialError } from './errors.ts';

/** How to sign in: a personal access token, or user id and password of an account without multi-factor login. */
export type Credentials = { readonly pat: string } | { readonly user_id: string; readonly password: string };

/**
 * Gives the credentials when they are needed, so that they may come from a secret store.
 *
 * `reread` is true once after Annofab has refused them: what is cached should be read again, for it may have been
 * changed there.
 */
export type CredentialsProvider = (options: { reread: boolean }) => Promise<Credentials>;

/**
 * Checks what may come from a secret store, and keeps only the fields that count.
 *
 * @throws CredentialError without repeating any value
 */
export function checkCredentials(value: unknown): Credentials {
  const { pat, user_id, password } = typeof value === 'object' && value !== null ? fieldsOf(value) : fieldsOf({});
  if (pat !== undefined) return { pat: checkToken('pat', pat) };
  if (typeof user_id === 'string' && typeof password === 'string' && user_id !== '' && password !== '') {
    return { user_id, password };
  }
  throw new CredentialError('The credential must be {"pat": …} or {"user_id": …, "password": …}, none of them empty.');
}

/** @throws CredentialError when a token cannot stand in a header */
export function checkToken(name: string, token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CredentialError(`${name} must be a token: visible ASCII characters, without spaces or line ends.`);
}

export function sameCredentials(one: Credentials, other: Credentials): boolean {
  if ('pat' in one) return 'pat' in other && one.pat === other.pat;
  return !('pat' in other) && one.user_id === other.user_id && one.password === other.password;
}

function fieldsOf(value: { pat?: unknown; user_id?: unknown; password?: unknown }) {
  const { pat, user_id, password } = value;
  return { pat, user_id, password };
}
