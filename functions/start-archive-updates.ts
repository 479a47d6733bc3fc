import { checkToken } from '../lib/automations/check-token.ts';
import { startArchiveUpdates } from '../lib/automations/start-archive-updates.ts';
import { annofab } from '../lib/lambda/annofab.ts';
import { scheduleHandler } from '../lib/lambda/schedule-handler.ts';

/** Every morning: lets Annofab build the archives of the projects in which anything changed, and warns of a token that ends. */
export const handler = scheduleHandler('start-archive-updates', { annofab }, async (ctx) => {
  await checkToken(ctx);
  return startArchiveUpdates(ctx);
});
