import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { untilAborted } from '../core/async/until-aborted.ts';
import { countAlerts } from '../runtime/alerts.ts';
import type { TickContext } from '../runtime/context.ts';
import { createLog } from '../runtime/log.ts';
import { createCounters } from '../runtime/metrics.ts';
import { type Configured, createServices, type ServicesOf, variablesOf } from '../runtime/service.ts';
import { readConfigAndSettings } from '../runtime/settings.ts';
import { withDeadline } from './deadline.ts';
import { setUpAtInit } from './set-up-at-init.ts';
import { telemetry } from './telemetry.ts';

export type DirectHandler = Configured & ((event: unknown, context: Context) => Promise<unknown>);

/** Reserved for the end of the invocation after an abort. */
const RESERVE_MS = 2_000;

/**
 * The Lambda handler of a function that is invoked without a queue: by a schedule, by a state machine, by hand. It counts whether
 * the recipe succeeded. What the recipe returns is the result of the invocation, and what it throws fails it.
 *
 * @param name for the metrics: `start-archive-updates`
 */
export function directHandler<S extends object>(
  name: string,
  services: ServicesOf<S>,
  recipe: (ctx: TickContext<S>) => Promise<unknown>,
): DirectHandler {
  const log = createLog();
  const counters = createCounters();
  const count = counters.knowing({ function: name });
  const now = () => Date.now();
  const variables = variablesOf(services);
  const setup = setUpAtInit(() => {
    const { settings } = readConfigAndSettings(variables, process.env);
    return { services: createServices(services, process.env), settings };
  });

  function handle(event: unknown, context: Context): Promise<unknown> {
    return withDeadline(context, RESERVE_MS, async ({ signal, deadline }) => {
      const { services, settings } = setup();
      const ctx = { ...services, event, settings, log, count, signal, deadline, now };
      const result = await untilAborted(signal, () => recipe(ctx)).catch((error: unknown) => {
        counters.count('failed', { function: name });
        countAlerts(counters, error);
        throw error;
      });
      counters.count('done', { function: name });
      return result;
    });
  }

  return Object.assign(middy<unknown, unknown>(handle).use(telemetry({ log, counters })), { variables });
}
