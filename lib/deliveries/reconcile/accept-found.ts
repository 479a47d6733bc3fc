import { nameOf } from '../../runtime/loggable-message.ts';
import { deliveryKey } from '../../webhooks/delivery-key.ts';
import type { WebhookEvent } from '../../webhooks/events.ts';
import { acceptDelivery } from '../receive/accept-delivery.ts';
import type { ReconcileContext } from './context.ts';

/**
 * Accepts an event that was found in Annofab's records, unless the ledger knows it.
 *
 * @returns whether it was queued
 * @throws LedgerError, QueueError
 */
export async function acceptFound(
  ctx: ReconcileContext,
  event: WebhookEvent,
  more: { readonly requestId: string; readonly inferred?: true },
): Promise<boolean> {
  const receivedAt = new Date(ctx.now()).toISOString();
  const delivery = { ...deliveryKey(event), event, source: 'reconciliation', receivedAt, ...more } as const;
  const options = { signal: ctx.signal, onUnrecorded: warnNotRecorded(ctx, event) };
  return (await acceptDelivery(ctx, delivery, options)) === 'queued';
}

/** A later run sends the message once more, which is harmless. */
export function warnNotRecorded({ log }: ReconcileContext, { event_type, project_id }: WebhookEvent) {
  return (error: unknown): void => {
    const error_name = nameOf(error);
    log.warn('Ledger update failed after the message was queued', { event_type, project_id, error_name });
  };
}
