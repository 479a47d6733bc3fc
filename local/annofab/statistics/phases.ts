import type { TaskPhase, TaskPhaseStatistics } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { Day } from './days.ts';
import { formatDuration } from './duration.ts';
import { readLog, worked } from './task-log.ts';

export const PHASES: readonly TaskPhase[] = ['annotation', 'inspection', 'acceptance'];

/** The work that had gone into each phase by the end of each day. */
export function phaseStatistics(record: ProjectRecord, days: readonly Day[]): TaskPhaseStatistics[] {
  const work = readLog(record).flatMap((entry) => entry.work);
  const byPhase = PHASES.map((phase) => ({ phase, pieces: work.filter((piece) => piece.phase === phase) }));
  return days.map(({ date, end }) => ({
    project_id: record.project.project_id,
    date,
    phases: byPhase.map(({ phase, pieces }) => ({
      phase,
      worktime: formatDuration(worked(pieces, Number.NEGATIVE_INFINITY, end)),
    })),
  }));
}
