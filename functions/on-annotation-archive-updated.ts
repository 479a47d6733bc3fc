import { mirrorAnnotationArchive } from '../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { queueHandler } from '../lib/lambda/queue-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';

/** A project's annotation archive was rebuilt: it is mirrored into the bucket. */
export const handler = queueHandler('annotation-archive-updated', { annofab, dataset }, async (ctx) => {
  await mirrorAnnotationArchive(ctx);
});
