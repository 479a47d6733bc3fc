import { LoggableError } from '../../core/loggable-error.ts';
import type { Once } from '../../runtime/context.ts';
import type { HandlerLog } from '../../runtime/log.ts';
import type { Lease, LedgerEntry } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Another worker has taken this delivery over, or may have, since this one seemed to be dead. */
class LeaseLostError extends LoggableError {
  override readonly name = 'LeaseLostError' as const;

  constructor(key: string) {
    super(`The lease of delivery ${key} has expired or was taken over by another worker`);
  }
}

/**
 * Creates `ctx.once` of a delivery: an effect that the ledger has recorded is skipped. It is recorded after it succeeded, so
 * after a crash in between it happens once more.
 *
 * @param o.isOver whether another worker may have the delivery by now: then no effect happens any more
 */
export function createOnce(
  ledger: Ledger,
  { entry, lease, log, isOver }: { entry: LedgerEntry; lease: Lease; log: HandlerLog; isOver: () => boolean },
): Once {
  const applied = new Set(Object.keys(entry.effects));
  return async (name, effect) => {
    if (applied.has(name)) {
      log.info('Effect already applied; skipped', { counter: name });
      return;
    }
    if (isOver()) throw new LeaseLostError(entry.key);
    await effect();
    if (!(await ledger.markEffect(entry.key, lease.id, name))) throw new LeaseLostError(entry.key);
    applied.add(name);
  };
}
