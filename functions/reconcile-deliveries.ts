import { markWithdrawnTasks } from '../lib/automations/mark-withdrawn-tasks.ts';
import { reconcileDeliveries } from '../lib/deliveries/reconcile/reconcile-deliveries.ts';
import { scheduleHandler } from '../lib/lambda/schedule-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { ledger } from '../lib/lambda/services/ledger.ts';
import { queues } from '../lib/lambda/services/receiver.ts';
import { watermarks, webhookUrl } from '../lib/lambda/services/reconciliation.ts';

/**
 * Every 15 minutes: queues the events that Annofab shows and that never came, sends again what got stuck
 * on its way in, and marks the exports of tasks that are not complete any more.
 */
export const handler = scheduleHandler(
  'reconcile-deliveries',
  { annofab, dataset, ledger, queues, watermarks, webhookUrl },
  async (ctx) => {
    const result = await reconcileDeliveries(ctx);
    if (ctx.queues['task-completed'] === undefined) return result;
    return { ...result, withdrawn: await markWithdrawnTasks(ctx, result.compared) };
  },
);
