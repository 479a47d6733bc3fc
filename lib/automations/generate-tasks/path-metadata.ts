import type { Task } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/async/map-in-order.ts';
import { batchesOf } from '../../core/batches-of.ts';
import type { EventContext } from '../../runtime/context.ts';
import type { Services } from '../services.ts';
import { type PathPattern, parsePathPattern } from './path-pattern.ts';

type Context = EventContext<'input-data-zip-registered', Pick<Services, 'annofab'>>;
type Values = Readonly<Record<string, string>>;

/** Annofab's limit for getInputDataInBulk. */
const READ_BATCH = 100;

/**
 * Sets the metadata of tasks from the names of their input data. Other metadata of the tasks stay; nothing is written where the
 * values are there.
 *
 * @returns how many tasks have a value
 */
export async function setPathMetadata(
  ctx: Context,
  tasks: readonly Task[],
  pattern: string | undefined,
): Promise<number> {
  const valuesOf = pattern === undefined ? undefined : parsePathPattern(pattern);
  if (valuesOf === undefined || tasks.length === 0) return 0;
  const { annofab, event, signal, log } = ctx;
  const { project_id } = event;
  const names = await inputDataNames(ctx, tasks);
  const described = tasks.flatMap((task): [string, Values][] => {
    const values = commonValues(
      task.input_data_id_list.map((id) => names.get(id) ?? ''),
      valuesOf,
    );
    return Object.keys(values).length === 0 ? [] : [[task.task_id, values]];
  });
  await annofab.tasks.mergeMetadata({ project_id, metadata: described }, { signal });
  if (described.length < tasks.length) {
    log.warn('Tasks have no metadata: the path pattern does not match their input data, or these differ', {
      project_id,
      tasks: tasks.length - described.length,
    });
  }
  return described.length;
}

/** The values that all paths have. */
function commonValues(paths: readonly string[], valuesOf: PathPattern): Values {
  const all = paths.map((path) => valuesOf(path) ?? {});
  const [first = {}] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => all.every((values) => values[name] === value)),
  );
}

async function inputDataNames(
  { annofab, event, signal, settings }: Context,
  tasks: readonly Task[],
): Promise<Map<string, string>> {
  const { project_id } = event;
  const ids = [...new Set(tasks.flatMap(({ input_data_id_list }) => input_data_id_list))];
  const answers = await mapInOrder(batchesOf(ids, READ_BATCH), settings.frameConcurrency, (input_data_id) =>
    annofab.getInputDataInBulk({ project_id, query: { input_data_id } }, { signal }),
  );
  const found = answers.flatMap(({ success }) => success);
  return new Map(found.map(({ input_data_id, input_data_name }) => [input_data_id, input_data_name]));
}
