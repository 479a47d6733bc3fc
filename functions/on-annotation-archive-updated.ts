import { publishChange } from '../lib/automations/bucket/changes.ts';
import { archiveKeys } from '../lib/automations/bucket/dataset-keys.ts';
import { mirrorAnnotationArchive } from '../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { settingsOf } from '../lib/automations/projects/settings-of.ts';
import { queueHandler } from '../lib/lambda/queue-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { datasetMachine } from '../lib/lambda/services/dataset-machine.ts';
import { Skip } from '../lib/runtime/outcomes.ts';
import { projects } from './projects.ts';

/** A project's annotation archive was rebuilt: it is mirrored into the bucket, and becomes a version of the project's dataset. */
export const handler = queueHandler(
  'annotation-archive-updated',
  { annofab, dataset, datasetMachine, projects },
  async (ctx) => {
    const { project_id } = ctx.event;
    const { mirrorArchives, dataset: settings } = await settingsOf(ctx, project_id);
    if (!mirrorArchives) throw new Skip(`mirrorArchives is off for project ${project_id}`);
    const { version, archive, changed } = await mirrorAnnotationArchive(ctx);
    if (changed) {
      const manifest = archiveKeys.manifest(project_id, version);
      await ctx.once('change', () =>
        publishChange(ctx, { kind: 'archive-mirrored', project_id, version, manifest, archive }),
      );
    }
    if (!settings) return;
    // Loaded only where datasets are on: most of the bundle.
    const { buildDataset } = await import('../lib/automations/build-dataset/build-dataset.ts');
    const { startShards } = await import('../lib/automations/build-dataset/start-shards.ts');
    const built = await buildDataset(ctx, { version, changed }, settings);
    if (built.changed) {
      const { manifest, formats } = built;
      await ctx.once('dataset', () =>
        publishChange(ctx, { kind: 'dataset-published', project_id, version, manifest, formats }),
      );
    }
    await startShards(ctx, built, settings);
  },
);
