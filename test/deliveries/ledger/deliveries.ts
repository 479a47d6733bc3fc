import type { NewDelivery } from '../../../lib/deliveries/ledger/entry.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import type { WebhookEvent } from '../../../lib/webhooks/events.ts';

/** 2019-05-08T01:00:00Z. */
export const start = Date.parse('2019-05-08T01:00:00.000Z');
export const MINUTES = 60_000;
export const DAYS = 24 * 60 * MINUTES;

export function taskCompleted(task_id: string, project_id = 'demo-project'): WebhookEvent {
  return { event_type: 'task-completed', project_id, task_id, complete_datetime: '2019-05-08T10:00:00.000+09:00' };
}

/** A delivery that comes from Annofab, of a task's completion. */
export function newDelivery(task_id = 'task-1', more: Partial<NewDelivery> = {}): NewDelivery {
  const event = more.event ?? taskCompleted(task_id);
  return {
    ...deliveryKey(event),
    event,
    source: 'webhook',
    receivedAt: '2019-05-08T01:00:00.000Z',
    requestId: 'request-1',
    ...more,
  };
}
