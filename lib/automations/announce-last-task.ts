import type { EventContext } from '../runtime/context.ts';
import { publishChange } from './bucket/changes.ts';
import type { Services } from './services.ts';

type Context = EventContext<'task-completed', Services>;

/**
 * Publishes that no open task is left in the project, once for each completion after which none is. With more than 10,000 tasks
 * Annofab does not count exactly, so that nothing is said.
 *
 * @returns whether it was the last task
 */
export async function announceLastTask(ctx: Context): Promise<boolean> {
  const { project_id } = ctx.event;
  const all = await count(ctx, {});
  if (all === undefined || all !== (await count(ctx, { phase: 'acceptance', status: 'complete' }))) return false;
  await ctx.once('last-task', () => publishChange(ctx, { kind: 'project-completed', project_id, tasks: all }));
  ctx.log.info('Last open task of the project completed', { project_id, entries: all });
  return true;
}

async function count(
  { annofab, event, signal }: Context,
  filter: { readonly phase?: 'acceptance'; readonly status?: 'complete' },
): Promise<number | undefined> {
  const { project_id } = event;
  const { total_count, over_limit } = await annofab.getTasks(
    { project_id, query: { ...filter, limit: 1 } },
    { signal },
  );
  return over_limit ? undefined : total_count;
}
