/**
 * middy's options for aborting the handler's signal some time before Lambda ends the invocation. The answer stays the
 * handler's own (middy would answer at once, with an error): only the handler knows what of its work is done.
 */
export function earlyAbort(milliseconds: number) {
  return {
    timeoutEarlyInMillis: milliseconds,
    timeoutEarlyResponse: () => new Promise<never>(() => {}),
  };
}
