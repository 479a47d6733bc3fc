import type { Dispatcher } from 'undici';
import { type Deadline, withDeadline } from '../../core/async/deadline.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { CookieJar } from '../auth/cookie-jar.ts';
import { defaultCredentials } from '../auth/default-credentials.ts';
import type { FileResource } from '../auth/file-cookies.ts';
import type { SignInOperation } from '../auth/login.ts';
import type { SessionTokens } from '../auth/redacted-tokens.ts';
import { Session } from '../auth/session.ts';
import { signHeaders } from '../auth/sign-headers.ts';
import { needsSignedCookie, withSignedCookie } from '../auth/signed-cookie.ts';
import { AnnofabError, TimeoutError } from '../errors.ts';
import type { FilesCore } from '../files/types.ts';
import { operations } from '../generated/operations.ts';
import { refuseUnknown } from '../one-of.ts';
import type { AnnofabClientOptions, RequestOptions } from '../options.ts';
import { createAgent, proxyVariable, refusePool } from './agent.ts';
import type { ApiResponse } from './api-promise.ts';
import { resolveBaseUrl } from './base-url.ts';
import { type PreparedRequest, prepareRequest } from './prepared-request.ts';
import { type Core, sendWithRetry } from './request.ts';
import type { Budget, Wait } from './retry-loop.ts';
import type { ResponseHeaders } from './transport.ts';

const REQUEST_OPTIONS: readonly (keyof RequestOptions)[] = ['signal', 'timeoutMs'];
const CLIENT_OPTIONS: readonly (keyof AnnofabClientOptions)[] = [
  'credentials',
  'baseUrl',
  'dispatcher',
  'connections',
  'timeoutMs',
  'maxWaitMs',
  'rateLimitedSeconds',
  'maintenanceSeconds',
  'clock',
];

/** What all requests of a client share: base URL, session, cookies and time limits. */
export class Connection {
  /** What files are read and written by. */
  readonly files: Omit<FilesCore, 'createTempPath'>;

  readonly #core: Core;
  readonly #session: Session;
  /** The cookies of `/api/v2`. */
  readonly #cookies: CookieJar;
  readonly #timeoutMs: number;
  readonly #maxWaitMs: number;
  readonly #connections: number;
  #ownAgent: Dispatcher | undefined;
  #closing: Promise<void> | undefined;

  /**
   * @param forgetAccount is called when the account may have changed
   * @throws CredentialError; InvalidParameterError for an unknown option; TypeError when an option is invalid
   */
  constructor(options: AnnofabClientOptions, forgetAccount: () => void) {
    refuseUnknown('AnnofabClient has no option', options, CLIENT_OPTIONS);
    const { dispatcher, clock = systemClock } = options;
    refusePool(dispatcher);
    const { origin, hostname, pathPrefix } = resolveBaseUrl(options.baseUrl);
    this.#timeoutMs = notNegative(options, 'timeoutMs', 60_000);
    this.#maxWaitMs = notNegative(options, 'maxWaitMs', 30_000);
    this.#connections = options.connections ?? 32;
    if (!(this.#connections >= 1)) throw new TypeError('connections must be a number from 1');
    this.#core = {
      dispatcher: () => dispatcher ?? this.#agent(),
      proxyVariable: dispatcher ? undefined : proxyVariable(),
      origin,
      pathPrefix,
      clock,
      rateLimitedSeconds: notNegative(options, 'rateLimitedSeconds', 300),
      maintenanceSeconds: notNegative(options, 'maintenanceSeconds', 900),
    };
    const fileCookies = new CookieJar(clock);
    this.#cookies = new CookieJar(clock);
    this.#session = new Session(options.credentials ?? defaultCredentials(hostname), {
      signIn: (id, body, wait) => this.#signIn(id, body, wait),
      clock,
      forget: () => {
        forgetAccount();
        this.#cookies.clear();
        fileCookies.clear();
      },
    });
    this.files = {
      ...this.#core,
      timeoutMs: this.#timeoutMs,
      maxWaitMs: this.#maxWaitMs,
      cookies: { origin, jar: fileCookies, sign: (...file) => this.#signFiles(...file) },
    };
  }

  get clock(): Clock {
    return this.#core.clock;
  }

