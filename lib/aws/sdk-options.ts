/** How long a call to AWS may take. */
export interface CallLimits {
  /** For each attempt: connecting, and waiting for the answer. Default 3 s. */
  readonly timeoutMs?: number;
  /** The first one included. Default 3. */
  readonly attempts?: number;
}

/**
 * The SDK's client options for these limits. Without `throwOnRequestTimeout` the SDK only warns of a request that takes
 * too long, and waits on.
 */
export function sdkOptions({ timeoutMs = 3_000, attempts = 3 }: CallLimits = {}) {
  return {
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: timeoutMs, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
  };
}

/** The options of one call to AWS that is to end when the signal aborts. */
export function abortedBy(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}
