import type { Cases } from '../world.ts';
import { annotations } from './annotations.ts';
import { inputs } from './inputs.ts';
import { instructions } from './instructions.ts';
import { legacy } from './legacy.ts';
import { organizations } from './organizations.ts';
import { people } from './people.ts';
import { projects } from './projects.ts';
import { specs } from './specs.ts';
import { tasks } from './tasks.ts';
import { tokens } from './tokens.ts';
import { webhooksAndJobs } from './webhooks-and-jobs.ts';

export const cases: Cases = {
  ...annotations,
  ...inputs,
  ...instructions,
  ...legacy,
  ...organizations,
  ...people,
  ...projects,
  ...specs,
  ...tasks,
  ...tokens,
  ...webhooksAndJobs,
};
