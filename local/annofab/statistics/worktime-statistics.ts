import type {
  HistogramItem,
  TaskPhase,
  WorktimeStatistics,
  WorktimeStatisticsData,
  WorktimeStatisticsItem,
} from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import { PHASES } from '../tasks/task.ts';
import { type Day, formatDuration } from './days-and-durations.ts';
import { readLog, type TaskLog, worked } from './task-log.ts';

/**
 * The work per task, per image and per minute of video in each phase, over the tasks that ended the phase on that day:
 * submitted, accepted or rejected.
 *
 * @param accountId counts only this member's work
 */
export function worktimeStatistics(
  project: ProjectRecord,
  days: readonly Day[],
  accountId?: string,
): WorktimeStatisticsData[] {
  const log = readLog(project);
  return days.map((day) => summarize(project, samplesOf(project, log, day, accountId), day));
}

/** The same in the shape of Annofab's older statistics file: in total and per account. */
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

/** The work on one task in one phase, and the size of the task. */
interface TaskSample extends Sample {
  readonly inputs: number;
  readonly minutes: number;
}

/** Projects of images and custom data have values per image, projects of videos per minute. */
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

/** The length of the task's videos. */
function minutesOf({ inputData }: ProjectRecord, ids: readonly string[]): number {
  return ids.reduce((sum, id) => {
    const metadata = inputData.get(id)?.system_metadata;
    return sum + (metadata?._type === 'Movie' ? (metadata.input_duration ?? 0) / 60 : 0);
  }, 0);
}

interface Sample {
  readonly phase: TaskPhase;
  readonly milliseconds: number;
}

const BUCKETS = 10;

/** The distribution of the times in each phase that has any. */
function distributionsOf(samples: readonly Sample[]): WorktimeStatisticsItem[] {
  return PHASES.flatMap((phase) => {
    const times = samples.filter((sample) => sample.phase === phase).map(({ milliseconds }) => milliseconds);
    return times.length === 0 ? [] : [distributionOf(phase, times)];
  });
}

function distributionOf(phase: TaskPhase, times: readonly number[]): WorktimeStatisticsItem {
  const mean = sum(times) / times.length;
  const variance = sum(times.map((time) => (time - mean) ** 2)) / times.length;
  return {
    phase,
    histogram: histogramOf(times),
    average: formatDuration(mean),
    standard_deviation: formatDuration(Math.sqrt(variance)),
  };
}

/** Ten equal parts from 0 to the longest time, in seconds. */
function histogramOf(times: readonly number[]): HistogramItem[] {
  const width = Math.max(1, ...times) / BUCKETS;
  return Array.from({ length: BUCKETS }, (_, index) => {
    const isLast = index === BUCKETS - 1;
    const count = times.filter((time) => width * index <= time && (time < width * (index + 1) || isLast)).length;
    return { begin: (width * index) / 1000, end: (width * (index + 1)) / 1000, count };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
