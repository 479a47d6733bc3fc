import { setTimeout as sleep } from 'node:timers/promises';
import { isOpenState } from '../../lib/aws/ledger/entry.ts';
import { sentWebhooks } from './events.ts';
import { readLedger } from './outcome.ts';
import { projectIdsOf, type Stage } from './stage.ts';

/** So many times at most; what is not there by then is lost. */
const MOST_ROUNDS = 10;
const BETWEEN_ROUNDS_MS = 1_000;

/** Lets all come to rest: what is under way ends, and what is missing is reconciled, until there is nothing left to do. */
export async function comeToRest(stage: Stage, print: (line: string) => void): Promise<void> {
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    await stage.stack.settled({ delayed: true });
    const left = await countLeft(stage);
    print(`${left} deliveries are not at their end`);
    if (left === 0) return;
    await stage.stack.host.invoke('reconcile-deliveries');
    await sleep(BETWEEN_ROUNDS_MS);
  }
}

/** What fired and is in no ledger, or is in the ledger and not at its end. */
async function countLeft({ stack, plan, events }: Stage): Promise<number> {
  const ledger = await readLedger(stack, projectIdsOf(plan));
  const fired = [...events.all, ...sentWebhooks(stack.annofab.state)].map(({ key }) => key);
  return new Set(fired)
    .values()
    .filter((key) => {
      const state = ledger.get(key)?.state;
      return state === undefined || (isOpenState(state) && state !== 'dead');
    })
    .toArray().length;
}
