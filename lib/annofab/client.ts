import type { Agent, Dispatcher } from 'undici';
import { AccountCache } from './account.ts';
import { createAgent, refusePool } from './agent.ts';
import { ApiPromise, type ApiResponse } from './api-promise.ts';
import { type Archives, createArchives } from './archives/archives.ts';
import { resolveBaseUrl } from './base-url.ts';
import { type Call, prepareCall, type RawParams } from './call.ts';
import { type Clock, systemClock } from './clock.ts';
import { CookieJar } from './cookie-jar.ts';
import type { Credentials, CredentialsProvider } from './credentials.ts';
import { type Deadline, withDeadline } from './deadline.ts';
import { defaultCredentials } from './default-credentials.ts';
import { TimeoutError } from './errors.ts';
import type { FileResource } from './file-cookies.ts';
import { createFiles, type Files } from './files.ts';
import { operations } from './generated/operations.ts';
import type { MyAccount } from './generated/schemas.ts';
import { type Annotations, createAnnotations } from './groups/annotations.ts';
import { createInputData, type InputData } from './groups/input-data.ts';
import { createJobs, type Jobs } from './groups/jobs.ts';
import { createMembers, type Members } from './groups/members.ts';
import { createOrganizationMembers, type OrganizationMembers } from './groups/organization-members.ts';
import { createOrganizations, type Organizations } from './groups/organizations.ts';
import { createProjects, type Projects } from './groups/projects.ts';
import { createSpecs, type Specs } from './groups/specs.ts';
import { createTasks, type Tasks } from './groups/tasks.ts';
import type { Args, Operation, OperationId, Result } from './operation.ts';
import { type Budget, type Core, perform } from './request.ts';
import { Session, type SignInOperation, type Wait } from './session.ts';
import type { SessionTokens } from './session-tokens.ts';
import { signHeaders } from './sign-headers.ts';
import { needsSignedCookie, withSignedCookie } from './signed-cookie.ts';
import type { ResponseHeaders } from './transport.ts';

export interface AnnofabClientOptions {
  /**
   * How to sign in, or a function that gets it from a secret store. Left out: `ANNOFAB_PAT`, else `ANNOFAB_USER_ID` and
   * `ANNOFAB_PASSWORD`, else the machine of the base URL in the .netrc file (`NETRC`, or `~/.netrc`).
   */
  credentials?: Credentials | CredentialsProvider | undefined;
  /** Default `ANNOFAB_ENDPOINT_URL`, else `https://annofab.com`. */
  baseUrl?: string | undefined;
  /**
   * An undici Agent of your own, which {@link AnnofabClient.close} then leaves open. Not a Pool or Client: those send
   * every request to their own origin, the addresses of files too.
   */
  dispatcher?: Dispatcher | undefined;
  /** The deadline over all attempts, waits and the body, ms. Default 60,000. */
  timeoutMs?: number | undefined;
  /** The most it waits by itself in one request, all waits together, ms. Default 30,000. Beyond: RetryLaterError. */
  maxWaitMs?: number | undefined;
  /** What RetryLaterError says after a 429 that names no time. Default 300. */
  rateLimitedSeconds?: number | undefined;
  /** What RetryLaterError says after a 503 that names no time. Default 900. */
  maintenanceSeconds?: number | undefined;
  /** For tests. */
  clock?: Clock | undefined;
}

/** For one request. */
export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** Instead of the client's own. */
  timeoutMs?: number | undefined;
}

/** A method for each operation, by its id. */
type OperationMethods = {
  [Id in OperationId]: (...args: [...Args<Id>, options?: RequestOptions]) => ApiPromise<Result<Id>>;
};

export interface AnnofabClient extends OperationMethods {}

