import { type FunctionProcess, type ProcessOptions, startFunctionProcess } from './function-process.ts';
import type { FindBundle } from './handler-bundles.ts';

/** One function, with a process for each concurrent event. */
export interface FunctionPool {
  /** Runs an event, in a warm process if there is one. Waits while the maximum of processes is busy. @throws FunctionError */
  invoke(event: unknown): Promise<unknown>;
  /** Kills a process that works on an event. @returns whether there was one */
  kill(): boolean;
  stop(): Promise<void>;
}

export interface PoolOptions extends Omit<ProcessOptions, 'bundle'> {
  readonly maxProcesses: number;
  /** Resolves when the handlers have been bundled. The first processes wait for it. */
  readonly bundles: Promise<FindBundle>;
}

export function createFunctionPool({ maxProcesses, bundles, ...options }: PoolOptions): FunctionPool {
  const idle: FunctionProcess[] = [];
  const all = new Set<FunctionProcess>();
  const queue: (() => void)[] = [];
  let busy = 0;
  let stopped = false;

  return {
    async invoke(event) {
      await takeSlot();
      try {
        const process = warmProcess() ?? (await newProcess());
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
    if (process.alive) idle.push(process);
    else all.delete(process);
  }

  async function newProcess(): Promise<FunctionProcess> {
    const findBundle = await bundles;
    if (stopped) throw new Error('The Lambda host has been stopped');
    const process = startFunctionProcess({ ...options, bundle: findBundle(options.definition.handler) });
    all.add(process);
    return process;
  }
}
