import { LoggableError } from '../../core/loggable-error.ts';
import type { Once } from '../../runtime/context.ts';
import type { HandlerLog } from '../../runtime/log.ts';
import type { Lease, LedgerEntry } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Another worker has taken this delivery over, or may have, since this one seemed to be dead. */
class LeaseLostError extends LoggableError {
  override readonly name = 'LeaseLostError' as const;

  constructor(key: string) {
    super(`Delivery ${key} is not this worker's any more: its time is up`);
  }
}

/**
 * `ctx.once` of a delivery: an effect that the ledger knows to have happened does not happen again. It is noted when it has
 * ended well, so a crash in the moment between lets it happen once more.
 *
 * @param o.isOver whether the delivery may be another worker's by now: then no effect happens any more
 */
export function guard(
  ledger: Ledger,
  { entry, lease, log, isOver }: { entry: LedgerEntry; lease: Lease; log: HandlerLog; isOver: () => boolean },
): Once {
  const done = new Set(Object.keys(entry.effects));
  return async (name, effect) => {
    if (done.has(name)) {
      log.info('Not again: it has been done', { counter: name });
      return;
    }
    if (isOver()) throw new LeaseLostError(entry.key);
    await effect();
    if (!(await ledger.markEffect(entry.key, lease.id, name))) throw new LeaseLostError(entry.key);
    done.add(name);
  };
}
