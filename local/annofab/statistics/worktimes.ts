import type { WorktimeStatistics, WorktimeStatisticsData } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { Day } from './days.ts';
import { distributionsOf, type Sample } from './distribution.ts';
import { readLog, type TaskLog, worked } from './task-log.ts';

/**
 * How long a task, an image and a minute of a movie took in each phase, over the tasks whose phase was ended on the day:
 * handed in, passed or sent back.
 *
 * @param accountId only this member's work
 */
export function worktimeStatistics(
  project: ProjectRecord,
  days: readonly Day[],
  accountId?: string,
): WorktimeStatisticsData[] {
  const log = readLog(project);
  return days.map((day) => summarize(project, samplesOf(project, log, day, accountId), day));
}

/** The same in the shape of Annofab's older statistics file, with every worker's own beside the whole. */
export function worktimeHistory(record: ProjectRecord, days: readonly Day[]): WorktimeStatistics[] {
  const log = readLog(record);
  const workers = [...new Set(log.flatMap(({ work }) => work.map((piece) => piece.accountId)))];
  const at = (day: Day, accountId?: string) => {
    const data = summarize(record, samplesOf(record, log, day, accountId), day);
    return { by_tasks: data.grouped_by_task, by_inputs: data.grouped_by_input, by_minutes: data.grouped_by_minute };
  };
  return days.map((day) => ({
    project_id: record.project.project_id,
    date: day.date,
    ...at(day),
    accounts: workers.map((accountId) => ({ account_id: accountId, ...at(day, accountId) })),
  }));
}

/** The work on one task in one phase, and what it was spread over. */
interface TaskSample extends Sample {
  readonly inputs: number;
  readonly minutes: number;
}

/** Images are counted in projects of images and custom data, minutes in those of movies. */
function summarize({ project }: ProjectRecord, samples: readonly TaskSample[], { date }: Day): WorktimeStatisticsData {
  const isMovie = project.input_data_type === 'movie';
  const per = (field: 'inputs' | 'minutes') =>
    samples
      .filter((sample) => sample[field] > 0)
      .map((sample) => ({ phase: sample.phase, milliseconds: sample.milliseconds / sample[field] }));
  return {
    date,
    grouped_by_input: isMovie ? [] : distributionsOf(per('inputs')),
    grouped_by_task: isMovie ? [] : distributionsOf(samples),
    grouped_by_minute: isMovie ? distributionsOf(per('minutes')) : [],
  };
}

function samplesOf(project: ProjectRecord, log: readonly TaskLog[], day: Day, accountId?: string): TaskSample[] {
  return log.flatMap(({ task, events, work }) => {
    const endings = events.filter(
      ({ status, account_id: account, time }) =>
        status === 'complete' && day.start <= time && time < day.end && (accountId ?? account) === account,
    );
    const phases = [...new Set(endings.map(({ phase }) => phase))];
    const inputs = task.input_data_id_list;
    return phases.map((phase) => {
      const own = work.filter((piece) => piece.phase === phase && (accountId ?? piece.accountId) === piece.accountId);
      const milliseconds = worked(own, Number.NEGATIVE_INFINITY, day.end);
      return { phase, milliseconds, inputs: inputs.length, minutes: minutesOf(project, inputs) };
    });
  });
}

/** The length of the task's movies. */
function minutesOf({ inputData }: ProjectRecord, ids: readonly string[]): number {
  return ids.reduce((sum, id) => {
    const metadata = inputData.get(id)?.system_metadata;
    return sum + (metadata?._type === 'Movie' ? (metadata.input_duration ?? 0) / 60 : 0);
  }, 0);
}
