import type { Operation, OperationId } from '../../../lib/annofab/api-description.ts';
import { operations } from '../../../lib/annofab/api-description.ts';
import { isId, isPathSegment } from '../../../lib/core/ids.ts';
import { parseJson } from '../../../lib/core/json.ts';
import { failure, invalidBody, invalidPath } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import { runDueNightlyJobs } from '../jobs/nightly-jobs.ts';
import { answerSchema } from './api-description.ts';
import { authenticate, enterOrganization, enterOrganizationById, enterProject } from './authorization.ts';
import { checkBody } from './body-check.ts';
import { Reply, Verbatim } from './handler.ts';
import { withNulls } from './nulls.ts';
import { handlers } from './operations.ts';
import { callerByCookie, isBehindCookies } from './signed-cookie-authorization.ts';

/** One request to one operation. */
export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  /** The `Cookie` header. */
  readonly cookies: string | undefined;
  /** Without the query. */
  readonly path: string;
  /** Empty when there is none. */
  readonly bodyText: string;
}

/**
 * Answers a request: checks caller, ids, role and body, in this order, and runs the operation.
 *
 * @returns the operation's answer: a value, a `Reply` or a `Verbatim`
 * @throws Failure when the operation or a check refuses; 501 when the emulator does not have the operation
 */
export async function answerRequest(services: Services, id: OperationId, call: ApiRequest): Promise<unknown> {
  runDueNightlyJobs(services);
  const handler = handlers[id];
  if (!handler) throw failure(501, 'NOT_IMPLEMENTED', `The emulator has no ${id} yet`);
  const operation = operations[id];
  const caller = identify(services, operation, call);
  if (caller instanceof Verbatim) return caller;
  if (caller) services.rateLimit.count(caller.account.account_id);
  for (const [name, value] of Object.entries(call.params)) {
    // An address may be a user id.
    if (name === 'user_id' ? !isPathSegment(value) : !isId(value))
      throw invalidPath(`${name} must be 1 to 256 letters, digits, underscores, hyphens and dots`);
  }
  const place = caller ? enter(services, id, call, caller) : {};
  const body = readBody(id, operation, call.bodyText);
  const context = { ...services, ...place, caller, operation: id, params: call.params, query: call.query, body };
  // What a handler's context promises (caller, project, path, checked body) follows from the same row of the operation
  // table as the checks above; the compiler cannot see that across 175 operations, so it is asserted here, once.
  const answer = await (handler as (context: object) => unknown)(context);
  return services.settings.nullsForAbsent ? spellNulls(id, answer) : answer;
}

/** @returns CloudFront's refusal when the operation is behind CloudFront and the cookies are wrong */
function identify(services: Services, operation: Operation, call: ApiRequest): Caller | Verbatim | undefined {
  if (operation.auth === 'none') return undefined;
  if (isBehindCookies(operation)) return callerByCookie(services, call);
  return authenticate(services, call.authorization);
}

function spellNulls(id: OperationId, answer: unknown): unknown {
  if (answer instanceof Verbatim) return answer;
  const { status, body, headers } = answer instanceof Reply ? answer : { status: 200, body: answer, headers: {} };
  const schema = answerSchema(id, status);
  return new Reply(status, schema ? withNulls(schema, body) : body, headers);
}

type Caller = ReturnType<typeof authenticate>;

function enter(services: Services, id: OperationId, { params }: ApiRequest, caller: Caller): object {
  const operation: Operation = operations[id];
  const { project_id: projectId, organization_name: organizationName, organization_id: organizationId } = params;
  if (id === 'putProject' && !services.state.projects.has(projectId ?? '')) return {}; // It will be created.
  return {
    ...(organizationName !== undefined && {
      organization: enterOrganization(services, organizationName, caller, operation),
    }),
    ...(organizationId !== undefined && {
      organization: enterOrganizationById(services, organizationId, caller, operation),
    }),
    ...(projectId !== undefined && enterProject(services, projectId, caller, operation)),
  };
}

function readBody(id: OperationId, operation: Operation, text: string): unknown {
  if (operation.body === undefined) return undefined;
  if (text === '') {
    if (operation.body === 'required') throw invalidBody('The body is missing');
    return undefined;
  }
  const body = parseJson(text, undefined, 'all');
  if (body === undefined) throw invalidBody('The body is not JSON');
  return checkBody(id, body);
}
