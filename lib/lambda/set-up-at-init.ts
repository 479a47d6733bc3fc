import { lazy } from '../core/async/lazy.ts';

/**
 * Makes a value while Lambda initialises the function: with the full processor, and before the first event waits for it. Where a
 * module is only loaded, as the check of a package does, nothing is made before the first call.
 *
 * A failure is not thrown here, where Lambda would report it without our log: the first invocation tries again and reports it.
 */
export function setUpAtInit<T>(make: () => T): () => T {
  const setup = lazy(make);
  if (process.env['AWS_LAMBDA_FUNCTION_NAME'] === undefined) return setup;
  try {
    setup();
  } catch {
    // See above.
  }
  return setup;
}
