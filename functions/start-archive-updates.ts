import { startArchiveUpdates } from '../lib/automations/start-archive-updates.ts';
import { warnExpiringToken } from '../lib/automations/warn-expiring-token.ts';
import { scheduleHandler } from '../lib/lambda/schedule-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';

/** Every evening: lets Annofab build the archives of the projects in which anything changed, and warns of a token that ends. */
export const handler = scheduleHandler('start-archive-updates', { annofab }, async (ctx) => {
  await warnExpiringToken(ctx);
  return startArchiveUpdates(ctx);
});
