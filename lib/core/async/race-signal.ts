/**
 * Does work, but waits for it no longer than the signal allows; work that does not observe the signal goes on unattended.
 *
 * @param toError makes the error to throw when the signal aborts; by default it is the signal's reason
 */
export async function raceSignal<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
  toError: () => unknown = () => signal.reason,
): Promise<T> {
  if (signal.aborted) throw toError();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(toError());
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
