import { type FunctionProcess, type ProcessOptions, startFunctionProcess } from './function-process.ts';

/** One function, in as many processes as it has events at the same time. */
export interface FunctionPool {
  /** In a warm process if there is one. Waits when all processes are busy and no more are allowed. @throws FunctionError */
  invoke(event: unknown): Promise<unknown>;
  /** Kills a process that works on an event. @returns whether there was one */
  kill(): boolean;
  stop(): Promise<void>;
}

export function createFunctionPool({
  maxProcesses,
  ...options
}: ProcessOptions & { maxProcesses: number }): FunctionPool {
  const idle: FunctionProcess[] = [];
  const all = new Set<FunctionProcess>();
  const queue: (() => void)[] = [];
  let busy = 0;
  let stopped = false;

  return {
    async invoke(event) {
      await takeTurn();
      const process = warmProcess() ?? newProcess();
      try {
        return await process.invoke(event);
      } finally {
        if (process.alive) idle.push(process);
        else all.delete(process);
        giveTurn();
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

  async function takeTurn(): Promise<void> {
    // Whoever waited in the line was handed the turn of the one before: `busy` stays as it is.
    if (busy < maxProcesses) busy += 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
  }

  function giveTurn(): void {
    const next = queue.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  /** The one used last, as Lambda does; those that died while they were idle are dropped. */
  function warmProcess(): FunctionProcess | undefined {
    for (let process = idle.pop(); process !== undefined; process = idle.pop()) {
      if (process.alive) return process;
      all.delete(process);
    }
    return undefined;
  }

  function newProcess(): FunctionProcess {
    if (stopped) throw new Error('The Lambda host has been stopped');
    const process = startFunctionProcess(options);
    all.add(process);
    return process;
  }
}
