import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { once } from '../core/lazy.ts';
import { untilAborted } from '../core/until-aborted.ts';
import { countTrouble } from '../runtime/alerts.ts';
import { readConfig, SETTING_NAMES, settingsOf } from '../runtime/config.ts';
import type { TickContext, TickCount } from '../runtime/context.ts';
import { createLog } from '../runtime/log.ts';
import { type Counters, createCounters } from '../runtime/metrics.ts';
import { createServices, type ServicesOf, variablesOf } from '../runtime/service.ts';
import { earlyAbort } from './early-abort.ts';
import { telemetry } from './telemetry.ts';

/** What a team writes: what happens at a certain time. */
export type ScheduleRecipe<S extends object> = (ctx: TickContext<S>) => Promise<unknown>;

export type ScheduleHandler = (event: unknown, context: Context) => Promise<unknown>;

/** So much of the invocation is kept for its end after an abort. */
const RESERVE_MS = 2_000;

/**
 * The Lambda handler of a schedule. Whatever the recipe throws fails the invocation, so that Lambda counts an error and an
 * alarm can see it; what it gives is the result of the invocation, for one who invokes it by hand.
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
  const now = () => Date.now();
  const setup = once(() => {
    const config = readConfig([...SETTING_NAMES, ...variablesOf(services)], process.env);
    return { services: createServices(services, process.env), settings: settingsOf(config) };
  });

  async function handle(event: unknown, context: Context, { signal }: { signal: AbortSignal }): Promise<unknown> {
    const { services, settings } = setup();
    const deadline = now() + context.getRemainingTimeInMillis();
    const count = (what: TickCount) => countOf(counters, name, what);
    const ctx = { ...services, event, settings, log, count, signal, deadline, now };
    log.info(`Begun: ${name}`);
    const result = await untilAborted(signal, () => recipe(ctx)).catch((error: unknown) => {
      counters.count('failed', { function: name });
      countTrouble(counters, error);
      throw error;
    });
    log.info(`Done: ${name}`, { outcome: 'done' });
    counters.count('done', { function: name });
    return result;
  }

  return middy<unknown, unknown>(handle, earlyAbort(RESERVE_MS)).use(telemetry({ log, counters }));
}

function countOf(counters: Counters, name: string, what: TickCount): void {
  if ('event_type' in what) counters.count(what.name, { event_type: what.event_type }, what.value);
  else if ('reason' in what) counters.count(what.name, { reason: what.reason });
  else counters.count(what.name, { function: name });
}
