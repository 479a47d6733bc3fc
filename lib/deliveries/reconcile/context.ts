import type { Services, TickContext } from '../../runtime/context.ts';
import type { Outbox } from '../receive/accept-delivery.ts';
import type { Watermarks } from './watermarks.ts';

/** What the reconciliation works with: Annofab, and the way into ledger and queues. */
export interface ReconcileServices extends Pick<Services, 'annofab'>, Outbox {
  readonly watermarks: Watermarks;
  /** The address of our HTTP API: webhooks that point elsewhere are none of ours. */
  readonly webhookUrl: string;
}

export type ReconcileContext = TickContext<ReconcileServices>;
