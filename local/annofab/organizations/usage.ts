import type { EditorUsageTimespan, InputDataType, TaskHistory } from '../../../lib/annofab/api-description.ts';
import { dateInJapan } from '../core/clock.ts';
import type { State } from '../core/state.ts';
import { parseDuration } from '../statistics/days-and-durations.ts';

/** The time that one account used one editor in one project on one day in Japan. */
export interface UsageEntry {
  /** `2026-01-31` */
  readonly date: string;
  readonly editorName: string;
  readonly projectId: string;
  readonly accountId: string;
  readonly hours: number;
}

const HOUR_MS = 60 * 60 * 1000;

const EDITORS: Record<InputDataType, string> = { image: 'image_editor', movie: 'video_editor', custom: '3d_editor' };

/** The work on an organization's tasks. Work counts for the day on which it began. */
export function usageOf({ projects }: State, organizationId: string): UsageEntry[] {
  return [...projects.values()]
    .filter(({ project }) => project.organization_id === organizationId)
    .flatMap(({ project, taskHistories }) =>
      [...taskHistories.values()].flat().flatMap((history) => toEntry(history, EDITORS[project.input_data_type])),
    );
}

function toEntry(history: TaskHistory, editorName: string): UsageEntry[] {
  const { started_datetime: started, account_id: accountId, project_id: projectId } = history;
  const hours = parseDuration(history.accumulated_labor_time_milliseconds) / HOUR_MS;
  if (!started || !accountId || hours === 0) return [];
  return [{ date: started.slice(0, 10), editorName, projectId, accountId, hours }];
}

export function editorUsage(entries: readonly UsageEntry[]): EditorUsageTimespan[] {
  const hours = new Map<string, number>();
  for (const entry of entries) hours.set(entry.editorName, (hours.get(entry.editorName) ?? 0) + entry.hours);
  return [...hours].map(([editor_name, value]) => ({ editor_name, value }));
}

/** Annofab's CSV, with the columns that its CLI reads. */
export function usageCsv(entries: readonly UsageEntry[]): string {
  const rows = entries.map(({ date, editorName, projectId, accountId, hours }) =>
    [date, editorName, projectId, accountId, hours].join(','),
  );
  return [['date', 'editorName', 'projectId', 'accountId', 'editorUsageTime'].join(','), ...rows, ''].join('\n');
}

/** The days of a month in Japan until now. */
export function daysOfMonth(month: string, now: Date): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const today = dateInJapan(now);
  return Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`).filter(
    (date) => date <= today,
  );
}

/** Inclusive, oldest first. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The first moment of a day in Japan. */
export function startOfDay(date: string): string {
  return `${date}T00:00:00.000+09:00`;
}

/** The first moment of the day after. */
export function endOfDay(date: string): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60 * 1000);
  return startOfDay(next.toISOString().slice(0, 10));
}
