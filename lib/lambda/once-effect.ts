import type { Once } from '../automations/context.ts';
import type { Lease, LedgerEntry } from '../aws/ledger/entry.ts';
import type { Ledger } from '../aws/ledger/ledger.ts';
import { OwnError } from '../webhooks/own-error.ts';
import type { HandlerLog } from './log.ts';

/** Another worker has taken this delivery over, since this one seemed to be dead. */
class LeaseLostError extends OwnError {
  override readonly name = 'LeaseLostError' as const;

  constructor(key: string) {
    super(`Delivery ${key} has been taken over by another worker`);
  }
}

/**
 * `ctx.once` of a delivery: an effect that the ledger knows to have happened does not happen again. It is noted when it has
 * ended well, so a crash in the moment between lets it happen once more.
 */
export function guard(
  ledger: Ledger,
  { entry, lease, log }: { entry: LedgerEntry; lease: Lease; log: HandlerLog },
): Once {
  const done = new Set(Object.keys(entry.effects));
  return async (name, effect) => {
    if (done.has(name)) {
      log.info('Not again: it has been done', { counter: name });
      return;
    }
    await effect();
    if (!(await ledger.markEffect(entry.key, lease.id, name))) throw new LeaseLostError(entry.key);
    done.add(name);
  };
}
