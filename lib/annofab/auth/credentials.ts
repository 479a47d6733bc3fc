import { CredentialError } from '../errors.ts';
import type { OneOf } from '../one-of.ts';
import { SessionTokens, type Tokens } from './redacted-tokens.ts';

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
 * The tokens of an earlier login, to resume it without user id, password and second factor. They are refreshed like those of
 * a login. When Annofab refuses the refresh token, too, somebody has to log in again.
 *
 * @example
 * await annofab.signIn();
 * const { id_token, access_token, refresh_token } = annofab.tokens ?? {}; // save these three in a safe place
 * const resumed = new AnnofabClient({ credentials: { tokens: { id_token, access_token, refresh_token } } });
 */
export interface SavedTokens {
  readonly tokens: Tokens;
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
export type Credentials = OneOf<TokenCredentials | PasswordCredentials | SavedTokens>;

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
  const { pat, tokens, user_id, password, mfaCode } =
    typeof value === 'object' && value !== null ? fieldsOf(value) : {};
  const kinds = [pat, tokens, user_id ?? password].filter((kind) => kind !== undefined);
  if (kinds.length > 1)
    throw new CredentialError('The credential has more than one of pat, tokens and user_id: give only one of them.');
  if (pat !== undefined) return { pat: checkToken('pat', pat) };
  if (tokens !== undefined) return { tokens: checkTokens(tokens) };
  if (typeof user_id === 'string' && typeof password === 'string' && user_id !== '' && password !== '') {
    return { user_id, password, ...(isMfaCode(mfaCode) && { mfaCode }) };
  }
  throw new CredentialError(
    'The credential must be {"pat": …}, {"user_id": …, "password": …} or {"tokens": …}, none of them empty.',
  );
}

function checkTokens(value: unknown): SessionTokens {
  const token = (name: keyof Tokens) =>
    checkToken(name, typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);
  const [id_token, access_token, refresh_token] = [token('id_token'), token('access_token'), token('refresh_token')];
  return new SessionTokens({ id_token, access_token, refresh_token });
}

/** @throws CredentialError when a token is not a valid header value */
export function checkToken(name: string, token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CredentialError(`${name} must be a token: visible ASCII characters, without spaces or line ends.`);
}

export function sameCredentials(one: Credentials, other: Credentials): boolean {
  if (one.pat !== undefined || other.pat !== undefined) return one.pat === other.pat;
  if (one.tokens !== undefined || other.tokens !== undefined) {
    return one.tokens?.refresh_token === other.tokens?.refresh_token;
  }
  return one.user_id === other.user_id && one.password === other.password;
}

/** Whether both belong to the same account, as far as they show. */
export function sameAccount(one: Credentials, other: Credentials): boolean {
  if (one.user_id !== undefined && other.user_id !== undefined) return one.user_id === other.user_id;
  return sameCredentials(one, other);
}

function isMfaCode(value: unknown): value is MfaCode {
  return typeof value === 'function';
}

function fieldsOf(value: {
  pat?: unknown;
  tokens?: unknown;
  user_id?: unknown;
  password?: unknown;
  mfaCode?: unknown;
}) {
  const { pat, tokens, user_id, password, mfaCode } = value;
  return { pat, tokens, user_id, password, mfaCode };
}
