import type { Clock } from '../core/clock.ts';
import type { AnnofabApi } from './api.ts';
import { AccountCache } from './auth/account.ts';
import type { SessionTokens } from './auth/redacted-tokens.ts';
import { createFiles, type Files } from './files/files.ts';
import { operations } from './generated/operations.ts';
import type { MyAccount } from './generated/schemas.ts';
import { ApiPromise, type ApiResponse } from './http/api-promise.ts';
import { Connection } from './http/connection.ts';
import { prepareRequest, type RawParams } from './http/prepared-request.ts';
import type { Operation } from './operation.ts';
import type { AnnofabClientOptions, RequestOptions } from './options.ts';

export interface CoreClient extends AnnofabApi {}

/**
 * The client without its groups, except `files`: a method for each operation, the session, the connections. A program that has to
 * start fast extends it by the groups that it uses, and a bundler leaves out the others.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the static block below defines every method of the interface
export class CoreClient {
  /** Files at presigned addresses: read, downloaded, uploaded. */
  readonly files: Files;
  readonly #connection: Connection;
  readonly #account: AccountCache;

  /** @throws CredentialError; InvalidParameterError for an unknown option; TypeError when an option is invalid */
  constructor(options: AnnofabClientOptions = {}) {
    this.#account = new AccountCache((signal) => this.getMyAccount({}, { signal }));
    this.#connection = new Connection(options, () => this.#account.forget());
    this.files = createFiles({
      ...this.#connection.files,
      createTempPath: (params, requestOptions) => this.createTempPath(params, requestOptions),
    });
  }

  /**
   * Signs in now instead of with the first request, and waits for the code of the second factor without a limit
   * (login, loginRespondToAuthChallenge). Does nothing when signed in. A personal access token is verified
   * by {@link AnnofabClient.account} only.
   *
   * @example
   * const annofab = new AnnofabClient({ credentials: { user_id, password, mfaCode: () => terminal.question('Code: ') } });
   * await annofab.signIn();
   *
   * @param options `timeoutMs` covers the wait for the code too; by default there is no limit
   * @throws CredentialError when there are no credentials, or when the code is refused; UnauthorizedError when user id or
   * password is refused; otherwise as every operation
   */
  async signIn(options: RequestOptions = {}): Promise<void> {
    await this.#connection.signIn(options);
  }

  /**
   * Deletes the tokens, the account and all signed cookies, and ends a login at Annofab (logout). Does nothing when not
   * signed in. The next request signs in again.
   *
   * @throws as every operation; the tokens are deleted here even then, but may stay valid at Annofab until they expire
   */
  async signOut(options: RequestOptions = {}): Promise<void> {
    await this.#connection.signOut(options);
  }

  /**
   * The tokens of the current login, for requests that this client does not send. Undefined before signing in and with a
   * personal access token. They are hidden when printed, logged or serialised.
   *
   * @example
   * await annofab.signIn();
   * fetch(url, { headers: { authorization: annofab.tokens?.id_token ?? '' } });
   */
  get tokens(): SessionTokens | undefined {
    return this.#connection.tokens;
  }

  /** The clock of the requests, for groups that wait. */
  protected get clock(): Clock {
    return this.#connection.clock;
  }

  /** {@inheritDoc AnnofabApi.account} */
  account(options: RequestOptions = {}): Promise<Readonly<MyAccount>> {
    return this.#connection.within('account', options, ({ signal }) => this.#account.get(signal));
  }

  /**
   * Closes the connections of the client's own agent after the responses in progress are read. The bodies of opened files
   * must be read to their end or destroyed.
   */
  async close(): Promise<void> {
    await this.#connection.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Not `async`: that would take two promises more for each request. */
  #request(
    id: string,
    operation: Operation,
    params: RawParams | undefined,
    options: RequestOptions = {},
  ): Promise<ApiResponse<unknown>> {
    try {
      return this.#connection.request(prepareRequest(id, operation, params), options);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  // On the prototype, once for all clients, by name: editors, debuggers and stacks see ordinary methods.
  static {
    for (const [id, operation] of Object.entries<Operation>(operations)) {
      const method = {
        [id](this: CoreClient, params?: RawParams, options?: RequestOptions) {
          return new ApiPromise(this.#request(id, operation, params, options));
        },
      }[id];
      Object.defineProperty(CoreClient.prototype, id, { value: method, writable: true, configurable: true });
    }
  }
}
