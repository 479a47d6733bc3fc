import { PART_NAME } from './choices.ts';
import { shareOf } from './hash.ts';

/** The parts of a dataset and their shares of the tasks. */
export interface SplitOptions {
  /**
   * Names of parts and how much of the data each gets: `{ train: 8, val: 1, test: 1 }`. By default everything is in `train`.
   */
  readonly ratios?: Readonly<Record<string, number>> | undefined;
  /**
   * What stays together: a task (default), or all tasks with the same value of a metadata key, such as a scene. A task without
   * that key stays on its own.
   */
  readonly by?: 'task' | { readonly metadata: string } | undefined;
}

/** Metadata of a task. */
export type TaskMetadata = Readonly<Record<string, unknown>>;

export interface Split {
  /** In the order in which they were given. */
  readonly names: readonly string[];
  /** The same for the same task always, whatever else is in the dataset. */
  of(task_id: string, metadata?: TaskMetadata): string;
  /** Whether a task has to have a metadata key for its part, and lacks it. */
  lacksKey(metadata?: TaskMetadata): boolean;
}

/** @throws RangeError when there are no parts, a name is not allowed, or a ratio is not positive */
export function createSplit({ ratios = { train: 1 }, by = 'task' }: SplitOptions = {}): Split {
  const parts = Object.entries(ratios);
  assertParts(parts);
  const total = parts.reduce((sum, [, ratio]) => sum + ratio, 0);
  const names = parts.map(([name]) => name);
  const partAt = (share: number): string => {
    let end = 0;
    const found = parts.find(([, ratio]) => {
      end += ratio / total;
      return share < end;
    });
    return found?.[0] ?? names.at(-1) ?? '';
  };
  let last = { key: '', part: partAt(shareOf('')) };
  return {
    names,
    of(task_id, metadata) {
      const key = by === 'task' ? task_id : groupOf(task_id, metadata?.[by.metadata]);
      // The frames of a task follow each other, as a rule.
      if (key !== last.key) last = { key, part: partAt(shareOf(key)) };
      return last.part;
    },
    lacksKey: (metadata) => by !== 'task' && !hasValue(metadata?.[by.metadata]),
  };
}

function groupOf(task_id: string, value: unknown): string {
  return hasValue(value) ? `metadata: ${String(value)}` : task_id;
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function assertParts(parts: readonly (readonly [string, number])[]): void {
  if (parts.length === 0) throw new RangeError('A split needs at least one part, such as train.');
  for (const [name, ratio] of parts) {
    if (!PART_NAME.test(name)) {
      throw new RangeError(
        `The name of a part is letters, digits, "_" and "-", and no name that a dataset or Windows uses itself, not ${JSON.stringify(name)}.`,
      );
    }
    if (parts.some(([other]) => other !== name && other.toLowerCase() === name.toLowerCase()))
      throw new RangeError(`Two parts are called ${name}: upper and lower case are the same in some file systems.`);
    if (!(Number.isFinite(ratio) && ratio > 0)) throw new RangeError(`The ratio of ${name} must be greater than 0.`);
  }
}
