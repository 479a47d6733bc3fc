import { isId } from '../../core/ids.ts';
import { explain, isJsonObject, object, optional, type Problem } from '../../core/json.ts';
import { keysOf } from '../../core/typed-object.ts';
import { ConfigError } from '../../runtime/variables.ts';
import { type ProjectCopySettings, projectCopyShape } from '../connect-copied-project/project-copy-settings.ts';
import { type InputDataZipSettings, inputDataZipShape } from '../generate-tasks/input-data-zip-settings.ts';

/** What happens in one project. An event without a setting is only logged. */
export interface ProjectSettings {
  /** On `input-data-zip-registered`: see {@link InputDataZipSettings}. */
  readonly inputDataZip?: InputDataZipSettings;
  /** On `project-copy-completed`, for copies of this project: see {@link ProjectCopySettings}. */
  readonly projectCopy?: ProjectCopySettings;
}

/** The settings by project id; `*` is for every project without settings of its own. */
export type ProjectsSettings = Readonly<Record<string, ProjectSettings>>;

/** The name under which the settings of all other projects stand. */
export const ANY_PROJECT = '*';

const shape = object({ inputDataZip: optional(inputDataZipShape), projectCopy: optional(projectCopyShape) });

/**
 * Checks what types cannot: the ids, and the settings of a file in plain JavaScript.
 *
 * @throws ConfigError that names everything that is wrong
 */
export function checkProjects(projects: unknown): void {
  if (!isJsonObject(projects)) throw new ConfigError(['the settings of the projects must be an object']);
  const problems = keysOf(projects).flatMap((id) => {
    const read = shape.read(projects[id], id);
    const ofName: Problem[] =
      id === ANY_PROJECT || isId(id) ? [] : [{ path: id, message: 'must be a project id or *' }];
    return [...ofName, ...(read.ok ? [] : read.problems)];
  });
  if (problems.length > 0) throw new ConfigError([explain(problems)]);
}
