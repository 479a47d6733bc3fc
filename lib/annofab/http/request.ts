import type { Dispatcher } from 'undici';
import { withDeadline } from '../../core/async/deadline.ts';
import type { Clock } from '../../core/clock.ts';
import type { SessionToken } from '../auth/session-token.ts';
import { ConnectionError, RetryLaterError, TimeoutError } from '../errors.ts';
import { createApiError } from './api-error.ts';
import type { ApiResponse } from './api-promise.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { decode, saysJson } from './response.ts';
import { answerIsLost, type RetryDecision } from './retry.ts';
import { retryAfterOf } from './retry-after.ts';
import { type Attempt, type Budget, retrying, type Wait } from './retry-loop.ts';
import { type Answer, dispatch, errorCode, failureKind } from './transport.ts';

/** What all requests of a client share. */
export interface Core {
  readonly dispatcher: () => Dispatcher;
  /** Names the environment variable of the proxy, for errors. */
  readonly proxyVariable: string | undefined;
  readonly origin: string;
  /** Goes before each path; empty for Annofab itself. */
  readonly pathPrefix: string;
  readonly clock: Clock;
  readonly rateLimitedSeconds: number;
  readonly maintenanceSeconds: number;
}

/** Gives the token to send, and another one after a 401. */
interface Authorizer {
  authorization(wait: Wait): Promise<SessionToken>;
  renew(refused: SessionToken, wait: Wait): Promise<SessionToken | undefined>;
}

export interface SendOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly budget: Budget;
  /** Left out for requests that need no token. */
  readonly authorizer?: Authorizer | undefined;
  /** More headers, such as signed cookies. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Sends a request, as often as {@link retrying} allows, within one deadline. After a 401 it signs in again, at most once.
 *
 * @returns the response to a success (2xx), with its content
 * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; the reason of the
 * caller's signal
 */
export function sendWithRetry(
  core: Core,
  request: PreparedRequest,
  options: SendOptions,
): Promise<ApiResponse<unknown>> {
  const { timeoutMs, signal: callersSignal, authorizer, budget, headers } = options;
  const onTimeout = () => {
    const message = `${request.label()}: no complete answer within ${timeoutMs} ms.${adviceIfUnsafe(request)}`;
    return new TimeoutError(message, { operation: request.id, timeoutMs });
  };
  const limit = { clock: core.clock, timeoutMs, signal: callersSignal, onTimeout };
  return withDeadline(limit, ({ signal, leftMs }) => {
    const wait: Wait = { signal, budget };
    let renewed = false;
    const send = async (): Promise<Attempt<ApiResponse<unknown>>> => {
      const token = await authorizer?.authorization(wait);
      const result = await sendOnce(core, request, { token, headers, signal });
      if (!token || !authorizer || renewed || !isUnauthorized(result)) return result;
      renewed = true;
      return (await authorizer.renew(token, wait)) ? send() : result;
    };
    let maybeCarriedOut = false;
    const sendAgain = async () => {
      const result = afterEarlierAttempts(request, await send(), maybeCarriedOut);
      maybeCarriedOut ||= 'outcome' in result && answerIsLost(result.outcome);
      return result;
    };
    const rules = { ...core, ...wait, leftMs, safety: request.operation.retry };
    // Reading leaves nothing that a repetition could meet.
    return retrying(rules, request.operation.method === 'GET' ? send : sendAgain);
  });
}

/** A refusal of a repetition may only mean that an earlier attempt, whose answer was lost, was carried out. */
function afterEarlierAttempts(
  { operation, label }: PreparedRequest,
  result: Attempt<ApiResponse<unknown>>,
  maybeCarriedOut: boolean,
): Attempt<ApiResponse<unknown>> {
  if (!maybeCarriedOut || !('outcome' in result)) return result;
  const { outcome, toError } = result;
  if (outcome.kind !== 'status' || outcome.status < 400 || outcome.status >= 500) return result;
  if (outcome.status === operation.repeated) {
    return { value: { data: undefined, status: outcome.status, headers: {}, text: '' } };
  }
  return {
    outcome,
    toError: (decision) => {
      const error = toError(decision);
      const advice = `The answer to an earlier attempt was lost: ${label()} may have been carried out. Read back.`;
      if (error instanceof Error) error.message += ` ${advice}`;
      return error;
    },
  };
}

async function sendOnce(
  core: Core,
  request: PreparedRequest,
  { token, headers, signal }: Pick<SendOptions, 'headers'> & { token: SessionToken | undefined; signal: AbortSignal },
): Promise<Attempt<ApiResponse<unknown>>> {
  let sent = false;
  const onSend = () => {
    sent = true;
  };
  const wire = {
    method: request.operation.method,
    origin: core.origin,
    path: core.pathPrefix + request.path + request.query,
    headers: {
      accept: 'application/json',
      'user-agent': 'annofab-functions',
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
      ...(token && { authorization: token.header }),
    },
    body: request.body ?? null,
  };
  const dispatcher = core.dispatcher();
  try {
    return read(core, request, await dispatch(dispatcher, wire, { signal, onSend }), token);
  } catch (error) {
    signal.throwIfAborted();
    const kind = failureKind(error);
    return {
      outcome: { kind: kind === 'cut' && !sent ? 'not-sent' : kind },
      toError: () => connectionError(core, request, { error, sent }),
    };
  }
}

function read(
  { clock }: Core,
  request: PreparedRequest,
  answer: Answer,
  token: SessionToken | undefined,
): Attempt<ApiResponse<unknown>> {
  const { status, headers } = answer;
  if (status < 200 || status >= 300) {
    return {
      outcome: { kind: 'status', status, retryAfterMs: retryAfterOf(headers, clock.now()) },
      toError: (decision) => refusal(request, answer, token, decision),
    };
  }
  try {
    return { value: { data: decode(request, answer), ...answer } };
  } catch (error) {
    // JSON was cut on the way; an HTML page would be the same the next time.
    return { outcome: { kind: saysJson(answer) ? 'cut' : 'failed' }, toError: () => error };
  }
}

function isUnauthorized(result: Attempt<unknown>): boolean {
  return 'outcome' in result && result.outcome.kind === 'status' && result.outcome.status === 401;
}

function refusal(
  request: PreparedRequest,
  answer: Answer,
  token: SessionToken | undefined,
  decision: RetryDecision,
): Error {
  const error = createApiError(request, answer, token ? [token.secret] : []);
  if (decision.action !== 'later') return error;
  const { id } = request;
  const label = request.label();
  const { seconds, reason } = decision;
  const message = `${label}: come back in ${seconds} s (${reason}). ${error.message.slice(label.length + 2)}`;
  return new RetryLaterError(message, { operation: id, seconds, reason, status: answer.status, cause: error });
}

function connectionError(
  { origin, proxyVariable }: Core,
  request: PreparedRequest,
  { error, sent }: { error: unknown; sent: boolean },
): ConnectionError {
  const code = errorCode(error);
  const what = sent
    ? `the connection to ${origin} failed before the answer was complete (${code}).`
    : `${origin} cannot be reached (${code}).${proxyVariable ? ` ${proxyVariable} is set to a proxy.` : ''}`;
  return new ConnectionError(`${request.label()}: ${what}${sent ? adviceIfUnsafe(request) : ''}`, {
    operation: request.id,
    maybeCarriedOut: sent && request.operation.retry === 'unsafe',
    cause: error,
  });
}

function adviceIfUnsafe({ operation }: PreparedRequest): string {
  const advice = ' It may have been carried out all the same: read back before sending it again.';
  return operation.retry === 'unsafe' ? advice : '';
}
