import type { HistogramItem, TaskPhase, WorktimeStatisticsItem } from '../../../lib/annofab/api-description.ts';
import { formatDuration } from './duration.ts';
import { PHASES } from './phases.ts';

/** How long something took. */
export interface Sample {
  readonly phase: TaskPhase;
  readonly milliseconds: number;
}

const BUCKETS = 10;

/** How the times of each phase that has any are spread. */
export function distributionsOf(samples: readonly Sample[]): WorktimeStatisticsItem[] {
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

/** Ten equal parts from nothing to the longest time, in seconds. */
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
