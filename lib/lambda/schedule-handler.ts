import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { untilAborted } from '../core/until-aborted.ts';
import { countAlerts } from '../runtime/alerts.ts';
import type { TickContext } from '../runtime/context.ts';
import { createLog } from '../runtime/log.ts';
import { createCounters } from '../runtime/metrics.ts';
import { type Configured, createServices, type ServicesOf, variablesOf } from '../runtime/service.ts';
import { readConfigAndSettings } from '../runtime/settings.ts';
import { withDeadline } from './deadline.ts';
import { setUpAtInit } from './set-up-at-init.ts';
import { telemetry } from './telemetry.ts';

/** What a team writes: what happens at a certain time. */
export type ScheduleRecipe<S extends object> = (ctx: TickContext<S>) => Promise<unknown>;

export type ScheduleHandler = Configured & ((event: unknown, context: Context) => Promise<unknown>);

/** Reserved for the end of the invocation after an abort. */
const RESERVE_MS = 2_000;

/**
 * The Lambda handler of a schedule. An error of the recipe fails the invocation, so that Lambda counts it and an alarm can see
 * it; the value that the recipe returns is the result of the invocation, for anyone who invokes it by hand.
 *
 * @param name what the schedule does, for the log and the metrics: `start-archive-updates`
 * @example
 * export const handler = scheduleHandler('start-archive-updates', { annofab }, (ctx) => startArchiveUpdates(ctx));
 */
export function scheduleHandler<S extends object>(
  name: string,
  services: ServicesOf<S>,
  recipe: ScheduleRecipe<S>,
): ScheduleHandler {
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
      log.info(`Schedule started: ${name}`);
      const result = await untilAborted(signal, () => recipe(ctx)).catch((error: unknown) => {
        counters.count('failed', { function: name });
        countAlerts(counters, error);
        throw error;
      });
      log.info(`Schedule finished: ${name}`, { outcome: 'done' });
      counters.count('done', { function: name });
      return result;
    });
  }

  return Object.assign(middy<unknown, unknown>(handle).use(telemetry({ log, counters })), { variables });
}
