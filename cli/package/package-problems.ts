import { projectProblems } from '../../lib/automations/projects/project-problems.ts';
import type { ProjectsService } from '../../lib/lambda/services/projects.ts';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';
import { environmentProblems } from './environment-problems.ts';
import { limitProblems } from './limit-problems.ts';
import type { Template } from './template.ts';

/** Which a team edits, and the floors of cli/ are below. */
const PROJECTS = new URL('../../functions/projects.ts', import.meta.url);

/** What osls is about to write. */
export interface PackagedService {
  /** The folder of serverless.yml. */
  readonly service: string;
  readonly stage: string;
  readonly template: Template;
  /** The values of `--param`: `name=value`. */
  readonly params: readonly string[];
}

/** Everything that would fail at the deployment or at the first event, in one list: one line for each. */
export async function packageProblems({ service, stage, template, params }: PackagedService): Promise<string[]> {
  const { path, problems, settings } = await readSettingsFile(service, stage);
  return [
    ...problems,
    ...(await problemsOfProjects(settings)),
    ...params.map((param) => `--param ${param.split('=', 1).join()} has no effect: set it in ${path}`),
    ...(await environmentProblems(template)),
    ...limitProblems(template),
  ];
}

/** functions/projects.ts compiled; what its types cannot rule out is checked here. */
async function problemsOfProjects(settings: StageSettings): Promise<string[]> {
  const { projects }: { projects: ProjectsService } = await import(PROJECTS.href);
  return projectProblems(projects.table, settings).map((problem) => `functions/projects.ts: ${problem}`);
}
