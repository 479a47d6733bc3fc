import { SingleFlight } from '../../core/async/single-flight.ts';
import type { Clock } from '../../core/clock.ts';
import { ApiError, CredentialError, UnauthorizedError } from '../errors.ts';
import type { Wait } from '../http/retry-loop.ts';
import {
  type Credentials,
  type CredentialsProvider,
  checkCredentials,
  type SavedTokens,
  sameAccount,
  sameCredentials,
} from './credentials.ts';
import { logIn, type SignIn } from './login.ts';
import { SessionTokens } from './redacted-tokens.ts';
import { fromLogin, fromPat, type SessionToken } from './session-token.ts';

/** Saved tokens start one session only: a second start means that the refresh token was refused, or signed out. */
class SpentTokensError extends CredentialError {}

/**
 * Holds the token and renews it.
 *
 * - Requests that need a new token at the same time share one login or refresh.
 * - A token whose expiry can be decoded is renewed before it. If that fails while it is still valid, it stays in use.
 * - After a 401: the refresh token; if that is refused, a login; if that is refused too, the credentials are read again,
 *   once, and used if they have changed. A personal access token is only read again.
 * - A 401 of a token that has been replaced in the meantime renews nothing.
 */
export class Session {
  readonly #provide: (reread: boolean) => Promise<Credentials>;
  readonly #canReread: boolean;
  readonly #signIn: SignIn;
  readonly #clock: Clock;
  readonly #forget: () => void;
  readonly #flight = new SingleFlight<SessionToken | undefined>();
  #token: SessionToken | undefined;
  #used: Credentials | undefined;
  #resumed: SavedTokens | undefined;
  #generation = 0;

  /**
   * @param forget is called when cached data of the account is no longer valid: after signing out, and when the
   * credentials became those of another account
   * @throws CredentialError when the credentials are malformed
   */
  constructor(
    credentials: Credentials | CredentialsProvider,
    { signIn, clock, forget }: { signIn: SignIn; clock: Clock; forget: () => void },
  ) {
    if (typeof credentials === 'function') {
      this.#provide = async (reread) => checkCredentials(await credentials({ reread }));
    } else {
      const checked = checkCredentials(credentials);
      this.#provide = async () => checked;
    }
    this.#canReread = typeof credentials === 'function';
    this.#signIn = signIn;
    this.#clock = clock;
    this.#forget = forget;
  }

  /** The tokens of the current login; undefined before it, and with a personal access token. */
  get tokens(): SessionTokens | undefined {
    const { secret, accessToken, refreshToken } = this.#token ?? {};
    if (secret === undefined || accessToken === undefined || refreshToken === undefined) return undefined;
    return new SessionTokens({ id_token: secret, access_token: accessToken, refresh_token: refreshToken });
  }

  /** The token to send. */
  async authorization(wait: Wait): Promise<SessionToken> {
    const token = this.#token;
    if (token && !this.#isDue(token)) return token;
    const fresh = await this.#join(wait, (signal) =>
      token ? this.#renewEarly(token, { ...wait, signal }) : this.#start({ ...wait, signal }),
    );
    return fresh ?? this.authorization(wait);
  }

  /**
   * The token to send after a 401.
   *
   * @param refused the token that was sent
   * @returns undefined when there is no other than the refused one
   */
  async renew(refused: SessionToken, wait: Wait): Promise<SessionToken | undefined> {
    if (this.#isNewer(refused)) return this.#token;
    const fresh = await this.#join(wait, (signal) => this.#renew(refused, { ...wait, signal }));
    // It may have joined an early renewal that failed and left the refused token in place.
    if (fresh?.generation !== refused.generation) return fresh;
    return this.#join(wait, (signal) => this.#renew(refused, { ...wait, signal }));
  }

  /**
   * Deletes the token, and logs out where it came from a login. It waits for a sign-in in progress, so that its token does
   * not outlive this. The next request signs in again.
   */
  async end(wait: Wait): Promise<void> {
    await this.#flight.settled(wait.signal);
    const tokens = this.tokens;
    this.#token = undefined;
    this.#forget();
    if (!tokens) return;
    const { id_token, access_token, refresh_token } = tokens;
    await this.#signIn('logout', { id_token, access_token, refresh_token }, wait);
  }

  #join(wait: Wait, start: (signal: AbortSignal) => Promise<SessionToken | undefined>) {
    return this.#flight.join(start, wait.signal);
  }

