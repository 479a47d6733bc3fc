import { mirrorAnnotationArchive } from '../../../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { queueHandler } from '../../../lib/lambda/queue-handler.ts';
import { annofab } from '../../../lib/lambda/services/annofab.ts';
import { dataset } from '../../../lib/lambda/services/dataset.ts';

/** The application's margin is too large for an invocation of seconds. */
const MIRROR_MARGIN_MS = 3_000;

/** The application's function of this name, with a shorter margin. */
export const handler = queueHandler('annotation-archive-updated', { annofab, dataset }, async (ctx) => {
  await mirrorAnnotationArchive({ ...ctx, settings: { ...ctx.settings, mirrorMarginMs: MIRROR_MARGIN_MS } });
});
