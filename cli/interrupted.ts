/** Resolves on Ctrl-C, or when the process is told to end. */
export async function interrupted(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // `on`, not `once`: npm hands Ctrl-C on to a process that has had it from the terminal already.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  await promise;
}
