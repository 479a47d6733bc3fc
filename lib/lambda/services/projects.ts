import { checkProjects, type ProjectsSettings } from '../../automations/projects/projects-settings.ts';
import { type Service, service } from '../../runtime/service.ts';

/**
 * The settings of each project, as a service. They are checked when the function is loaded, which `npm run package` does too.
 *
 * @throws ConfigError that names everything that is wrong
 */
export function projectsService(projects: ProjectsSettings): Service<ProjectsSettings> {
  checkProjects(projects);
  return service([], () => projects);
}
