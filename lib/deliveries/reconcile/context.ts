import type { Services, TickContext } from '../../runtime/context.ts';
import type { Entrance } from '../receive/accept-delivery.ts';
import type { Watermarks } from './watermarks.ts';

/** The services of the reconciliation. */
export interface ReconcileServices extends Pick<Services, 'annofab'>, Entrance {
  readonly watermarks: Watermarks;
  /** The address of our HTTP API: a webhook with another address is not ours. */
  readonly webhookUrl: string;
}

export type ReconcileContext = TickContext<ReconcileServices>;
