import type { TickContext } from '../runtime/context.ts';
import type { ServicesOf } from '../runtime/service.ts';
import { type DirectHandler, directHandler } from './direct-handler.ts';

/** What a team writes: what happens at a certain time. */
export type ScheduleRecipe<S extends object> = (ctx: TickContext<S>) => Promise<unknown>;

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
): DirectHandler {
  return directHandler(name, services, async (ctx) => {
    ctx.log.info(`Schedule started: ${name}`);
    const result = await recipe(ctx);
    ctx.log.info(`Schedule finished: ${name}`, { outcome: 'done' });
    return result;
  });
}
