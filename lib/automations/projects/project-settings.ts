import type { Shape } from '../../core/json.ts';
import {
  flag,
  ImpossibleValue,
  optional,
  type Reader,
  type SettingValues,
  setting,
  versionsKept,
} from '../../settings/readers.ts';
import { projectCopyShape } from '../connect-copied-project/project-copy-settings.ts';
import { inputDataZipShape } from '../generate-tasks/input-data-zip-settings.ts';

/** What can differ from project to project, one row each. docs/settings.md says what each is for. */
export const PROJECT_SETTINGS = {
  /** Whether completed tasks are exported. Off: their events are skipped. */
  exportTasks: setting(flag, true),
  /** Whether an export is recorded in the task's metadata. */
  writeMetadata: setting(flag, true),
  /** Whether the annotation archive is mirrored. Off: its events are skipped. */
  mirrorArchives: setting(flag, true),
  /** How tasks are generated from a registered ZIP file of input data. Off: the event is skipped. */
  inputDataZip: setting(falseOr(inputDataZipShape), false),
  /** How copies of the project are connected. Off: they are not. */
  projectCopy: setting(falseOr(projectCopyShape), false),
  /** How many versions of each task, and how many archives, are kept; not set: as the stage says. */
  keepTaskVersions: optional(versionsKept),
  keepArchives: optional(versionsKept),
} as const;

/** All settings of one project. */
export type ProjectSettings = SettingValues<typeof PROJECT_SETTINGS>;

/** By project id; `*` is for all projects. A project takes from `*` what it does not name. */
export type ProjectTable = Readonly<Record<string, Partial<ProjectSettings>>>;

/** The name of the row for all projects. */
export const ANY_PROJECT = '*';

function falseOr<T>(shape: Shape<T>): Reader<false | T> {
  return (value) => {
    if (value === false) return value;
    const read = shape.read(value);
    if (read.ok) return read.value;
    throw new ImpossibleValue(
      ...read.problems.map(({ path, message }) => `${path === '' ? '' : `.${path}`} ${message}`),
    );
  };
}