  #isNewer(used: SessionToken): boolean {
    return this.#token !== undefined && this.#token.generation > used.generation;
  }

  #isDue({ renewAt }: SessionToken): boolean {
    return renewAt !== undefined && this.#clock.now() >= renewAt;
  }

  /** Signs in; if that is refused, the credentials are read again, once. */
  async #start(wait: Wait): Promise<SessionToken> {
    const credentials = await this.#provide(false);
    try {
      return await this.#use(credentials, wait);
    } catch (error) {
      const isRefused = error instanceof UnauthorizedError || error instanceof SpentTokensError;
      const changed = isRefused ? await this.#reread(credentials) : undefined;
      if (!changed) throw error;
      return this.#use(changed, wait);
    }
  }

  async #use(credentials: Credentials, wait: Wait): Promise<SessionToken> {
    if (this.#used && !sameAccount(this.#used, credentials)) this.#forget();
    this.#used = credentials;
    if (credentials.tokens !== undefined) return this.#resume(credentials, wait);
    if (credentials.pat !== undefined) return this.#keep(fromPat(credentials.pat, this.#next()), wait);
    const answer = await logIn(credentials, this.#signIn, wait);
    return this.#keep(fromLogin(answer, this.#next(), this.#clock.now()), wait);
  }

  #resume(saved: SavedTokens, wait: Wait): SessionToken {
    if (this.#resumed && sameCredentials(this.#resumed, saved)) {
      throw new SpentTokensError(
        'The saved tokens of Annofab are no longer valid: log in again, and save the new ones.',
      );
    }
    const token = this.#keep(fromLogin(saved.tokens, this.#next(), this.#clock.now()), wait);
    this.#resumed = saved;
    return token;
  }

  async #renewEarly(token: SessionToken, wait: Wait): Promise<SessionToken> {
    try {
      return (await this.#renew(token, wait)) ?? token;
    } catch (error) {
      const now = this.#clock.now();
      if (wait.signal.aborted || token.expiresAt === undefined || now >= token.expiresAt) throw error;
      // Not again with every request: each would wait for a failure.
      return this.#keep({ ...token, renewAt: Math.min(token.expiresAt, now + 10_000) }, wait);
    }
  }

  async #renew(token: SessionToken, wait: Wait): Promise<SessionToken | undefined> {
    if (token.refreshToken !== undefined)
      return (await this.#refresh(token, token.refreshToken, wait)) ?? this.#start(wait);
    const changed = await this.#reread(token);
    return changed && this.#use(changed, wait);
  }

  /** @returns undefined when the refresh token is refused */
  async #refresh(token: SessionToken, refreshToken: string, wait: Wait): Promise<SessionToken | undefined> {
    try {
      const answer = await this.#signIn('refreshToken', { refresh_token: refreshToken }, wait);
      return this.#keep(fromLogin(answer, this.#next(), this.#clock.now(), token), wait);
    } catch (error) {
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) return undefined;
      throw error;
    }
  }

  /** The current credentials, if they are not the refused ones. */
  async #reread(refused: Credentials | SessionToken): Promise<Credentials | undefined> {
    if (!this.#canReread) return undefined;
    const fresh = await this.#provide(true);
    const same = 'secret' in refused ? refused.secret === fresh.pat : sameCredentials(refused, fresh);
    return same ? undefined : fresh;
  }

  #next(): number {
    this.#generation += 1;
    return this.#generation;
  }

  /** Aborted work may end late: it must not replace a later token. */
  #keep(token: SessionToken, { signal }: Wait): SessionToken {
    signal.throwIfAborted();
    this.#token = token;
    return token;
  }
}
