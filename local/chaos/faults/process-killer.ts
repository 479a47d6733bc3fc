import type { LambdaHost } from '../../lambda/index.ts';

/** Kills processes after so many calls to AWS: that is when one is in the middle of something. */
export interface ProcessKiller {
  /** A call to AWS was made. */
  count(): void;
  /** After so many more calls, or twice that many and so on if nothing of the function is at work then. */
  arm(functionName: string, afterCalls: number): void;
  /** What is armed strikes no more. */
  disarm(): void;
  /** By function. */
  readonly kills: ReadonlyMap<string, number>;
}

export function createProcessKiller(host: Pick<LambdaHost, 'kill'>): ProcessKiller {
  let armed: { functionName: string; afterCalls: number; left: number }[] = [];
  const kills = new Map<string, number>();

  function strikes(functionName: string): boolean {
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
      const done = new Set(due.filter(({ functionName }) => strikes(functionName)));
      armed = armed.filter((target) => !done.has(target));
    },
  };
}
