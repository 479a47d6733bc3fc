import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { untilAborted } from '../core/async/until-aborted.ts';
import { countAlerts } from '../runtime/alerts.ts';
import type { HttpInvocation } from '../runtime/context.ts';
import { errorFields } from '../runtime/error-fields.ts';
import { type HttpAnswer, HttpProblem, problemAnswer } from '../runtime/http-problem.ts';
import { httpRequest } from '../runtime/http-request.ts';
import { createLog, type HandlerLog } from '../runtime/log.ts';
import { type Counters, createCounters } from '../runtime/metrics.ts';
import { type Configured, createServices, type ServicesOf, variablesOf } from '../runtime/service.ts';
import { readConfig } from '../runtime/variables.ts';
import { withDeadline } from './deadline.ts';
import { setUpAtInit } from './set-up-at-init.ts';
import { telemetry } from './telemetry.ts';

/** Answers a request, or throws a {@link HttpProblem}. */
export type HttpRecipe<S extends object> = (ctx: S & HttpInvocation) => Promise<HttpAnswer>;

export type HttpHandler = Configured &
  ((event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>);

/** Reserved for the answer after an abort. */
const RESERVE_MS = 500;

/**
 * The Lambda handler of an HTTP route. A {@link HttpProblem} is the caller's fault, or temporary; any other error is ours: it
 * is logged and answered with a 500 without details.
 *
 * @example
 * export const handler = httpHandler({ queues, webhookSecrets }, receiveWebhook);
 */
export function httpHandler<S extends object>(services: ServicesOf<S>, recipe: HttpRecipe<S>): HttpHandler {
  const log = createLog();
  const counters = createCounters();
  const now = () => Date.now();
  const variables = variablesOf(services);
  const setup = setUpAtInit(() => {
    readConfig(variables, process.env);
    return createServices(services, process.env);
  });

  function handle(event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
    return withDeadline(context, RESERVE_MS, async ({ signal }) => {
      const ctx = { ...setup(), request: httpRequest(event, context), log, counters, signal, now };
      return response(await untilAborted(signal, () => recipe(ctx)));
    });
  }

  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(handle)
    .use(telemetry({ log, counters }))
    .onError((request) => {
      request.response = response(problemAnswer(asProblem(request.error, { log, counters })));
    });
  return Object.assign(handler, { variables });
}

function asProblem(error: unknown, { log, counters }: { log: HandlerLog; counters: Counters }): HttpProblem {
  const problem =
    error instanceof HttpProblem
      ? error
      : new HttpProblem(500, 'internal', 'The request could not be processed: an internal error.', { cause: error });
  const { status, reason, cause } = problem;
  if (status < 500) log.warn('Request rejected', { reason });
  else log.error('Request failed', { reason, ...errorFields(cause) });
  counters.count(status < 500 ? 'rejected' : 'failed', { reason });
  countAlerts(counters, cause);
  return problem;
}

function response({ status, json, headers }: HttpAnswer): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(json),
  };
}
