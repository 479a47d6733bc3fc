import { Agent, BalancedPool, Client, type Dispatcher, Pool } from 'undici';
import { ApiPromise, type ApiResponse } from './api-promise.ts';
import { type Call, prepareCall, type RawParams } from './call.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Credentials, CredentialsProvider } from './credentials.ts';
import { createFiles, type Files } from './files.ts';
import { operations } from './generated/operations.ts';
import type { Args, Operation, OperationId, Result } from './operation.ts';
import { createLists, type Lists } from './paging.ts';
import { type Budget, type Core, perform } from './request.ts';
import { decode } from './response.ts';
import { Session, type Wait } from './session.ts';
import { needsSignedCookie, signedCookie } from './signed-cookie.ts';
import type { Answer } from './transport.ts';

export interface AnnofabClientOptions {
  /** How to sign in, or a function that gets it from a secret store. */
  credentials: Credentials | CredentialsProvider;
  /** Default `https://annofab.com`. */
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
  readonly tasks: Lists['tasks'];
  readonly inputData: Lists['inputData'];
  readonly annotations: Lists['annotations'];
  readonly projects: Lists['projects'];
  readonly jobs: Lists['jobs'];

  readonly #core: Core;
  readonly #session: Session;
  readonly #timeoutMs: number;
  readonly #maxWaitMs: number;
  #ownAgent: Agent | undefined;
  #closing: Promise<void> | undefined;

  /** @throws CredentialError, TypeError when an option cannot be */
  constructor(options: AnnofabClientOptions) {
    const { dispatcher, clock = systemClock } = options;
    refusePool(dispatcher);
    this.#timeoutMs = options.timeoutMs ?? 60_000;
    this.#maxWaitMs = options.maxWaitMs ?? 30_000;
    this.#core = {
      dispatcher: () => dispatcher ?? this.#agent(),
      ...parseBaseUrl(options.baseUrl ?? 'https://annofab.com'),
      clock,
      rateLimitedSeconds: options.rateLimitedSeconds ?? 300,
      maintenanceSeconds: options.maintenanceSeconds ?? 900,
    };
    this.#session = new Session(options.credentials, (id, body, wait) => this.#signIn(id, body, wait), clock);
    this.files = createFiles({ ...this.#core, timeoutMs: this.#timeoutMs, maxWaitMs: this.#maxWaitMs });
    const { tasks, inputData, annotations, projects, jobs } = createLists(this);
    this.tasks = tasks;
    this.inputData = inputData;
    this.annotations = annotations;
    this.projects = projects;
    this.jobs = jobs;
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
    const budget = { maxWaitMs: this.#maxWaitMs, waitedMs: 0 };
    const answer = needsSignedCookie(operation)
      ? await this.#sendWithCookie(call, options, budget)
      : await this.#send(call, options, budget);
    return { data: decode(call, answer), status: answer.status, headers: answer.headers, text: answer.text };
  }

  #send(call: Call, { signal, timeoutMs = this.#timeoutMs }: RequestOptions, budget: Budget): Promise<Answer> {
    const authorizer = call.operation.auth === 'token' ? this.#session : undefined;
    return perform(this.#core, call, { timeoutMs, signal, budget, authorizer });
  }

  async #sendWithCookie(call: Call, options: RequestOptions, budget: Budget): Promise<Answer> {
    const { signal, timeoutMs = this.#timeoutMs } = options;
    const signing = prepareCall('getSignedAccessV2', operations.getSignedAccessV2, { query: { url: call.path } });
    const start = this.#core.clock.now();
    const cookie = signedCookie(await this.#send(signing, options, budget));
    const leftMs = Math.max(1, timeoutMs - (this.#core.clock.now() - start));
    return perform(this.#core, call, { timeoutMs: leftMs, signal, budget, headers: { cookie } });
  }

  async #signIn(id: 'login' | 'refreshToken', body: object, { signal, budget }: Wait): Promise<unknown> {
    const call = prepareCall(id, operations[id], { body });
    return decode(call, await perform(this.#core, call, { timeoutMs: this.#timeoutMs, signal, budget }));
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

/**
 * Idle connections are dropped soon, whatever the server offers: a Lambda that was frozen would wake up with dead ones.
 * HTTP/1.1, whose failures the retry rules know.
 */
function createAgent(): Agent {
  return new Agent({
    allowH2: false,
    connections: 32,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 4_000,
    connect: { timeout: 5_000 },
  });
}

/** @throws TypeError */
function refusePool(dispatcher: Dispatcher | undefined): void {
  if (dispatcher instanceof Pool || dispatcher instanceof Client || dispatcher instanceof BalancedPool) {
    throw new TypeError('dispatcher must be an undici Agent: a Pool or Client sends every request to its own origin');
  }
}

/** @throws TypeError */
function parseBaseUrl(baseUrl: string): { origin: string; pathPrefix: string } {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const plain = url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
  if (!plain || url.search || url.hash) {
    throw new TypeError('baseUrl must be an http or https URL, without user, query and fragment');
  }
  return { origin: url.origin, pathPrefix: url.pathname.replace(/\/+$/, '') };
}
