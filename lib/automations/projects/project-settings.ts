import { boolean } from '../../core/json.ts';
import { falseOr, optionalSetting, type SettingValues, setting, versionsKept } from '../../settings/settings-table.ts';
import { datasetShape } from '../build-dataset/dataset-settings.ts';
import { projectCopyShape } from '../connect-copied-project/project-copy-settings.ts';
import { inputDataZipShape } from '../generate-tasks/input-data-zip-settings.ts';

/** What can differ from project to project, one row each. docs/settings.md says what each is for. */
export const PROJECT_SETTINGS = {
  /** Whether completed tasks are exported. Off: their events are skipped. */
  exportTasks: setting(boolean, true),
  /** Whether an export is recorded in the task's metadata. */
  writeMetadata: setting(boolean, true),
  /** Whether the annotation archive is mirrored. Off: its events are skipped. */
  mirrorArchives: setting(boolean, true),
  /** How each mirrored archive becomes a version of a dataset. Off: it does not. */
  dataset: setting(falseOr(datasetShape), false),
  /** How tasks are generated from a registered ZIP file of input data. Off: the event is skipped. */
  inputDataZip: setting(falseOr(inputDataZipShape), false),
  /** How copies of the project are connected. Off: they are not. */
  projectCopy: setting(falseOr(projectCopyShape), false),
  /** How many versions of each task, and how many archives, are kept; not set: as the stage says. */
  keepTaskVersions: optionalSetting(versionsKept),
  keepArchives: optionalSetting(versionsKept),
} as const;

/** All settings of one project. */
export type ProjectSettings = SettingValues<typeof PROJECT_SETTINGS>;

/** By project id; `*` is for all projects. A project takes from `*` what it does not name. */
export type ProjectTable = Readonly<Record<string, Partial<ProjectSettings>>>;

/** The name of the row for all projects. */
export const ANY_PROJECT = '*';
