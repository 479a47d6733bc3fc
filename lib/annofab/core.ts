/** The client in parts, for a program that has to start fast: it extends {@link CoreClient} by the groups that it uses. */
export { type Annotations, createAnnotations } from './annotations/annotations.ts';
export { CoreClient } from './core-client.ts';
export { createJobs } from './resources/jobs/create-jobs.ts';
export type { Jobs } from './resources/jobs/jobs.ts';
export { createMembers, type Members } from './resources/members.ts';
export { createProjects, type Projects } from './resources/projects.ts';
export { createTasks, type Tasks } from './resources/tasks/tasks.ts';
export { createWebhooks, type Webhooks } from './resources/webhooks.ts';
export { createSpecs, type Specs } from './specs/specs.ts';
