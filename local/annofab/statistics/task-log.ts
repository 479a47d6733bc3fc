import type { Task, TaskHistoryEvent } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import { eventsOf } from '../tasks/task-history-events.ts';

/** A task with its events and work, read once for all days. */
export interface TaskLog {
  readonly task: Task;
  readonly events: readonly TimedEvent[];
  readonly work: readonly Work[];
}

export interface TimedEvent extends TaskHistoryEvent {
  /** Epoch ms. */
  readonly time: number;
}

/** A period of finished work on a task, epoch ms. */
export interface Work {
  readonly accountId: string;
  readonly phase: Task['phase'];
  readonly start: number;
  readonly end: number;
}

export function readLog(project: ProjectRecord): TaskLog[] {
  return [...project.tasks.values()].map((task) => {
    const events = eventsOf(project, task).map((event) => ({ ...event, time: Date.parse(event.created_datetime) }));
    return { task, events, work: workOf(events) };
  });
}

function workOf(events: readonly TimedEvent[]): Work[] {
  return events.flatMap(({ status, account_id: accountId, phase, time }, index) => {
    const next = events[index + 1];
    if (status !== 'working' || accountId == null || !next) return [];
    return [{ accountId, phase, start: time, end: next.time }];
  });
}

/** The amount of work within a period, in ms. */
export function worked(work: readonly Work[], start: number, end: number): number {
  return work.reduce((sum, piece) => sum + Math.max(0, Math.min(piece.end, end) - Math.max(piece.start, start)), 0);
}
