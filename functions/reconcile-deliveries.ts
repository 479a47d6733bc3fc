import { reconcileDeliveries } from '../lib/automations/reconcile-deliveries.ts';
import { annofab } from '../lib/lambda/annofab.ts';
import { ledger } from '../lib/lambda/ledger.ts';
import { queues } from '../lib/lambda/receiver-services.ts';
import { watermarks, webhookUrl } from '../lib/lambda/reconciliation-services.ts';
import { scheduleHandler } from '../lib/lambda/schedule-handler.ts';

/** Every 15 minutes: queues the events that Annofab shows and that never came, and sends again what got stuck on its way in. */
export const handler = scheduleHandler(
  'reconcile-deliveries',
  { annofab, ledger, queues, watermarks, webhookUrl },
  reconcileDeliveries,
);
