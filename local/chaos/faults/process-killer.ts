import type { LambdaHost } from '../../lambda/index.ts';

/** Kills processes after a number of requests to AWS, when they are in the middle of their work. */
export interface ProcessKiller {
  /** Counts a request to AWS. */
  count(): void;
  /** Kills a process after a number of further requests; if the function is idle then, after another interval of the same length. */
  arm(functionName: string, afterCalls: number): void;
  /** Cancels the pending kills. */
  disarm(): void;
  /** The number of kills by function. */
  readonly kills: ReadonlyMap<string, number>;
}

export function createProcessKiller(host: Pick<LambdaHost, 'kill'>): ProcessKiller {
  let armed: { functionName: string; afterCalls: number; left: number }[] = [];
  const kills = new Map<string, number>();

  function tryKill(functionName: string): boolean {
    const killed = host.kill(functionName);
    if (killed) kills.set(functionName, (kills.get(functionName) ?? 0) + 1);
    return killed;
  }

  return {
    kills,
    arm(functionName, afterCalls) {
      armed.push({ functionName, afterCalls, left: afterCalls });
    },
    disarm() {
      armed = [];
    },
    count() {
      for (const target of armed) target.left -= 1;
      const due = armed.filter(({ left }) => left < 0);
      if (due.length === 0) return;
      for (const target of due) target.left = target.afterCalls;
      const done = new Set(due.filter(({ functionName }) => tryKill(functionName)));
      armed = armed.filter((target) => !done.has(target));
    },
  };
}
