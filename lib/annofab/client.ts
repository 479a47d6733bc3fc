import { type Annotations, createAnnotations } from './annotations/annotations.ts';
import { type Archives, createArchives } from './archives/archives.ts';
import { CoreClient } from './core-client.ts';
import { type Comments, createComments } from './resources/comments.ts';
import { createInputData, type InputDataResource } from './resources/input-data.ts';
import { createInstructions, type Instructions } from './resources/instructions.ts';
import { createJobs } from './resources/jobs/create-jobs.ts';
import type { Jobs } from './resources/jobs/jobs.ts';
import { createLists, type Lists } from './resources/lists/lists.ts';
import { createMembers, type Members } from './resources/members.ts';
import { createOrganizationMembers, type OrganizationMembers } from './resources/organization-members.ts';
import { createOrganizations, type Organizations } from './resources/organizations.ts';
import { createProjects, type Projects } from './resources/projects.ts';
import { createStatistics, type Statistics } from './resources/statistics.ts';
import { createSupplementaryData, type SupplementaryDataResource } from './resources/supplementary-data.ts';
import { createTasks, type Tasks } from './resources/tasks/tasks.ts';
import { createWebhooks, type Webhooks } from './resources/webhooks.ts';
import { createSpecs, type Specs } from './specs/specs.ts';

/**
 * The Annofab Web API: a method for each operation, by its id, and groups of functions above them (`tasks`, `files` …).
 *
 * Annofab adds to its enumerations and objects without notice. New values are passed through as they are, although the
 * types list only the known ones: give a `switch` a default. Date-times are strings: send them back unchanged.
 *
 * @example
 * const annofab = new AnnofabClient({ credentials: { pat } });
 * const task = await annofab.getTask({ project_id, task_id });
 * for await (const task of annofab.tasks.all({ project_id, query: { status: 'complete' } })) console.log(task.task_id);
 */
export class AnnofabClient extends CoreClient {
  readonly specs: Specs = createSpecs(this);
  readonly annotations: Annotations = createAnnotations(this);
  readonly archives: Archives = createArchives(this, () => this.clock);
  readonly comments: Comments = createComments(this);
  readonly inputData: InputDataResource = createInputData(this);
  readonly jobs: Jobs = createJobs(this, () => this.clock);
  readonly lists: Lists = createLists(this);
  readonly members: Members = createMembers(this, () => this.clock);
  readonly organizationMembers: OrganizationMembers = createOrganizationMembers(this, () => this.clock);
  readonly organizations: Organizations = createOrganizations(this);
  readonly instructions: Instructions = createInstructions(this);
  readonly projects: Projects = createProjects(this);
  readonly supplementaryData: SupplementaryDataResource = createSupplementaryData(this);
  readonly statistics: Statistics = createStatistics(this);
  readonly tasks: Tasks = createTasks(this);
  readonly webhooks: Webhooks = createWebhooks(this);
}
