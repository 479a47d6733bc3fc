import { exitCodeOfSignal, InterruptedError } from './exit-codes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGPIPE'] as const;

/**
 * Lets a reader that stops, such as `head`, end the command as a signal does: what it began is cleaned up. Node ignores SIGPIPE, and
 * reports an error of the stream instead.
 */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (!process.emit('SIGPIPE', 'SIGPIPE')) process.exit(exitCodeOfSignal('SIGPIPE'));
    });
  }
}

/** Resolves on Ctrl-C, or when the process is told to end. */
export async function interrupted(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  // `on`, not `once`, since npm forwards Ctrl-C to a process that has already received it from the terminal.
  for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
  return await promise;
}

/** Makes a signal end the process as `process.exit` does, so that it ends the functions that it runs. */
export function exitOnSignal(): void {
  for (const signal of SIGNALS) process.on(signal, () => process.exit(exitCodeOfSignal(signal)));
}

/**
 * Runs the work of a command, and aborts it on Ctrl-C.
 *
 * @param hint for people: how to go on after an interruption
 * @throws InterruptedError when a signal ended the work
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>, hint = ''): Promise<T> {
  const stopping = new AbortController();
  void interrupted().then((signal) =>
    stopping.abort(new InterruptedError(signal, ['Interrupted.', hint].join(' ').trim())),
  );
  try {
    return await work(stopping.signal);
  } catch (error) {
    stopping.signal.throwIfAborted();
    throw error;
  }
}
