import type { ProjectAccountStatistics } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import { type Day, formatDuration } from './days-and-durations.ts';
import { readLog, type TaskLog, type TimedEvent, worked } from './task-log.ts';

/** Per member and day: the time worked, the tasks completed, and the tasks that came back. */
export function accountStatistics(project: ProjectRecord, days: readonly Day[]): ProjectAccountStatistics[] {
  const log = readLog(project);
  const work = log.flatMap((entry) => entry.work);
  const endings = log.flatMap(({ events }) => events.filter(isPhaseEnd));
  const returns = log.flatMap(returnsIn);
  const on = (moments: readonly Moment[], accountId: string, { start, end }: Day): number =>
    moments.filter(({ account_id: id, time }) => id === accountId && start <= time && time < end).length;
  return accountsOf(project, log).map((accountId) => {
    const own = work.filter((piece) => piece.accountId === accountId);
    const histories = days.map((day) => ({
      date: day.date,
      tasks_completed: on(endings, accountId, day),
      tasks_rejected: on(returns, accountId, day),
      worktime: formatDuration(worked(own, day.start, day.end)),
    }));
    return { account_id: accountId, histories };
  });
}

type Moment = Pick<TimedEvent, 'account_id' | 'time'>;

/** All present and past members, and every account that has worked in the project. */
function accountsOf({ members }: ProjectRecord, log: readonly TaskLog[]): string[] {
  const workers = log.flatMap(({ work }) => work.map(({ accountId }) => accountId));
  return [...new Set([...members.keys(), ...workers])];
}

/** The assignee submitted, accepted or rejected the task. A rejection by force is not the assignee's. */
function isPhaseEnd({ status, account_id: account, request }: TimedEvent): boolean {
  return status === 'complete' && account != null && request?.force !== true;
}

/** The times when a task came back: after a rejection it counts for the annotator, after a cancelled acceptance for the accepter. */
function returnsIn({ events }: TaskLog): Moment[] {
  return events.flatMap(({ status, phase, request, time }, index): Moment[] => {
    if (status !== 'not_started') return [];
    const past = events.slice(0, index);
    const isRejection = request?.status === 'rejected' && phase === 'annotation';
    const isCancellation = phase === 'acceptance' && isAccepted(past.at(-1));
    const source = isRejection ? past.findLast(isSubmission) : isCancellation ? past.at(-1) : undefined;
    return source ? [{ account_id: source.account_id ?? null, time }] : [];
  });
}

function isSubmission({ phase, status, request }: TimedEvent): boolean {
  return phase === 'annotation' && status === 'complete' && request?.status === 'complete';
}

function isAccepted(event: TimedEvent | undefined): boolean {
  return event?.phase === 'acceptance' && event.status === 'complete' && event.request?.status === 'complete';
}
