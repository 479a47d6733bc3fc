import { exitCodeOfSignal, InterruptedError } from './exit-codes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Listener = (signal: NodeJS.Signals) => void;

/**
 * What to do when the reader of the output has stopped. Not listeners of the process: with one for SIGPIPE, Node would not ignore that
 * signal any more, which also comes from every connection that breaks.
 */
const ofReader = new Set<Listener>();

/**
 * Lets a reader that stops, such as `head`, end the command as SIGPIPE would, which Node ignores: what the command began is cleaned
 * up.
 */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (ofReader.size === 0) process.exit(exitCodeOfSignal('SIGPIPE'));
      for (const listener of ofReader) listener('SIGPIPE');
    });
  }
}

/** Resolves on Ctrl-C, or when the process is told to end. */
export async function interrupted(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  // `on`, not `once`, since npm forwards Ctrl-C to a process that has already received it from the terminal.
  onSignal(resolve);
  return await promise;
}

/** Makes a signal end the process as `process.exit` does, so that it ends the functions that it runs. */
export function exitOnSignal(): void {
  onSignal((signal) => process.exit(exitCodeOfSignal(signal)));
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

function onSignal(listener: Listener): void {
  for (const signal of SIGNALS) process.on(signal, () => listener(signal));
  ofReader.add(listener);
}
