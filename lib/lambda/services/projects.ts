import { tableProblems } from '../../automations/projects/project-problems.ts';
import type { ProjectTable } from '../../automations/projects/project-settings.ts';
import { type Service, service } from '../../runtime/service.ts';
import { ConfigError } from '../../runtime/variables.ts';

/** The settings of each project, as a service; `table` is what `npm run package` checks. */
export interface ProjectsService extends Service<ProjectTable> {
  readonly table: ProjectTable;
}

/**
 * The settings of the projects, for `functions/projects.ts`: a wrong name or type does not compile. What types cannot rule out
 * is refused by `npm run package`, and else at the first invocation.
 *
 * @example
 * export const projects = defineProjects({
 *   'road-2026': { keepTaskVersions: 5, inputDataZip: { tasks: { by: 'directory', taskIdPrefix: 'road' } } },
 *   'annotator-training': { exportTasks: false, mirrorArchives: false },
 *   '*': { keepArchives: 30 },
 * });
 */
export function defineProjects(table: ProjectTable): ProjectsService {
  return { ...service([], () => checked(table)), table };
}

function checked(table: ProjectTable): ProjectTable {
  const problems = tableProblems(table);
  if (problems.length > 0) throw new ConfigError(problems.map((problem) => `functions/projects.ts: ${problem}`));
  return table;
}
