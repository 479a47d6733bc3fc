/**
 * The options of every SDK client. A caller waits for a webhook's answer, or for a message to be acknowledged, and has to
 * learn within seconds that AWS fails. Without `throwOnRequestTimeout` the SDK only warns of a request that takes too long,
 * and waits on.
 *
 * @param o.timeoutMs for each attempt: connecting, and waiting for the answer
 */
export function sdkOptions({ timeoutMs, attempts = 2 }: { timeoutMs: number; attempts?: number }) {
  return {
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: timeoutMs, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
  };
}

/** Makes a client at the first call and keeps it, so that all users in a process share its connections: one for each time limit. */
export function sharedClient<Client>(
  make: (options: ReturnType<typeof sdkOptions>) => Client,
): (timeoutMs: number) => Client {
  const made = new Map<number, Client>();
  return (timeoutMs) => {
    const client = made.get(timeoutMs) ?? make(sdkOptions({ timeoutMs }));
    made.set(timeoutMs, client);
    return client;
  };
}

/** The options of one call to AWS that is to end when the signal aborts. */
export function abortedBy(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}
