import type { TickContext } from '../../runtime/context.ts';
import type { FunctionClient } from '../../runtime/function-client.ts';
import type { Outbox } from '../receive/accept-delivery.ts';
import type { Watermarks } from './watermarks.ts';

/** The services of the reconciliation. */
export interface ReconcileServices extends Outbox {
  readonly annofab: FunctionClient;
  readonly watermarks: Watermarks;
  /** The address of our HTTP API: a webhook with another address is not ours. Without a receiver none is. */
  readonly webhookUrl: string | undefined;
}

export type ReconcileContext = TickContext<ReconcileServices>;
