import { setTimeout as sleep } from 'node:timers/promises';
import { isOpenState } from '../../lib/deliveries/ledger/entry.ts';
import { type Environment, projectIdsOf } from './environment.ts';
import { type FiredEvent, sentWebhooks } from './events.ts';
import { readLedger } from './verify/outcome.ts';

/** Longer than any wait or lease of the functions, which take seconds here: what has not moved by then is lost. */
const LONGEST_MS = 5 * 60_000;
const BETWEEN_ROUNDS_MS = 1_000;

/** Waits for the work in progress and runs the reconciliation until no delivery is open. */
export async function waitUntilIdle(environment: Environment, print: (line: string) => void): Promise<void> {
  let end = performance.now() + LONGEST_MS;
  let fewest = Number.POSITIVE_INFINITY;
  while (performance.now() < end) {
    // After the time limit, the stack is stopped while this still polls.
    const settled = environment.stack.settled({ delayed: true }).catch(() => undefined);
    await Promise.race([settled, sleep(end - performance.now(), undefined, { ref: false })]);
    const left = await countLeft(environment);
    print(`${left} deliveries are open`);
    if (left === 0) return;
    if (left < fewest) {
      fewest = left;
      end = performance.now() + LONGEST_MS;
    }
    await environment.stack.host
      .invoke('reconcile-deliveries')
      .catch((error) => print(`Reconciliation failed: ${error.message}`));
    await sleep(BETWEEN_ROUNDS_MS);
  }
}

/** Counts the fired events that are missing in the ledger or open. */
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

/** The last event of each task and archive: earlier ones may have been dropped without a trace. */
function lastOfEach(events: readonly FiredEvent[]): FiredEvent[] {
  const subjectOf = ({ event }: FiredEvent) => JSON.stringify({ ...event, complete_datetime: undefined });
  return [...new Map(events.map((fired) => [subjectOf(fired), fired])).values()];
}
