import { defineProjects } from '../lib/settings/project-settings.ts';

/** What differs from project to project, by project id. `*` is for all others. docs/settings.md has every name. */
export const projects = defineProjects({
  '*': {},
});
