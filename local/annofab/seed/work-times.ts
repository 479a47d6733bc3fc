import type { Task } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';

const MINUTE_MS = 60_000;

/** Minutes of work on a frame, and on a whole task at most. */
const ANNOTATION = { perFrame: 6, most: 240 };
const REVIEW = { perFrame: 2, most: 90 };

/** Between two people: until the next one takes the task. */
const WAIT_MS = 5 * MINUTE_MS;

/** Work that is not finished began within so long before the present. */
const STARTED_MS = 10 * MINUTE_MS;

/** The time between the starts of two tasks of a seed. */
const STAGGER_MS = 100;

/** Passes the time that people need for a seed's tasks, which they do side by side. */
export interface WorkTimes {
  /** Passes the time before the next operation on a task: a working task is worked on, any other waits. */
  beforeStep(task: Task): void;
  /** Continues shortly before the present: the task is still being worked on. */
  beforeOpenWork(): void;
  /** Goes back to the time at which the next task begins. */
  endTask(): void;
}

/** @param now the present, to which the seed is the past. Default: open work is as old as the rest */
export function createWorkTimes(clock: Clock, now?: () => Date): WorkTimes {
  const start = clock.position();
  let tasks = 0;
  return {
    beforeStep: (task) => clock.advance(task.status === 'working' ? workMs(task) : WAIT_MS),
    beforeOpenWork: () => {
      if (now) clock.set(new Date(now().getTime() - STARTED_MS));
    },
    endTask: () => {
      tasks += 1;
      clock.restore({ ...start, offsetMs: start.offsetMs + tasks * STAGGER_MS });
    },
  };
}

function workMs({ phase, input_data_id_list: frames }: Task): number {
  const { perFrame, most } = phase === 'annotation' ? ANNOTATION : REVIEW;
  return Math.min(frames.length * perFrame, most) * MINUTE_MS;
}
