import { parseJson } from '../../core/json.ts';
import {
  ApiError,
  type ApiErrorDetails,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  ServerError,
  UnauthorizedError,
} from '../errors.ts';
import type { Conflict } from '../operation.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { redact } from './redact.ts';
import type { Answer } from './transport.ts';

/**
 * Makes the error of an unsuccessful response: its class by status; its message contains the operation, the ids, Annofab's
 * message, and what to do.
 *
 * @param secrets are removed from the message in case Annofab quotes them
 */
export function createApiError(request: PreparedRequest, answer: Answer, secrets: readonly string[]): ApiError {
  const allSecrets = [...secrets, ...request.secrets()];
  const redacted = (text: string) => redact(text, allSecrets);
  const clean = (text: string | undefined) => text && redacted(text);
  const said = readErrorBody(answer.text);
  const details: ApiErrorDetails = {
    operation: request.id,
    status: answer.status,
    errorCode: clean(said.errorCode),
    requestId: clean(said.requestId) ?? answer.headers['x-amzn-requestid'] ?? answer.headers['x-amz-cf-id'],
    headers: answer.headers,
    body: answer.text,
  };
  const heading = [`${request.label()}: ${answer.status}`, details.errorCode].filter(Boolean).join(' ');
  const explanation = oneLine(clean(said.message) ?? unreadable(answer, redacted));
  const trace = details.requestId && `Request id ${details.requestId}.`;
  const message = [`${heading}: ${explanation}`, adviceFor(request, answer), trace].filter(Boolean).join(' ');
  return new (classFor(answer.status))(message, details);
}

function classFor(status: number): new (message: string, details: ApiErrorDetails) => ApiError {
  if (status >= 500) return ServerError;
  return byStatus.get(status) ?? ApiError;
}

const byStatus = new Map<number, new (message: string, details: ApiErrorDetails) => ApiError>([
  [400, BadRequestError],
  [401, UnauthorizedError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [409, ConflictError],
]);

interface Said {
  errorCode?: string | undefined;
  message?: string | undefined;
  requestId?: string | undefined;
}

/** Reads Annofab's `{errors: [{error_code, message}], context: {awsRequestId}}`; of anything else nothing is read. */
function readErrorBody(text: string): Said {
  const body = parseJson(text);
  const items = asList(field(body, 'errors'));
  const messages = items.map((item) => asText(field(item, 'message'))).filter((message) => message !== undefined);
  return {
    errorCode: items.map((item) => asText(field(item, 'error_code'))).find((code) => code !== undefined),
    message: messages.length > 0 ? messages.join(' / ') : undefined,
    requestId: asText(field(field(body, 'context'), 'awsRequestId')),
  };
}

/** The answer of something in front of Annofab: an API Gateway, a load balancer, a proxy. */
function unreadable({ text, headers }: Answer, clean: (text: string) => string): string {
  if (text === '') return 'no body.';
  const type = headers['content-type'] ?? 'no media type';
  // First redacted, then cut: half a secret would not be recognized.
  const quote = clean(quotable(text)).slice(0, LONGEST_QUOTE);
  return `the body (${type}) is not one of Annofab's errors${quote === '' ? '.' : `: "${quote}"`}`;
}

/** What it says to a person: its message, or the text of its page. Other JSON may be data, which no error may show. */
function quotable(text: string): string {
  const body = parseJson(text);
  const message = asText(field(body, 'message')) ?? asText(field(body, 'Message'));
  const isJson = /^\s*[[{"]/.test(text);
  const page = isJson
    ? ''
    : text.slice(0, LONGEST_PAGE).replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<[^>]*>/gi, ' ');
  return (message ?? page).replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

function adviceFor(request: PreparedRequest, { status, headers, text }: Answer): string {
  if (status >= 300 && status < 400) return 'A redirect is not followed: check the base URL.';
  if (status < 500 && request.operation.removed)
    return `Annofab no longer has it; instead: ${request.operation.deprecated}.`;
  if (status === 400) return 'Check the parameters and the body.';
  if (status === 401) return unauthorizedAdvice(request, text);
  if (status === 403) return forbiddenAdvice(request, headers['server']);
  if (status === 404) return 'Check that it exists and that the account is a member of the project.';
  if (status === 409) return (request.operation.conflict ?? []).map((conflict) => conflictAdvice[conflict]).join(' ');
  return status >= 500 ? failureAdvice(request, status) : '';
}

/** 501 and 503 are refusals: nothing was carried out. RetryLaterError says when to come back after a 503. */
function failureAdvice({ operation }: PreparedRequest, status: number): string {
  if (status === 503) return '';
  return operation.retry === 'unsafe' && status !== 501
    ? 'Annofab failed, and may have carried it out all the same: read back before sending it again.'
    : 'Annofab failed; try again later.';
}

function unauthorizedAdvice(request: PreparedRequest, text: string): string {
  if (readErrorBody(text).errorCode === 'PASSWORD_RESET_REQUIRED') return 'The password must be set again on the site.';
  if (request.id === 'login') return 'Check user_id and password of the credential.';
  return 'Check the credential: it may have expired or been revoked.';
}

function forbiddenAdvice({ operation }: PreparedRequest, server: string | undefined): string {
  if (server === 'CloudFront') return 'The signed cookie is missing or has expired.';
  if (operation.roles.includes('AllProjectMember')) return 'The account is no member of the project, or lacks a role.';
  return operation.roles.length === 0 ? '' : `The account needs the role ${operation.roles.join(' or ')}.`;
}

const conflictAdvice: Record<Conflict, string> = {
  'job-running': 'A job may be running that excludes it: wait until it has ended.',
  suspended: 'The project may be suspended: make it active first.',
  stale: 'It may have changed since it was read: read it again.',
  state: 'Its present state may not allow it: read it again.',
  'archive-updating': 'The annotation archive is being rebuilt: wait until it is done.',
};

const LONGEST_MESSAGE = 1_000;
const LONGEST_QUOTE = 200;
const LONGEST_PAGE = 10_000;

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE);
  return /[.。!?]$/.test(line) ? line : `${line}.`;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