/**
 * The Annofab Web API.
 *
 * @example
 * const annofab = new AnnofabClient({ credentials: { pat } });
 * const task = await annofab.getTask({ project_id, task_id });
 * for await (const task of annofab.tasks.all({ project_id, query: { status: 'complete' } })) console.log(task.task_id);
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the static block below defines every method of the interface
export class AnnofabClient {
  readonly files: Files;
  readonly specs: Specs;
  readonly annotations: Annotations = createAnnotations(this);
  readonly archives: Archives = createArchives(this, () => this.#core.clock);
  readonly inputData: InputData = createInputData(this);
  readonly jobs: Jobs = createJobs(this, () => this.#core.clock);
  readonly members: Members = createMembers(this, () => this.#core.clock);
  readonly organizationMembers: OrganizationMembers = createOrganizationMembers(this, () => this.#core.clock);
  readonly organizations: Organizations = createOrganizations(this);
  readonly projects: Projects = createProjects(this);
  readonly tasks: Tasks = createTasks(this);

  readonly #core: Core;
  readonly #session: Session;
  readonly #account: AccountCache;
  /** Those of `/api/v2`. */
  readonly #cookies: CookieJar;
  readonly #timeoutMs: number;
  readonly #maxWaitMs: number;
  #ownAgent: Agent | undefined;
  #closing: Promise<void> | undefined;

  /** @throws CredentialError, TypeError when an option cannot be */
  constructor(options: AnnofabClientOptions) {
    const { dispatcher, clock = systemClock } = options;
    refusePool(dispatcher);
    const { origin, hostname, pathPrefix } = resolveBaseUrl(options.baseUrl);
    this.#timeoutMs = options.timeoutMs ?? 60_000;
    this.#maxWaitMs = options.maxWaitMs ?? 30_000;
    this.#core = {
      dispatcher: () => dispatcher ?? this.#agent(),
      origin,
      pathPrefix,
      clock,
      rateLimitedSeconds: options.rateLimitedSeconds ?? 300,
      maintenanceSeconds: options.maintenanceSeconds ?? 900,
    };
    const fileCookies = new CookieJar(clock);
    this.#cookies = new CookieJar(clock);
    this.#account = new AccountCache((signal) => this.getMyAccount({}, { signal }));
    this.#session = new Session(options.credentials ?? defaultCredentials(hostname), {
      signIn: (id, body, wait) => this.#signIn(id, body, wait),
      clock,
      forget: () => {
        this.#account.forget();
        this.#cookies.clear();
        fileCookies.clear();
      },
    });
    this.specs = createSpecs(this);
    this.files = createFiles({
      ...this.#core,
      timeoutMs: this.#timeoutMs,
      maxWaitMs: this.#maxWaitMs,
      cookies: { origin, jar: fileCookies, sign: (...file) => this.#signFiles(...file) },
      createTempPath: (params, requestOptions) => this.createTempPath(params, requestOptions),
    });
  }

  /**
   * Signs in now instead of with the first request, and waits for the code of the second factor as long as it takes
   * (login, loginRespondToAuthChallenge). Does nothing when signed in. A personal access token is proved by
   * {@link AnnofabClient.account} only.
   *
   * @example
   * const annofab = new AnnofabClient({ credentials: { user_id, password, mfaCode: () => terminal.question('Code: ') } });
   * await annofab.signIn();
   *
   * @param options `timeoutMs` covers the wait for the code too; left out, there is no limit to it
   * @throws CredentialError when there are no credentials, or when the code is refused; UnauthorizedError when user id or
   * password are; otherwise as every operation
   */
  async signIn(options: RequestOptions = {}): Promise<void> {
    await this.#within('signIn', options, ({ signal }) =>
      this.#session.authorization({ signal, budget: this.#budget() }),
    );
  }

  /**
   * Forgets the tokens, the account and all signed cookies, and ends a login at Annofab (logout). Does nothing when not
   * signed in. The next request signs in again.
   *
   * @throws as every operation; also then the tokens are forgotten here, but may live on at Annofab until they expire
   */
  async signOut(options: RequestOptions = {}): Promise<void> {
    await this.#within('signOut', { timeoutMs: this.#timeoutMs, ...options }, ({ signal }) =>
      this.#session.end({ signal, budget: this.#budget() }),
    );
  }

  /**
   * The tokens of the login that holds now, for requests that this client does not make. Undefined before signing in and
   * with a personal access token. They are hidden when printed, logged or serialised.
   *
   * @example
   * await annofab.signIn();
   * fetch(url, { headers: { authorization: annofab.tokens?.id_token ?? '' } });
   */
  get tokens(): SessionTokens | undefined {
    return this.#session.tokens;
  }

  /**
   * One's own account (getMyAccount): read once, and kept until signing out. Who asks at the same time shares the
   * answer. A failure is not kept.
   *
   * @throws as every operation
   */
  account(options: RequestOptions = {}): Promise<Readonly<MyAccount>> {
    return this.#within('account', { timeoutMs: this.#timeoutMs, ...options }, ({ signal }) =>
      this.#account.get(signal),
    );
  }

  /**
   * Ends the connections of the client's own agent, once the answers under way are read. The bodies of files that were
   * opened must be read to their end or destroyed.
   */
  async close(): Promise<void> {
    this.#closing ??= this.#ownAgent?.close();
    await this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #agent(): Agent {
    this.#ownAgent ??= createAgent();
    return this.#ownAgent;
  }

  async #request(
    id: string,
    operation: Operation,
    params: RawParams | undefined,
    options: RequestOptions = {},
  ): Promise<ApiResponse<unknown>> {
    const call = prepareCall(id, operation, params);
    const budget = this.#budget();
    return needsSignedCookie(operation)
      ? this.#sendWithCookie(call, options, budget)
      : this.#send(call, options, budget);
  }

  #send(
    call: Call,
    { signal, timeoutMs = this.#timeoutMs }: RequestOptions,
    budget: Budget,
  ): Promise<ApiResponse<unknown>> {
    const authorizer = call.operation.auth === 'token' ? this.#session : undefined;
    return perform(this.#core, call, { timeoutMs, signal, budget, authorizer });
  }

  #sendWithCookie(call: Call, options: RequestOptions, budget: Budget): Promise<ApiResponse<unknown>> {
    const signing = prepareCall('getSignedAccessV2', operations.getSignedAccessV2, { query: { url: call.path } });
    return this.#within(call.label, { timeoutMs: this.#timeoutMs, ...options }, ({ signal, leftMs }) =>
      withSignedCookie(this.#cookies, {
        path: call.path,
        signal,
        required: true,
        sign: async (shared) => (await this.#send(signing, { signal: shared }, budget)).headers,
        attempt: (cookie) =>
          perform(this.#core, call, { timeoutMs: leftMs(), signal, budget, headers: cookie ? { cookie } : {} }),
      }),
    );
  }

  async #signFiles(project_id: string, resource: FileResource, signal: AbortSignal): Promise<ResponseHeaders> {
    const call = prepareCall('sign-headers', signHeaders, { project_id, query: { resource } });
    return (await this.#send(call, { signal }, this.#budget())).headers;
  }

  async #signIn(id: SignInOperation, body: object, { signal, budget }: Wait): Promise<unknown> {
    const call = prepareCall(id, operations[id], { body });
    return (await perform(this.#core, call, { timeoutMs: this.#timeoutMs, signal, budget })).data;
  }

  #within<T>(operation: string, options: RequestOptions, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    const { signal, timeoutMs = Number.POSITIVE_INFINITY } = options;
    const onTimeout = () =>
      new TimeoutError(`${operation}: not done within ${timeoutMs} ms.`, { operation, timeoutMs });
    return withDeadline({ clock: this.#core.clock, timeoutMs, signal, onTimeout }, work);
  }

  #budget(): Budget {
    return { maxWaitMs: this.#maxWaitMs, waitedMs: 0 };
  }

  // On the prototype, once for all clients, by name: editors, debuggers and stacks see ordinary methods.
  static {
    for (const [id, operation] of Object.entries<Operation>(operations)) {
      const method = {
        [id](this: AnnofabClient, params?: RawParams, options?: RequestOptions) {
          return new ApiPromise(this.#request(id, operation, params, options));
        },
      }[id];
      Object.defineProperty(AnnofabClient.prototype, id, { value: method, writable: true, configurable: true });
    }
  }
}
