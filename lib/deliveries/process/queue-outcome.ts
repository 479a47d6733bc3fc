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

/** What becomes of a message. */
export type QueueOutcome =
  /** Worked on: acknowledged. */
  | { readonly kind: 'done' }
  /** Nothing to do: acknowledged. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** A copy of it comes again after some time. */
  | { readonly kind: 'later'; readonly reason: string; readonly seconds: number; readonly counter: string }
  /** Handed back: the queue delivers it again, and in the end moves it to the dead letters. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Would fail each time: to the dead letters. */
  | { readonly kind: 'permanent'; readonly reason: string };

/** All wait, since Annofab has said several times that it is under maintenance. Counted as the client counts a 503. */
export const maintenance = { reason: 'Annofab is under maintenance', counter: 'maintenance' };

/** A ledger that fails is none of a message's failures: it waits, and its receives are not used up. */
export const ledgerDown = { reason: 'the ledger could not be read or written', counter: 'ledger' };

/**
 * What an error of a recipe means for its message: the outcomes that automations throw, and the errors of the client that
 * no automation made anything of. All else is a failure, which may pass.
 *
 * @param o.ledgerDownSeconds how long to wait for a ledger that fails
 */
export function queueOutcome(error: unknown, o: { ledgerDownSeconds: number }): QueueOutcome {
  if (error instanceof RetryLater) return later(error.reason, error.seconds, error.counter);
  if (error instanceof Skip) return { kind: 'skipped', reason: error.reason };
  if (error instanceof NonRetryableError) return { kind: 'permanent', reason: error.reason };
  if (error instanceof LedgerError) return { kind: 'later', ...ledgerDown, seconds: o.ledgerDownSeconds };
  if (error instanceof RetryLaterError) {
    return later(loggableMessage(error) ?? error.name, error.seconds, error.reason);
  }
  if (error instanceof ApiError && isPermanent(error))
    return { kind: 'permanent', reason: loggableMessage(error) ?? error.name };
  if (error instanceof InvalidIdError) return { kind: 'permanent', reason: error.message };
  return { kind: 'failed', error };
}

/**
 * Refused as a request: 400, 403, 404 and the like. Not so a refused credential (the event is not at fault, and the secret
 * may be put right in between), a conflict (it may pass), a request that took too long, and what went wrong in Annofab.
 */
function isPermanent(error: ApiError): boolean {
  if (error instanceof UnauthorizedError || error instanceof ConflictError || error instanceof ServerError)
    return false;
  return error.status >= 400 && error.status < 500 && error.status !== 408;
}

function later(reason: string, seconds: number, counter: string): QueueOutcome {
  return { kind: 'later', reason, seconds, counter };
}