  /** See {@link AnnofabClient.tokens}. */
  get tokens(): SessionTokens | undefined {
    return this.#session.tokens;
  }

  /** Sends a request with the token or the signed cookies that it needs. */
  request(request: PreparedRequest, options: RequestOptions): Promise<ApiResponse<unknown>> {
    refuseUnknown(`${request.id} has no option`, options, REQUEST_OPTIONS);
    const budget = this.#budget();
    return needsSignedCookie(request.operation)
      ? this.#sendWithCookie(request, options, budget)
      : this.#send(request, options, budget);
  }

  /** See {@link AnnofabClient.signIn}. */
  async signIn(options: RequestOptions): Promise<void> {
    const { timeoutMs = Number.POSITIVE_INFINITY } = options;
    await this.within('signIn', { ...options, timeoutMs }, (deadline) =>
      this.#session.authorization({ signal: deadline.signal, budget: this.#budget() }),
    );
  }

  /** See {@link AnnofabClient.signOut}. */
  async signOut(options: RequestOptions): Promise<void> {
    await this.within('signOut', options, ({ signal }) => this.#session.end({ signal, budget: this.#budget() }));
  }

  /** Does the work within the timeout of the options, by default the client's. */
  within<T>(operation: string, options: RequestOptions, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    refuseUnknown(`${operation} has no option`, options, REQUEST_OPTIONS);
    const { signal, timeoutMs = this.#timeoutMs } = options;
    const onTimeout = () =>
      new TimeoutError(`${operation}: not done within ${timeoutMs} ms.`, { operation, timeoutMs });
    return withDeadline({ clock: this.clock, timeoutMs, signal, onTimeout }, work);
  }

  async close(): Promise<void> {
    this.#closing ??= this.#ownAgent?.close() ?? Promise.resolve();
    await this.#closing;
  }

  #agent(): Dispatcher {
    if (this.#closing) throw new AnnofabError('This client is closed: create another one.');
    this.#ownAgent ??= createAgent(this.#connections);
    return this.#ownAgent;
  }

  #send(
    request: PreparedRequest,
    { signal, timeoutMs = this.#timeoutMs }: RequestOptions,
    budget: Budget,
  ): Promise<ApiResponse<unknown>> {
    const authorizer = request.operation.auth === 'token' ? this.#session : undefined;
    return sendWithRetry(this.#core, request, { timeoutMs, signal, budget, authorizer });
  }

  #sendWithCookie(request: PreparedRequest, options: RequestOptions, budget: Budget): Promise<ApiResponse<unknown>> {
    const signing = prepareRequest('getSignedAccessV2', operations.getSignedAccessV2, { query: { url: request.path } });
    return this.within(request.id, options, ({ signal, leftMs }) =>
      withSignedCookie(this.#cookies, {
        path: request.path,
        signal,
        required: true,
        sign: async (shared) => (await this.#send(signing, { signal: shared }, budget)).headers,
        attempt: (cookie) =>
          sendWithRetry(this.#core, request, {
            timeoutMs: leftMs(),
            signal,
            budget,
            headers: cookie ? { cookie } : {},
          }),
      }),
    );
  }

  async #signFiles(project_id: string, resource: FileResource, signal: AbortSignal): Promise<ResponseHeaders> {
    const request = prepareRequest('sign-headers', signHeaders, { project_id, query: { resource } });
    return (await this.#send(request, { signal }, this.#budget())).headers;
  }

  async #signIn(id: SignInOperation, body: object, { signal, budget }: Wait): Promise<unknown> {
    const request = prepareRequest(id, operations[id], { body });
    return (await sendWithRetry(this.#core, request, { timeoutMs: this.#timeoutMs, signal, budget })).data;
  }

  #budget(): Budget {
    return { maxWaitMs: this.#maxWaitMs, waitedMs: 0 };
  }
}

/** @throws TypeError */
function notNegative(
  options: AnnofabClientOptions,
  name: 'timeoutMs' | 'maxWaitMs' | 'rateLimitedSeconds' | 'maintenanceSeconds',
  otherwise: number,
): number {
  const value = options[name] ?? otherwise;
  if (value >= 0) return value;
  throw new TypeError(`${name} must be a number from 0`);
}
