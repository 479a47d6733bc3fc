import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { once } from '../core/lazy.ts';
import { untilAborted } from '../core/until-aborted.ts';
import { countTrouble } from '../runtime/alerts.ts';
import { readConfig } from '../runtime/config.ts';
import { errorFields } from '../runtime/error-fields.ts';
import { type HttpAnswer, HttpProblem, problemAnswer } from '../runtime/http-problem.ts';
import { type HttpRequest, httpRequest } from '../runtime/http-request.ts';
import { createLog, type HandlerLog } from '../runtime/log.ts';
import { type Counters, createCounters } from '../runtime/metrics.ts';
import { createServices, type ServicesOf, variablesOf } from '../runtime/service.ts';
import { earlyAbort } from './early-abort.ts';
import { telemetry } from './telemetry.ts';

/** What an HTTP recipe gets, beside its services. */
export interface HttpInvocation {
  readonly request: HttpRequest;
  readonly log: HandlerLog;
  readonly counters: Counters;
  /** Aborts when an answer is due. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Answers a request, or throws a {@link HttpProblem}. */
export type HttpRecipe<S extends object> = (ctx: S & HttpInvocation) => Promise<HttpAnswer>;

export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** So much of the invocation is kept for the answer after an abort. */
const RESERVE_MS = 500;

/**
 * The Lambda handler of an HTTP route. A {@link HttpProblem} is the caller's, or passes; anything else that is thrown is ours:
 * it is logged and answered with a 500 that tells nothing.
 *
 * @example
 * export const handler = httpHandler({ queues, webhookSecrets }, receiveWebhook);
 */
export function httpHandler<S extends object>(services: ServicesOf<S>, recipe: HttpRecipe<S>): HttpHandler {
  const log = createLog();
  const counters = createCounters();
  const now = () => Date.now();
  const setup = once(() => {
    readConfig(variablesOf(services), process.env);
    return createServices(services, process.env);
  });

  async function handle(event: APIGatewayProxyEventV2, context: Context, { signal }: { signal: AbortSignal }) {
    const ctx = { ...setup(), request: httpRequest(event, context), log, counters, signal, now };
    return response(await untilAborted(signal, () => recipe(ctx)));
  }

  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(handle, earlyAbort(RESERVE_MS))
    .use(telemetry({ log, counters }))
    .onError((request) => {
      request.response = response(problemAnswer(asProblem(request.error, { log, counters })));
    });
}

function asProblem(error: unknown, { log, counters }: { log: HandlerLog; counters: Counters }): HttpProblem {
  const problem =
    error instanceof HttpProblem
      ? error
      : new HttpProblem(500, 'internal', 'Something went wrong on our side.', { cause: error });
  const { status, reason, cause } = problem;
  if (status < 500) log.warn('Rejected', { reason });
  else log.error('The request could not be served', { reason, ...errorFields(cause) });
  counters.count(status < 500 ? 'rejected' : 'failed', { reason });
  countTrouble(counters, cause);
  return problem;
}

function response({ status, json, headers }: HttpAnswer): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(json),
  };
}
