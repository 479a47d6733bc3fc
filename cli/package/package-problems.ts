import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import { environmentProblems } from './environment-problems.ts';
import { limitProblems } from './limit-problems.ts';
import type { Template } from './template.ts';

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
  const { path, problems } = await readSettingsFile(service, stage);
  return [
    ...problems,
    ...params.map((param) => `--param ${param.split('=', 1).join()} has no effect: set it in ${path}`),
    ...(await environmentProblems(template)),
    ...limitProblems(template),
  ];
}
