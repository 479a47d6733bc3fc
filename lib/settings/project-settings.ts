import { isId } from '../core/ids.ts';
import { flag, optional, readTable, type SettingValues, setting, versionsKept } from './readers.ts';
import type { StageSettings } from './stage-settings.ts';

/** What can differ from project to project, one row each. */
export const PROJECT_SETTINGS = {
  /** Whether completed tasks are exported. Off: their events are skipped. */
  exportTasks: setting(flag, true),
  /** Whether an export is recorded in the task's metadata. */
  writeMetadata: setting(flag, true),
  /** Whether the annotation archive is mirrored. Off: its events are skipped. */
  mirrorArchives: setting(flag, true),
  /** How many versions of each task, and how many archives, are kept; not set: as the stage says. */
  keepTaskVersions: optional(versionsKept),
  keepArchives: optional(versionsKept),
} as const;

export type ProjectSettings = SettingValues<typeof PROJECT_SETTINGS>;

/** By project id; `*` is for all others. A project takes from `*` what it does not name. */
export type ProjectTable = Readonly<Record<string, Partial<ProjectSettings>>>;

export interface Projects {
  /** The settings of a project. */
  of(project_id: string): ProjectSettings;
  readonly table: ProjectTable;
}

/**
 * The settings of the projects, for `functions/projects.ts`: a wrong name or type does not compile, and `npm run package`
 * refuses what a type cannot rule out.
 *
 * @example
 * export const projects = defineProjects({
 *   'road-2026': { keepTaskVersions: 5 },
 *   'annotator-training': { exportTasks: false, mirrorArchives: false },
 *   '*': { keepArchives: 30 },
 * });
 */
export function defineProjects(table: ProjectTable): Projects {
  const defaults = readTable(PROJECT_SETTINGS, {}).values;
  return { table, of: (project_id) => ({ ...defaults, ...table['*'], ...ownRow(table, project_id) }) };
}

/** An id such as `constructor` is not a row of the table. */
function ownRow(table: ProjectTable, project_id: string): Partial<ProjectSettings> | undefined {
  return Object.hasOwn(table, project_id) ? table[project_id] : undefined;
}

/** Impossible values, and what contradicts the settings of the stage. */
export function projectProblems({ table, of }: Projects, settings: StageSettings): string[] {
  return Object.entries(table).flatMap(([id, row]) => [
    ...(id === '*' || isId(id) ? [] : [`${id} is not a project id`]),
    ...readTable(PROJECT_SETTINGS, { ...row }).problems.map((problem) => `${id}: ${problem}`),
    ...(keepsSome(row) && !keepsSome(settings)
      ? [`${id}: nothing removes old versions unless the stage sets keepTaskVersions or keepArchives`]
      : []),
    ...(namesIn(settings.archiveProjectIds, id) && !of(id).mirrorArchives
      ? [`${id}: mirrorArchives is off, and archiveProjectIds of the stage lets its archives be built`]
      : []),
  ]);
}

function keepsSome({ keepTaskVersions, keepArchives }: Partial<ProjectSettings>): boolean {
  return keepTaskVersions !== undefined || keepArchives !== undefined;
}

function namesIn(ids: '*' | readonly string[], id: string): boolean {
  return ids !== '*' && ids.includes(id);
}
