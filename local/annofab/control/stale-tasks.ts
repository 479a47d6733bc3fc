import type { Task } from '../../../lib/annofab/api-description.ts';
import { clone } from '../core/clone.ts';

/** Shows tasks as they were for a while, because an event may arrive before its effect can be read. */
export interface StaleTasks {
  /** Shows a task as it was for a number of reads and a time, whichever ends later. */
  hide(before: Task, until: { reads: number; milliseconds: number }): void;
  /** The task as a read returns it. */
  view(task: Task): Task;
  clear(): void;
}

interface Past {
  readonly before: Task;
  /** On the monotonic clock of this machine. */
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
      return clone(past.before);
    },
    clear: () => pasts.clear(),
  };
}

function keyOf({ project_id, task_id }: Task): string {
  return `${project_id}/${task_id}`;
}
