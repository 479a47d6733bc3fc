import type { Dataset } from '../../aws/dataset.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { type ObjectKind, toJson } from './stored-json.ts';

/** Each lost race means that another writer wrote between our read and our write. Few writers race on one pointer. */
const MAX_ATTEMPTS = 20;

/**
 * Sets a pointer object to `next` unless its value is equally new or newer: a pointer only moves forward, in whatever order
 * its writers finish.
 *
 * @param o.parse reads the present value; throws if it cannot
 * @returns whether the pointer was moved
 */
export async function advancePointer<P extends object>(
  dataset: Dataset,
  key: string,
  next: P,
  o: {
    kind: ObjectKind;
    parse: (text: string) => P;
    isNewer: (next: P, current: P) => boolean;
    signal: AbortSignal;
  },
): Promise<boolean> {
  const { signal } = o;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const current = await dataset.read(key, { signal });
    if (current !== undefined && !o.isNewer(next, o.parse(current.text))) return false;
    const body = toJson(o.kind, next);
    const outcome = await dataset.replace(key, body, { contentType: 'application/json', etag: current?.etag, signal });
    if (outcome === 'written') return true;
  }
  throw new LoggableError(
    `${key} was changed by other writers during each of ${MAX_ATTEMPTS} attempts to move it forward`,
  );
}
