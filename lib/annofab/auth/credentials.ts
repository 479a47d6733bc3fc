import { CredentialError } from '../errors.ts';
import type { OneOf } from '../one-of.ts';

/** A personal access token: no multi-factor login, no refresh, all rights of its issuer. The choice for servers. */
export interface TokenCredentials {
  readonly pat: string;
}

/** User id and password of an account. */
export interface PasswordCredentials {
  readonly user_id: string;
  readonly password: string;
  /** Returns the code of the second factor; needed where the account has multi-factor login. */
  readonly mfaCode?: MfaCode | undefined;
}

/**
 * Asks for the six digits of the authenticator app: once per login attempt, however many requests wait for it. Those
 * requests fail with what it throws. `signal` aborts when no request waits for the code any longer.
 *
 * @example
 * const terminal = createInterface(process); // of node:readline/promises
 * const mfaCode: MfaCode = ({ user_id, signal }) => terminal.question(`Code of ${user_id}: `, { signal });
 */
export type MfaCode = (challenge: { user_id: string; signal: AbortSignal }) => string | PromiseLike<string>;

/** How to sign in. */
export type Credentials = OneOf<TokenCredentials | PasswordCredentials>;

/**
 * Returns the credentials when they are needed, so that they can come from a secret store.
 *
 * `reread` is true once after Annofab has refused them: read them again past any cache, since they may have changed.
 */
export type CredentialsProvider = (options: { reread: boolean }) => Credentials | PromiseLike<Credentials>;

/**
 * Validates credentials, which may come from a secret store, and keeps only the known fields.
 *
 * @throws CredentialError, which contains no value
 */
export function checkCredentials(value: unknown): Credentials {
  const { pat, user_id, password, mfaCode } = typeof value === 'object' && value !== null ? fieldsOf(value) : {};
  if (pat !== undefined && (user_id ?? password) !== undefined)
    throw new CredentialError('The credential has both a pat and a user_id: give only one of them.');
  if (pat !== undefined) return { pat: checkToken('pat', pat) };
  if (typeof user_id === 'string' && typeof password === 'string' && user_id !== '' && password !== '') {
    return { user_id, password, ...(isMfaCode(mfaCode) && { mfaCode }) };
  }
  throw new CredentialError('The credential must be {"pat": …} or {"user_id": …, "password": …}, none of them empty.');
}

/** @throws CredentialError when a token is not a valid header value */
export function checkToken(name: string, token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CredentialError(`${name} must be a token: visible ASCII characters, without spaces or line ends.`);
}

export function sameCredentials(one: Credentials, other: Credentials): boolean {
  if (one.pat !== undefined || other.pat !== undefined) return one.pat === other.pat;
  return one.user_id === other.user_id && one.password === other.password;
}

/** Whether both belong to the same account, as far as they show. */
export function sameAccount(one: Credentials, other: Credentials): boolean {
  if (one.pat !== undefined || other.pat !== undefined) return sameCredentials(one, other);
  return one.user_id === other.user_id;
}

function isMfaCode(value: unknown): value is MfaCode {
  return typeof value === 'function';
}

function fieldsOf(value: { pat?: unknown; user_id?: unknown; password?: unknown; mfaCode?: unknown }) {
  const { pat, user_id, password, mfaCode } = value;
  return { pat, user_id, password, mfaCode };
}
