import type { Dataset } from '../../aws/dataset.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { toJson } from './own-json.ts';

/** Every round means that someone else wrote between our read and our write: more than a few of them are not to be expected. */
const MAX_ROUNDS = 20;

/**
 * Makes a pointer object say `next`, unless it says something as new or newer already: it only ever goes forward, in
 * whatever order the writers finish. A pointer that says the same is not written again.
 *
 * @param o.parse reads what is there; throws if it cannot
 * @returns whether it was moved
 */
export async function advancePointer<P>(
  dataset: Dataset,
  key: string,
  next: P,
  o: { parse: (text: string) => P; isNewer: (next: P, current: P) => boolean; signal: AbortSignal },
): Promise<boolean> {
  const { signal } = o;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const current = await dataset.read(key, { signal });
    if (current !== undefined && !o.isNewer(next, o.parse(current.text))) return false;
    const body = toJson(next);
    const outcome = await dataset.replace(key, body, { contentType: 'application/json', etag: current?.etag, signal });
    if (outcome === 'written') return true;
  }
  throw new LoggableError(`${key} kept changing while it was to be moved forward; the next attempt will tell`);
}
