import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves on Ctrl-C, or when the process is told to end. */
export async function interrupted(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // `on`, not `once`, since npm forwards Ctrl-C to a process that has already received it from the terminal.
  for (const signal of SIGNALS) process.on(signal, () => resolve());
  await promise;
}

/** Makes a signal end the process as `process.exit` does, so that it ends the functions that it runs. */
export function exitOnSignal(): void {
  for (const signal of SIGNALS) process.on(signal, () => process.exit(128 + constants.signals[signal]));
}
