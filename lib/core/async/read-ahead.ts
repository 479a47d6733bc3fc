/**
 * Starts work on up to `limit` items ahead of the consumer, and yields the results in order. When the consumer leaves
 * early, the signal passed to `start` aborts.
 *
 * @param signal aborts all work
 * @throws the first error in the order of the items
 */
export async function* readAhead<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  start: (item: Item, signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Result, void, undefined> {
  const left = new AbortController();
  const both = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const running: Promise<Result>[] = [];
  const begin = (item: Item) => {
    const result = start(item, both);
    // It is awaited later, or never if the consumer leaves early.
    result.catch(() => {});
    running.push(result);
  };
  try {
    for (const item of items) {
      begin(item);
      if (running.length < limit) continue;
      const next = running.shift();
      if (next) yield await next;
    }
    for (const next of running) yield await next;
  } finally {
    left.abort(new Error('the consumer stopped reading'));
  }
}
