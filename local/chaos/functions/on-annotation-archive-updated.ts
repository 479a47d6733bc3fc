import { mirrorAnnotationArchive } from '../../../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { queueHandler } from '../../../lib/lambda/queue-handler.ts';
import { annofab } from '../../../lib/lambda/services/annofab.ts';
import { dataset } from '../../../lib/lambda/services/dataset.ts';

/** For an invocation of seconds, the application's own keeps too much in reserve. */
const MIRROR_MARGIN_MS = 3_000;

/** As the application's own function of this name, in less time. */
export const handler = queueHandler('annotation-archive-updated', { annofab, dataset }, async (ctx) => {
  await mirrorAnnotationArchive({ ...ctx, settings: { ...ctx.settings, mirrorMarginMs: MIRROR_MARGIN_MS } });
});
