import { reconcileDeliveries } from '../lib/deliveries/reconcile/reconcile-deliveries.ts';
import { scheduleHandler } from '../lib/lambda/schedule-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { ledger } from '../lib/lambda/services/ledger.ts';
import { queues } from '../lib/lambda/services/receiver.ts';
import { watermarks, webhookUrl } from '../lib/lambda/services/reconciliation.ts';

/** Every 15 minutes: queues the events that Annofab shows and that never came, and sends again what got stuck on its way in. */
export const handler = scheduleHandler(
  'reconcile-deliveries',
  { annofab, ledger, queues, watermarks, webhookUrl },
  reconcileDeliveries,
);
