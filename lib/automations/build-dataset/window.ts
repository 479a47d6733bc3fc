/** Lets a limited amount of work run at the same time. */
export interface Window {
  /** Starts the work. Returns a promise only while the window is full. @throws the error of earlier work */
  add(bytes: number, work: () => Promise<void>): void | Promise<void>;
  /** Waits for all work. @throws the first error */
  flush(): Promise<void>;
}

/** @param limits how many pieces of work, and how many bytes they hold in memory together */
export function createWindow(limits: { readonly files: number; readonly bytes: number }): Window {
  const running = new Set<Promise<void>>();
  let held = 0;
  let failure: { readonly error: unknown } | undefined;
  const isFull = () => running.size >= limits.files || held >= limits.bytes;
  const check = () => {
    if (failure) throw failure.error;
  };
  const run = async (bytes: number, work: () => Promise<void>) => {
    held += bytes;
    try {
      await work();
    } catch (error) {
      failure ??= { error };
    } finally {
      held -= bytes;
    }
  };
  const waitForSpace = async () => {
    while (isFull()) await Promise.race(running);
    check();
  };
  return {
    add(bytes, work) {
      check();
      const task = run(bytes, work).finally(() => running.delete(task));
      running.add(task);
      if (isFull()) return waitForSpace();
    },
    async flush() {
      await Promise.all(running);
      check();
    },
  };
}
