import { Worker } from 'node:worker_threads';
import type { EntryBytes, SharedEntries } from '../shared-entries.ts';
import { cloneable, type FromThread, type MappedFrames, type ThreadSetup, type ToThread } from './messages.ts';

/**
 * The package has this file as JavaScript. It is a file of its own, so a bundle does not contain it; and a bundle in CommonJS, which
 * maps no frames, has no `import.meta.url`.
 */
const scriptUrl = () => new URL(`./frame-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

interface Mapped {
  readonly result: MappedFrames;
  readonly memory: ArrayBuffer;
}

/** Threads that call a function for the frames of byte ranges. They start when they are needed. */
export interface ThreadPool {
  /** The thread with the least work does it. The memory belongs to the thread until the result. */
  map(bytes: EntryBytes): Promise<Mapped>;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly setup: ThreadSetup;
  readonly threads: number;
  readonly read: SharedEntries['read'];
  /** Makes the error of a thread that ended, or could not start. */
  toError(problem: string, cause: unknown, bytes: EntryBytes): Error;
}

export function createThreadPool(options: PoolOptions): ThreadPool {
  const threads: Thread[] = [];
  const pick = (): Thread => {
    const free = threads.find(({ load }) => load() === 0);
    if (free || threads.length === options.threads) {
      return free ?? threads.reduce((least, thread) => (thread.load() < least.load() ? thread : least));
    }
    const started = startThread(options);
    threads.push(started);
    return started;
  };
  return {
    map: async (bytes) => await pick().map(bytes),
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface Thread extends Pick<ThreadPool, 'map' | 'close'> {
  /** How many ranges it has to do. */
  load(): number;
}

interface Job {
  readonly bytes: EntryBytes;
  readonly done: PromiseWithResolvers<Mapped>;
}

function startThread({ setup, read, toError }: PoolOptions): Thread {
  const worker = new Worker(scriptUrl(), { workerData: setup });
  /** In the order of their answers. */
  const jobs: Job[] = [];
  let end: { problem: string; cause: unknown } | undefined;
  // Without work, a thread does not keep the process: a consumer may stop without closing the iterator.
  const restIfIdle = () => {
    if (jobs.length === 0) worker.unref();
  };
  const fail = (problem: string, cause: unknown) => {
    end ??= { problem, cause };
    for (const { bytes, done } of jobs.splice(0)) done.reject(toError(end.problem, end.cause, bytes));
    restIfIdle();
  };
  const serveRead = async (id: number, start: number, length: number) => {
    try {
      const bytes = new Uint8Array(await read(start, length));
      send(worker, { kind: 'read', id, bytes }, [bytes.buffer]);
    } catch (error) {
      send(worker, { kind: 'not read', id, error: cloneable(error) });
    }
  };
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'mapped') {
      jobs.shift()?.done.resolve({ result: message.mapped, memory: message.memory });
      restIfIdle();
    } else if (message.kind === 'read') void serveRead(message.id, message.start, message.length);
    else fail('the function cannot be loaded', message.error);
  });
  worker.on('error', (error) => fail('a thread failed', error));
  worker.on('exit', (code) => fail(`a thread ended with exit code ${code}`, undefined));
  return {
    load: () => jobs.length,
    async map(bytes) {
      if (end) throw toError(end.problem, end.cause, bytes);
      const done = Promise.withResolvers<Mapped>();
      jobs.push({ bytes, done });
      worker.ref();
      send(worker, { kind: 'map', bytes }, [bytes.memory]);
      return await done.promise;
    },
    async close() {
      await worker.terminate();
    },
  };
}

function send(worker: Worker, message: ToThread, transfer: ArrayBuffer[] = []): void {
  worker.postMessage(message, transfer);
}
