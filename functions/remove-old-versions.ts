import { settingsOf } from '../lib/automations/projects/settings-of.ts';
import { removeOldVersions } from '../lib/automations/remove-old-versions.ts';
import { scheduleHandler } from '../lib/lambda/schedule-handler.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { projects } from './projects.ts';

/** Every night, if a stage keeps a number of versions: removes the older ones from the bucket. */
export const handler = scheduleHandler('remove-old-versions', { dataset, projects }, (ctx) =>
  removeOldVersions(ctx, async (project_id) => {
    const { keepTaskVersions, keepArchives } = ctx.settings;
    const project = await settingsOf(ctx, project_id);
    return {
      keepTaskVersions: project.keepTaskVersions ?? keepTaskVersions,
      keepArchives: project.keepArchives ?? keepArchives,
    };
  }),
);
