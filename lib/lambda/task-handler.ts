import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { untilAborted } from '../core/until-aborted.ts';
import { countAlerts } from '../runtime/alerts.ts';
import type { TaskContext } from '../runtime/context.ts';
import { createLog } from '../runtime/log.ts';
import { createCounters } from '../runtime/metrics.ts';
import { type Configured, createServices, type ServicesOf, variablesOf } from '../runtime/service.ts';
import { readConfigAndSettings } from '../runtime/settings.ts';
import { withDeadline } from './deadline.ts';
import { setUpAtInit } from './set-up-at-init.ts';
import { telemetry } from './telemetry.ts';

/** What a team writes: one task of a state machine. Its result goes to the next state. */
export type TaskRecipe<I, S extends object> = (ctx: TaskContext<I, S>) => Promise<unknown>;

export type TaskHandler = Configured & ((event: unknown, context: Context) => Promise<unknown>);

/** Reserved for the end of the invocation after an abort. */
const RESERVE_MS = 2_000;

/**
 * The Lambda handler of a task of a state machine. What the recipe throws is the error of the task, under its name: a
 * `Retry` of the state machine tells a NonRetryableError from others by it.
 *
 * @param name what the task does, for the log and the metrics: `plan-dataset`
 * @param readInput checks the input. It throws a NonRetryableError
 * @example
 * export const handler = taskHandler('plan-dataset', readRequest, { annofab, dataset }, (ctx) => planShards(ctx, ctx.input));
 */
export function taskHandler<I, S extends object>(
  name: string,
  readInput: (event: unknown) => I,
  services: ServicesOf<S>,
  recipe: TaskRecipe<I, S>,
): TaskHandler {
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
      try {
        const input = readInput(event);
        const ctx = { ...services, input, settings, log, count, signal, deadline, now };
        const result = await untilAborted(signal, () => recipe(ctx));
        counters.count('done', { function: name });
        return result;
      } catch (error) {
        counters.count('failed', { function: name });
        countAlerts(counters, error);
        throw error;
      }
    });
  }

  return Object.assign(middy<unknown, unknown>(handle).use(telemetry({ log, counters })), { variables });
}
