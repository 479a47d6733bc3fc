import type { Dataset } from '../aws/dataset.ts';
import type { FunctionClient } from '../runtime/function-client.ts';
import type { ProjectTable } from './projects/project-settings.ts';

/** The services of the automations in this repository, by their names in the context. An automation takes those that it needs. */
export interface Services {
  readonly annofab: FunctionClient;
  readonly dataset: Dataset;
}

/** The settings of each project, which `functions/projects.ts` has: `settingsOf` reads them. */
export interface WithProjects {
  readonly projects: ProjectTable;
}
