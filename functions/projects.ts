import type { ProjectsSettings } from '../lib/automations/projects/projects-settings.ts';

/**
 * What happens in which project, by project id; `*` is for every project without settings of its own. Without a setting, the
 * events are skipped. docs/automations.md describes the settings.
 */
export const PROJECTS = {} satisfies ProjectsSettings;
