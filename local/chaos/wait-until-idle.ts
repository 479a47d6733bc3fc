import { setTimeout as sleep } from 'node:timers/promises';
import { isOpenState } from '../../lib/deliveries/ledger/entry.ts';
import { type Environment, projectIdsOf } from './environment.ts';
import { type FiredEvent, sentWebhooks } from './events.ts';
import { readLedger } from './verify/outcome.ts';

/** What is not there by then is lost: no wait of the functions is longer than seconds, nor is a lease. */
const LONGEST_MS = 5 * 60_000;
const BETWEEN_ROUNDS_MS = 1_000;

/** Lets all come to rest: what is under way ends, and what is missing is reconciled, until there is nothing left to do. */
export async function waitUntilIdle(environment: Environment, print: (line: string) => void): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (performance.now() < end) {
    // Nobody waits for it any more when the time is up, and the stack is stopped under it.
    const settled = environment.stack.settled({ delayed: true }).catch(() => undefined);
    await Promise.race([settled, sleep(end - performance.now(), undefined, { ref: false })]);
    const left = await countLeft(environment);
    print(`${left} deliveries are not at their end`);
    if (left === 0) return;
    await environment.stack.host
      .invoke('reconcile-deliveries')
      .catch((error) => print(`Not reconciled: ${error.message}`));
    await sleep(BETWEEN_ROUNDS_MS);
  }
}

/** What fired and is in no ledger, or is in the ledger and not at its end. */
async function countLeft({ stack, plan, events }: Environment): Promise<number> {
  const ledger = await readLedger(stack, projectIdsOf(plan));
  const sent = sentWebhooks(stack.annofab.state);
  const expected = new Set([...sent, ...lastOfEach(events.all)].map(({ key }) => key));
  const left = [...expected].filter((key) => {
    const state = ledger.get(key)?.state;
    return state === undefined || (isOpenState(state) && state !== 'dead');
  });
  return left.length;
}

/** Of all that fired about the same task, or archive, the last: what came before may have vanished without a trace. */
function lastOfEach(events: readonly FiredEvent[]): FiredEvent[] {
  const subjectOf = ({ event }: FiredEvent) => JSON.stringify({ ...event, complete_datetime: undefined });
  return [...new Map(events.map((fired) => [subjectOf(fired), fired])).values()];
}
