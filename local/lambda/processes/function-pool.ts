import type { LogLine, LogSink } from '../logs.ts';
import { type FunctionProcess, type ProcessOptions, startFunctionProcess } from './function-process.ts';

/** One function, with a process for each concurrent event. */
export interface FunctionPool {
  /** Runs an event, in a warm process if there is one. Waits while the maximum of processes is busy. @throws FunctionError */
  invoke(event: unknown): Promise<unknown>;
  /** Kills a process that works on an event. @returns whether there was one */
  kill(): boolean;
  /**
   * Runs the next events in this bundle, or from source without one. Events in progress end in the bundle that they began in.
   *
   * @throws FunctionError when it cannot be loaded; nothing is changed then
   */
  replace(bundle: string | undefined): Promise<void>;
  stop(): Promise<void>;
}

export interface PoolOptions extends Omit<ProcessOptions, 'bundle'> {
  readonly maxProcesses: number;
  /** Resolves with the handler's bundle, if there is one, when the handlers have been bundled. The first processes wait for it. */
  readonly bundle: Promise<string | undefined>;
}

export function createFunctionPool({ maxProcesses, bundle, ...options }: PoolOptions): FunctionPool {
  /** Of the present bundle, not busy. */
  const idle: FunctionProcess[] = [];
  const all = new Set<FunctionProcess>();
  const queue: (() => void)[] = [];
  /** Processes of bundles that were replaced: each ends after its event. */
  const outdated = new WeakSet<FunctionProcess>();
  let current = bundle;
  let busy = 0;
  let stopped = false;

  return {
    async invoke(event) {
      await takeSlot();
      try {
        const process = warmProcess() ?? (await newProcess(await current));
        return await process.invoke(event).finally(() => release(process));
      } finally {
        releaseSlot();
      }
    },
    kill() {
      const victim = [...all].find((process) => process.alive && !idle.includes(process));
      void victim?.kill();
      return victim !== undefined;
    },
    async replace(next) {
      // What it writes while it fails is in the error, and would be repeated for every function with the same mistake.
      const written: LogLine[] = [];
      let log: LogSink = (line) => written.push(line);
      const first = await newProcess(next, (line) => log(line));
      await first.loaded().catch((error: unknown) => {
        all.delete(first);
        throw error;
      });
      log = options.log;
      written.forEach(log);
      current = Promise.resolve(next);
      for (const process of all) if (process !== first) outdated.add(process);
      for (const process of idle.splice(0)) void end(process);
      idle.push(first);
    },
    async stop() {
      stopped = true;
      await Promise.all([...all].map((process) => process.kill()));
    },
  };

  async function takeSlot(): Promise<void> {
    // A queued invocation takes over the slot of the one that ended, so `busy` does not change.
    if (busy < maxProcesses) busy += 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
  }

  function releaseSlot(): void {
    const next = queue.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  /** Returns the process that was used last, as Lambda does, and drops those that ended while idle. */
  function warmProcess(): FunctionProcess | undefined {
    for (let process = idle.pop(); process !== undefined; process = idle.pop()) {
      if (process.alive) return process;
      all.delete(process);
    }
    return undefined;
  }

  function release(process: FunctionProcess): void {
    if (!process.alive) all.delete(process);
    else if (outdated.has(process)) void end(process);
    else idle.push(process);
  }

  async function end(process: FunctionProcess): Promise<void> {
    await process.kill();
    all.delete(process);
  }

  async function newProcess(bundle: string | undefined, log = options.log): Promise<FunctionProcess> {
    if (stopped) throw new Error('The Lambda host has been stopped');
    const process = startFunctionProcess({ ...options, bundle, log });
    all.add(process);
    return process;
  }
}
