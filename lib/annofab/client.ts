import { type Annotations, createAnnotations } from './annotations/annotations.ts';
import type { AnnofabApi } from './api.ts';
import { type Archives, createArchives } from './archives/archives.ts';
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
import { type Comments, createComments } from './resources/comments.ts';
import { createInputData, type InputDataResource } from './resources/input-data.ts';
import { createInstructions, type Instructions } from './resources/instructions.ts';
import { createJobs } from './resources/jobs/create-jobs.ts';
import type { Jobs } from './resources/jobs/jobs.ts';
import { createLists, type Lists } from './resources/lists/lists.ts';
import { createMembers, type Members } from './resources/members.ts';
import { createOrganizationMembers, type OrganizationMembers } from './resources/organization-members.ts';
import { createOrganizations, type Organizations } from './resources/organizations.ts';
import { createProjects, type Projects } from './resources/projects.ts';
import { createStatistics, type Statistics } from './resources/statistics.ts';
import { createSupplementaryData, type SupplementaryDataResource } from './resources/supplementary-data.ts';
import { createTasks, type Tasks } from './resources/tasks/tasks.ts';
import { createWebhooks, type Webhooks } from './resources/webhooks.ts';
import { createSpecs, type Specs } from './specs/specs.ts';

export interface AnnofabClient extends AnnofabApi {}

/**
 * The Annofab Web API: a method for each operation, by its id, and groups of functions above them (`tasks`, `files` …).
 *
 * Annofab adds to its enumerations and objects without notice. New values are passed through as they are, although the
 * types list only the known ones: give a `switch` a default. Date-times are strings: send them back unchanged.
 *
 * @example
 * const annofab = new AnnofabClient({ credentials: { pat } });
 * const task = await annofab.getTask({ project_id, task_id });
 * for await (const task of annofab.tasks.all({ project_id, query: { status: 'complete' } })) console.log(task.task_id);
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the static block below defines every method of the interface
export class AnnofabClient {
  /** Files at presigned addresses: read, downloaded, uploaded. */
  readonly files: Files;
  readonly specs: Specs;
  readonly annotations: Annotations = createAnnotations(this);
  readonly archives: Archives = createArchives(this, () => this.#connection.clock);
  readonly comments: Comments = createComments(this);
  readonly inputData: InputDataResource = createInputData(this);
  readonly jobs: Jobs = createJobs(this, () => this.#connection.clock);
  readonly lists: Lists = createLists(this);
  readonly members: Members = createMembers(this, () => this.#connection.clock);
  readonly organizationMembers: OrganizationMembers = createOrganizationMembers(this, () => this.#connection.clock);
  readonly organizations: Organizations = createOrganizations(this);
  readonly instructions: Instructions = createInstructions(this);
  readonly projects: Projects = createProjects(this);
  readonly supplementaryData: SupplementaryDataResource = createSupplementaryData(this);
  readonly statistics: Statistics = createStatistics(this);
  readonly tasks: Tasks = createTasks(this);
  readonly webhooks: Webhooks = createWebhooks(this);

  readonly #connection: Connection;
  readonly #account: AccountCache;

  /** @throws CredentialError; InvalidParameterError for an unknown option; TypeError when an option is invalid */
  constructor(options: AnnofabClientOptions = {}) {
    this.#account = new AccountCache((signal) => this.getMyAccount({}, { signal }));
    this.#connection = new Connection(options, () => this.#account.forget());
    this.specs = createSpecs(this);
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

  async #request(
    id: string,
    operation: Operation,
    params: RawParams | undefined,
    options: RequestOptions = {},
  ): Promise<ApiResponse<unknown>> {
    return this.#connection.request(prepareRequest(id, operation, params), options);
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
