import { environmentProblems } from './environment-problems.ts';
import { limitProblems } from './limit-problems.ts';
import { parameterProblems, readParameters } from './parameters.ts';
import type { Template } from './template.ts';

/** What osls is about to write. */
export interface PackagedService {
  /** The folder of serverless.yml. */
  readonly service: string;
  readonly template: Template;
  /** The values of `--param`: `name=value`. */
  readonly params: readonly string[];
}

/** Everything that would fail at the deployment or at the first event, in one list: one line for each. */
export async function packageProblems({ service, template, params }: PackagedService): Promise<string[]> {
  const parameters = await readParameters(service);
  return [
    ...parameterProblems(params, parameters),
    ...(await environmentProblems(template, parameters)),
    ...limitProblems(template),
  ];
}
