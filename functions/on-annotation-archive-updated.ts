import { publishChange } from '../lib/automations/bucket/changes.ts';
import { archiveKeys } from '../lib/automations/bucket/dataset-keys.ts';
import { mirrorAnnotationArchive } from '../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { settingsOf } from '../lib/automations/projects/settings-of.ts';
import { queueHandler } from '../lib/lambda/queue-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { Skip } from '../lib/runtime/outcomes.ts';
import { projects } from './projects.ts';

/** A project's annotation archive was rebuilt: it is mirrored into the bucket. */
export const handler = queueHandler('annotation-archive-updated', { annofab, dataset, projects }, async (ctx) => {
  const { project_id } = ctx.event;
  const { mirrorArchives } = await settingsOf(ctx, project_id);
  if (!mirrorArchives) throw new Skip(`mirrorArchives is off for project ${project_id}`);
  const { version, archive, changed } = await mirrorAnnotationArchive(ctx);
  if (!changed) return;
  const manifest = archiveKeys.manifest(project_id, version);
  await ctx.once('change', () =>
    publishChange(ctx, { kind: 'archive-mirrored', project_id, version, manifest, archive }),
  );
});
