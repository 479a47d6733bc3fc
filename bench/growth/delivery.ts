import type { NewDelivery } from '../../lib/deliveries/ledger/entry.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';

/** The delivery of a completion of a task of cloud-server.ts. */
export function newDelivery(task_id: string, project_id = 'project'): NewDelivery {
  const complete_datetime = '2026-01-05T11:00:00.000+09:00';
  const event = { event_type: 'task-completed', project_id, task_id, complete_datetime } as const;
  const came = { source: 'webhook', receivedAt: '2026-01-05T02:00:01.000Z', requestId: 'bench' } as const;
  return { ...deliveryKey(event), event, ...came };
}
