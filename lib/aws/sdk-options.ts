import { readConfig } from '../runtime/variables.ts';

/**
 * The options of every SDK client. A caller waits for a webhook's answer, or for a message to be acknowledged, and has to
 * learn within seconds that AWS fails. Without `throwOnRequestTimeout` the SDK only warns of a request that takes too long,
 * and waits on.
 *
 * @param o.timeoutMs for each attempt: connecting, and waiting for the answer. Default: the variable `AWS_TIMEOUT_MS`
 */
export function sdkOptions({
  timeoutMs = readConfig(['AWS_TIMEOUT_MS'], process.env).AWS_TIMEOUT_MS,
  attempts = 2,
}: {
  timeoutMs?: number;
  attempts?: number;
} = {}) {
  return {
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: timeoutMs, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
  };
}

/** The options of one call to AWS that is to end when the signal aborts. */
export function abortedBy(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}
