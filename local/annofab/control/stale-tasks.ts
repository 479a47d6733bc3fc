import type { Task } from '../../../lib/annofab/api-description.ts';

/** An event may be known before what it tells of can be read: for a while, tasks are shown as they were. */
export interface StaleTasks {
  /** Shows a task as it was, for so many reads and for so long, whichever ends later. */
  hide(before: Task, until: { reads: number; milliseconds: number }): void;
  /** A task as a reader sees it. */
  view(task: Task): Task;
  clear(): void;
}

interface Past {
  readonly before: Task;
  /** On the machine's clock. */
  readonly end: number;
  reads: number;
}

export function createStaleTasks(): StaleTasks {
  const pasts = new Map<string, Past>();
  return {
    hide: (before, { reads, milliseconds }) => {
      if (reads > 0 || milliseconds > 0) {
        pasts.set(keyOf(before), { before, end: performance.now() + milliseconds, reads });
      }
    },
    view: (task) => {
      const past = pasts.get(keyOf(task));
      if (!past) return task;
      if (past.reads <= 0 && performance.now() >= past.end) {
        pasts.delete(keyOf(task));
        return task;
      }
      past.reads -= 1;
      return structuredClone(past.before);
    },
    clear: () => pasts.clear(),
  };
}

function keyOf({ project_id, task_id }: Task): string {
  return `${project_id}/${task_id}`;
}
