import type { Cases } from '../world.ts';
import { annotations } from './annotations.ts';
import { inputs } from './inputs.ts';
import { instructions } from './instructions.ts';
import { people } from './people.ts';
import { projects } from './projects.ts';
import { specs } from './specs.ts';
import { tasks } from './tasks.ts';
import { webhooksAndJobs } from './webhooks-and-jobs.ts';

export const cases: Partial<Cases> = {
  ...annotations,
  ...inputs,
  ...instructions,
  ...people,
  ...projects,
  ...specs,
  ...tasks,
  ...webhooksAndJobs,
};
