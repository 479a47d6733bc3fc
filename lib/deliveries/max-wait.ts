/**
 * The longest wait that anything outside can cause: a daily quota answers with `Retry-After: 86400`, and the end of a maintenance may be
 * mistyped. An event is deferred for this long in total, and the circuit breaker opens for this long at a time; then one try
 * shows whether the wait was needed.
 */
export const MAX_WAIT_MS = 24 * 60 * 60 * 1_000;
