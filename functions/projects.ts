import { defineProjects } from '../lib/lambda/services/projects.ts';

/**
 * What differs from project to project, by project id; `*` is for all projects, and a project takes from it what it does not
 * name. docs/settings.md has every name.
 */
export const projects = defineProjects({});
