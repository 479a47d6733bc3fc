import type { ProjectAccountStatistics } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { Day } from './days.ts';
import { formatDuration } from './duration.ts';
import { readLog, type TaskLog, type TimedEvent, worked } from './task-log.ts';

/** What each member did on each day: work, phases ended, and work that came back. */
export function accountStatistics(project: ProjectRecord, days: readonly Day[]): ProjectAccountStatistics[] {
  const log = readLog(project);
  const work = log.flatMap((entry) => entry.work);
  const endings = log.flatMap(({ events }) => events.filter(isEnding));
  const returns = log.flatMap(returnsOf);
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

/** The members, also those who left, and whoever else has worked here. */
function accountsOf({ members }: ProjectRecord, log: readonly TaskLog[]): string[] {
  const workers = log.flatMap(({ work }) => work.map(({ accountId }) => accountId));
  return [...new Set([...members.keys(), ...workers])];
}

/** The assignee handed the task in, passed it or sent it back; being rejected by force ends nobody's work well. */
function isEnding({ status, account_id: account, request }: TimedEvent): boolean {
  return status === 'complete' && account != null && request?.force !== true;
}

/** When a task came back, and to whose account: the annotator's of a rejection, the accepter's of a cancellation. */
function returnsOf({ events }: TaskLog): Moment[] {
  return events.flatMap(({ status, phase, request, time }, index): Moment[] => {
    if (status !== 'not_started') return [];
    const past = events.slice(0, index);
    const isRejection = request?.status === 'rejected' && phase === 'annotation';
    const isCancellation = phase === 'acceptance' && isAccepted(past.at(-1));
    const blamed = isRejection ? past.findLast(isHandedIn) : isCancellation ? past.at(-1) : undefined;
    return blamed ? [{ account_id: blamed.account_id ?? null, time }] : [];
  });
}

function isHandedIn({ phase, status, request }: TimedEvent): boolean {
  return phase === 'annotation' && status === 'complete' && request?.status === 'complete';
}

function isAccepted(event: TimedEvent | undefined): boolean {
  return event?.phase === 'acceptance' && event.status === 'complete' && event.request?.status === 'complete';
}
