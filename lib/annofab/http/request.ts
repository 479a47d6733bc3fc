import type { Dispatcher } from 'undici';
import type { Wait } from '../auth/session.ts';
import type { SessionToken } from '../auth/session-token.ts';
import { ConnectionError, RetryLaterError, TimeoutError } from '../errors.ts';
import { createApiError } from './api-error.ts';
import type { ApiResponse } from './api-promise.ts';
import type { Clock } from './clock.ts';
import { type Deadline, withDeadline } from './deadline.ts';
import type { Call } from './prepared-request.ts';
import { decode, saysJson } from './response.ts';
import { decideRetry, type Outcome, type RetryDecision } from './retry.ts';
import { parseHttpDate, parseRetryAfter } from './retry-after.ts';
import { type Answer, type Exchange, errorCode, exchange, type FailedExchange } from './transport.ts';

/** What may be spent on waiting in one request, signing in included. */
export interface Budget {
  readonly maxWaitMs: number;
  waitedMs: number;
}

/** What all requests of a client share. */
export interface Core {
  readonly dispatcher: () => Dispatcher;
  readonly origin: string;
  /** Goes before each path; empty for Annofab itself. */
  readonly pathPrefix: string;
  readonly clock: Clock;
  readonly rateLimitedSeconds: number;
  readonly maintenanceSeconds: number;
}

/** Gives the token to send, and another after a 401. */
interface Authorizer {
  authorization(wait: Wait): Promise<SessionToken>;
  renew(refused: SessionToken, wait: Wait): Promise<SessionToken | undefined>;
}

export interface PerformOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly budget: Budget;
  /** Left out for what needs no token. */
  readonly authorizer?: Authorizer | undefined;
  /** More headers, such as signed cookies. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What came of one attempt: content, or why there is none. */
type Attempt =
  | { kind: 'content'; response: ApiResponse<unknown> }
  /** A success whose body cannot be read. */
  | { kind: 'unreadable'; answer: Answer; error: unknown }
  | Exchange;

/**
 * Sends a call, as often as {@link decideRetry} allows, within one deadline, signing in again at most once.
 *
 * @returns the answer of a success (2xx), with its content
 * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; the reason of the
 * caller's signal
 */
export async function perform(core: Core, call: Call, options: PerformOptions): Promise<ApiResponse<unknown>> {
  const { timeoutMs, signal } = options;
  const onTimeout = () => {
    const message = `${call.label}: no complete answer within ${timeoutMs} ms.${adviceIfUnsafe(call)}`;
    return new TimeoutError(message, { operation: call.id, timeoutMs });
  };
  return withDeadline({ clock: core.clock, timeoutMs, signal, onTimeout }, (deadline) =>
    attempt(core, call, options, deadline),
  );
}

async function attempt(
  core: Core,
  call: Call,
  options: PerformOptions,
  deadline: Deadline,
): Promise<ApiResponse<unknown>> {
  const { authorizer, budget } = options;
  const wait: Wait = { signal: deadline.signal, budget };
  let renewed = false;
  for (let count = 1; ; ) {
    const token = await authorizer?.authorization(wait);
    const result = read(call, await exchange(core.dispatcher(), toWire(core, call, token, options), deadline.signal));
    if (result.kind === 'content') return result.response;
    if (token && authorizer && !renewed && isUnauthorized(result)) {
      renewed = true;
      if (await authorizer.renew(token, wait)) continue;
    }
    const decision = decide(core, call, result, { count, budget, leftMs: deadline.leftMs() });
    if (decision.action !== 'retry') throw failure(core, call, result, decision, token);
    await core.clock.sleep(decision.waitMs, deadline.signal);
    budget.waitedMs += decision.waitMs;
    count += 1;
  }
}

function toWire(core: Core, call: Call, token: SessionToken | undefined, { headers }: PerformOptions) {
  return {
    method: call.operation.method,
    origin: core.origin,
    path: core.pathPrefix + call.path + call.query,
    headers: {
      accept: 'application/json',
      'user-agent': 'annofab-functions',
      ...(call.body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
      ...(token && { authorization: token.header }),
    },
    body: call.body,
  };
}

function read(call: Call, result: Exchange): Attempt {
  if (result.kind !== 'answer' || result.answer.status < 200 || result.answer.status >= 300) return result;
  const { answer } = result;
  try {
    return { kind: 'content', response: { data: decode(call, answer), ...answer } };
  } catch (error) {
    return { kind: 'unreadable', answer, error };
  }
}

function isUnauthorized(result: Attempt): boolean {
  return result.kind === 'answer' && result.answer.status === 401;
}

type FailedAttempt = Exclude<Attempt, { kind: 'content' }>;

function decide(
  core: Core,
  call: Call,
  result: FailedAttempt,
  { count, budget, leftMs }: { count: number; budget: Budget; leftMs: number },
): RetryDecision {
  return decideRetry({
    outcome: outcomeOf(result, core.clock),
    safety: call.operation.retry,
    attempt: count,
    waitLeftMs: budget.maxWaitMs - budget.waitedMs,
    timeLeftMs: leftMs,
    rateLimitedSeconds: core.rateLimitedSeconds,
    maintenanceSeconds: core.maintenanceSeconds,
    random: core.clock.random(),
  });
}

function outcomeOf(result: FailedAttempt, clock: Clock): Outcome {
  if (result.kind === 'answer') {
    return { kind: 'status', status: result.answer.status, retryAfterMs: retryAfterOf(result.answer, clock) };
  }
  if (result.kind !== 'unreadable') return { kind: result.kind };
  // Broken off on the way; but a page for people would be the same the next time.
  return { kind: saysJson(result.answer) ? 'cut' : 'failed' };
}

/** A date is measured from the server's own clock where it tells it. */
function retryAfterOf({ headers }: Answer, clock: Clock): number | undefined {
  const now = clock.now();
  return parseRetryAfter(headers['retry-after'], parseHttpDate(headers['date'] ?? '', now) ?? now);
}

function failure(
  core: Core,
  call: Call,
  result: FailedAttempt,
  decision: RetryDecision,
  token: SessionToken | undefined,
): unknown {
  if (result.kind === 'unreadable') return result.error;
  if (result.kind !== 'answer') return connectionFailure(core, call, result);
  const error = createApiError(call, result.answer, token ? [token.secret] : []);
  if (decision.action !== 'later') return error;
  const { seconds, reason } = decision;
  const { status } = result.answer;
  const what = error.message.slice(call.label.length + 2);
  const message = `${call.label}: come back in ${seconds} s (${reason}). ${what}`;
  return new RetryLaterError(message, { operation: call.id, seconds, reason, status, cause: error });
}

function connectionFailure(core: Core, call: Call, { error, sent }: FailedExchange): ConnectionError {
  const code = errorCode(error);
  const what = sent
    ? `the connection to ${core.origin} failed before the answer was complete (${code}).`
    : `${core.origin} cannot be reached (${code}).`;
  return new ConnectionError(`${call.label}: ${what}${sent ? adviceIfUnsafe(call) : ''}`, {
    operation: call.id,
    maybeCarriedOut: sent && call.operation.retry === 'unsafe',
    cause: error,
  });
}

function adviceIfUnsafe({ operation }: Call): string {
  const advice = ' It may have been carried out all the same: read back before sending it again.';
  return operation.retry === 'unsafe' ? advice : '';
}
