import {
  type Annotations,
  CoreClient,
  createAnnotations,
  createJobs,
  createMembers,
  createProjects,
  createSpecs,
  createTasks,
  createWebhooks,
  type Jobs,
  type Members,
  type Projects,
  type Specs,
  type Tasks,
  type Webhooks,
} from '../annofab/core.ts';

/**
 * The client of the functions: every operation, `files`, and the groups that the functions use. A group more is a line here; each
 * one that no function uses would cost time at every start.
 */
export class FunctionClient extends CoreClient {
  readonly annotations: Annotations = createAnnotations(this);
  readonly jobs: Jobs = createJobs(this, () => this.clock);
  readonly members: Members = createMembers(this, () => this.clock);
  readonly projects: Projects = createProjects(this);
  readonly specs: Specs = createSpecs(this);
  readonly tasks: Tasks = createTasks(this);
  readonly webhooks: Webhooks = createWebhooks(this);
}
