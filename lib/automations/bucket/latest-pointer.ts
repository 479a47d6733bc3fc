import type { Dataset } from '../../aws/dataset.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { type ObjectKind, toJson } from './stored-json.ts';

/** Each lost race means that another writer wrote between our read and our write. Few writers race on one pointer. */
const MAX_ATTEMPTS = 20;

/** What a read of the pointer returned: `undefined` if there was none. */
export type PointerRead = Awaited<ReturnType<Dataset['read']>>;

interface PointerRules<P> {
  readonly kind: ObjectKind;
  /** Reads the present value; throws if it cannot. */
  readonly parse: (text: string) => P;
  readonly isNewer: (next: P, current: P) => boolean;
  /**
   * What the caller read earlier, beside its other requests: then the first attempt needs no read. The write is conditional, so a
   * value that is old by now does no harm. That there is nothing to write is decided only after a read that is made here.
   */
  readonly seen?: { readonly pointer: PointerRead };
  readonly signal: AbortSignal;
}

/**
 * Sets a pointer object to `next` unless its value is equally new or newer: a pointer only moves forward, in whatever order
 * its writers finish.
 *
 * @returns whether the pointer was moved
 */
export async function advancePointer<P extends object>(
  dataset: Dataset,
  key: string,
  next: P,
  o: PointerRules<P>,
): Promise<boolean> {
  const moveFrom = async (current: PointerRead) => {
    if (current !== undefined && !o.isNewer(next, o.parse(current.text))) return 'not newer';
    const target = { contentType: 'application/json', etag: current?.etag, signal: o.signal };
    return await dataset.replace(key, toJson(o.kind, next), target);
  };
  if (o.seen !== undefined && (await moveFrom(o.seen.pointer)) === 'written') return true;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const outcome = await moveFrom(await dataset.read(key, { signal: o.signal }));
    if (outcome !== 'changed') return outcome === 'written';
  }
  throw new LoggableError(
    `${key} was changed by other writers during each of ${MAX_ATTEMPTS} attempts to move it forward`,
  );
}
