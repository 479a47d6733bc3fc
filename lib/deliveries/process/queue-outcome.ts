import {
  ApiError,
  ConflictError,
  InvalidIdError,
  RetryLaterError,
  ServerError,
  UnauthorizedError,
} from '../../annofab/errors.ts';
import { loggableMessage } from '../../runtime/loggable-message.ts';
import { NonRetryableError, RetryLater, Skip } from '../../runtime/outcomes.ts';
import { LedgerError } from '../ledger/ledger.ts';

/** What happens to a message. */
export type QueueOutcome =
  /** Processed: acknowledged. */
  | { readonly kind: 'done' }
  /** Nothing to do: acknowledged. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Deferred: a delayed copy is sent, the message is acknowledged. */
  | { readonly kind: 'later'; readonly reason: string; readonly seconds: number; readonly counter: string }
  /** Retried: the queue delivers the message again, and moves it to the dead-letter queue after the last receive. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** It would fail each time: sent to the dead-letter queue. */
  | { readonly kind: 'permanent'; readonly reason: string };

/** The circuit breaker is open. The counter is the one that the client's error for a 503 has. */
export const MAINTENANCE = { reason: 'Annofab is under maintenance', counter: 'maintenance' };

/** A failing ledger is not the message's failure: the message waits, and its receives are not used up. */
export const LEDGER_DOWN = { reason: 'the ledger could not be read or written', counter: 'ledger' };

/**
 * The outcome of a message whose recipe threw: one of the outcomes that automations throw, or an error of the client that no
 * automation handled. Any other error is a failure, which may be temporary.
 *
 * @param o.ledgerDownSeconds how long to wait when the ledger fails
 */
export function queueOutcome(error: unknown, o: { ledgerDownSeconds: number }): QueueOutcome {
  if (error instanceof RetryLater) return later(error.reason, error.seconds, error.counter);
  if (error instanceof Skip) return { kind: 'skipped', reason: error.reason };
  if (error instanceof NonRetryableError) return { kind: 'permanent', reason: error.reason };
  if (error instanceof LedgerError) return { kind: 'later', ...LEDGER_DOWN, seconds: o.ledgerDownSeconds };
  if (error instanceof RetryLaterError) {
    return later(loggableMessage(error) ?? error.name, error.seconds, error.reason);
  }
  if (error instanceof ApiError && isPermanent(error)) {
    return { kind: 'permanent', reason: loggableMessage(error) ?? error.name };
  }
  if (error instanceof InvalidIdError) return { kind: 'permanent', reason: error.message };
  return { kind: 'failed', error };
}

/**
 * The request itself is refused: 400, 403, 404 and the like. Not a refused credential (the event is not at fault, and the
 * secret may be corrected), a conflict (it may be temporary), a request that took too long, or a server error.
 */
function isPermanent(error: ApiError): boolean {
  if (error instanceof UnauthorizedError || error instanceof ConflictError || error instanceof ServerError)
    return false;
  return error.status >= 400 && error.status < 500 && error.status !== 408;
}

function later(reason: string, seconds: number, counter: string): QueueOutcome {
  return { kind: 'later', reason, seconds, counter };
}
