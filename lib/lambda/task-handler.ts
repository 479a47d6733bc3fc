import type { TaskContext } from '../runtime/context.ts';
import type { ServicesOf } from '../runtime/service.ts';
import { type DirectHandler, directHandler } from './direct-handler.ts';

/** What a team writes: one task of a state machine. Its result goes to the next state. */
export type TaskRecipe<I, S extends object> = (ctx: TaskContext<I, S>) => Promise<unknown>;

/**
 * The Lambda handler of a task of a state machine. What the recipe throws is the error of the task, under its name: a
 * `Retry` of the state machine tells a NonRetryableError from others by it.
 *
 * @param name what the task does, for the metrics: `plan-dataset`
 * @param readInput checks the input. It throws a NonRetryableError
 * @example
 * export const handler = taskHandler('plan-dataset', readRequest, { annofab, dataset }, (ctx) => planShards(ctx, ctx.input));
 */
export function taskHandler<I, S extends object>(
  name: string,
  readInput: (event: unknown) => I,
  services: ServicesOf<S>,
  recipe: TaskRecipe<I, S>,
): DirectHandler {
  return directHandler(name, services, async (ctx) => await recipe({ ...ctx, input: readInput(ctx.event) }));
}
