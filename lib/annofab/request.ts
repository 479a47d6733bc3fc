import type { Dispatcher } from 'undici';
import { createApiError } from './api-error.ts';
import type { Call } from './call.ts';
import type { Clock } from './clock.ts';
import { type Deadline, withDeadline } from './deadline.ts';
import { ConnectionError, RetryLaterError, TimeoutError } from './errors.ts';
import { decideRetry, type RetryDecision } from './retry.ts';
import { parseHttpDate, parseRetryAfter } from './retry-after.ts';
import type { Wait } from './session.ts';
import type { SessionToken } from './session-token.ts';
import { type Answer, type Exchange, errorCode, exchange } from './transport.ts';

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

/**
 * Sends a call, as often as {@link decideRetry} allows, within one deadline, signing in again at most once.
 *
 * @returns the answer of a success (2xx)
 * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; the reason of the
 * caller's signal
 */
export async function perform(core: Core, call: Call, options: PerformOptions): Promise<Answer> {
  const { timeoutMs, signal } = options;
  const onTimeout = () =>
    new TimeoutError(`${call.label}: no complete answer within ${timeoutMs} ms.`, { operation: call.id, timeoutMs });
  return withDeadline({ clock: core.clock, timeoutMs, signal, onTimeout }, (deadline) =>
    attempt(core, call, options, deadline),
  );
}

async function attempt(core: Core, call: Call, options: PerformOptions, deadline: Deadline): Promise<Answer> {
  const { authorizer, budget } = options;
  const wait: Wait = { signal: deadline.signal, budget };
  let renewed = false;
  for (let count = 1; ; ) {
    const token = await authorizer?.authorization(wait);
    const result = await exchange(core.dispatcher(), toWire(core, call, token, options), deadline.signal);
    if (isSuccess(result)) return result.answer;
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

function isSuccess(result: Exchange): result is Extract<Exchange, { kind: 'answer' }> {
  return result.kind === 'answer' && result.answer.status >= 200 && result.answer.status < 300;
}

function isUnauthorized(result: Exchange): boolean {
  return result.kind === 'answer' && result.answer.status === 401;
}

function decide(
  core: Core,
  call: Call,
  result: Exchange,
  { count, budget, leftMs }: { count: number; budget: Budget; leftMs: number },
): RetryDecision {
  return decideRetry({
    outcome:
      result.kind === 'answer'
        ? { kind: 'status', status: result.answer.status, retryAfterMs: retryAfterOf(result.answer, core.clock) }
        : { kind: result.kind },
    safety: call.operation.retry,
    attempt: count,
    waitLeftMs: budget.maxWaitMs - budget.waitedMs,
    timeLeftMs: leftMs,
    rateLimitedSeconds: core.rateLimitedSeconds,
    maintenanceSeconds: core.maintenanceSeconds,
    random: core.clock.random(),
  });
}

/** A date is measured from the server's own clock where it tells it. */
function retryAfterOf({ headers }: Answer, clock: Clock): number | undefined {
  const now = clock.now();
  return parseRetryAfter(headers['retry-after'], parseHttpDate(headers['date'] ?? '', now) ?? now);
}

function failure(core: Core, call: Call, result: Exchange, decision: RetryDecision, token?: SessionToken): Error {
  if (result.kind !== 'answer') return connectionFailure(core, call, result);
  const error = createApiError(call, result.answer, token ? [token.secret] : []);
  if (decision.action !== 'later') return error;
  const { seconds, reason } = decision;
  return new RetryLaterError(
    `${call.label}: ${result.answer.status}, ${reason}. Come back in ${seconds} s. ${error.message}`,
    { operation: call.id, seconds, reason, status: result.answer.status, cause: error },
  );
}

function connectionFailure(core: Core, call: Call, result: Exclude<Exchange, { kind: 'answer' }>): ConnectionError {
  const code = errorCode(result.error);
  const maybeCarriedOut = result.kind !== 'not-sent' && call.operation.retry === 'unsafe';
  const what =
    result.kind === 'not-sent'
      ? `${core.origin} cannot be reached (${code}).`
      : `the connection to ${core.origin} failed before the answer was complete (${code}).`;
  const advice = maybeCarriedOut
    ? ' It may have been carried out all the same: read back before sending it again.'
    : '';
  return new ConnectionError(`${call.label}: ${what}${advice}`, {
    operation: call.id,
    maybeCarriedOut,
    cause: result.error,
  });
}
