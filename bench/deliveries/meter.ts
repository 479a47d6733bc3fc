import type { LogLine } from '../../local/lambda/index.ts';

/** What one invocation of a function took, without the host and the embedded AWS. */
export interface Metered {
  readonly milliseconds: number;
  /** The processor time of the function's process, all of its threads: it handles one event at a time. */
  readonly cpuMilliseconds: number;
}

/** The meters of the functions. */
export interface Meter {
  /** For the host: takes the lines of the meters out of the log. */
  readonly onLog: (line: LogLine) => void;
  /** What the invocations of a function took since the last call. */
  take(functionName: string): readonly Metered[];
}

const MARK = 'METERED ';

/** Writes a line with what each invocation took: both a handler and its peer have it. */
export function metered<Event, Context, Result>(
  handler: (event: Event, context: Context) => Promise<Result>,
): (event: Event, context: Context) => Promise<Result> {
  return async (event, context) => {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    try {
      return await handler(event, context);
    } finally {
      const { user, system } = process.cpuUsage(cpu);
      const took: Metered = { milliseconds: performance.now() - start, cpuMilliseconds: (user + system) / 1_000 };
      process.stdout.write(`${MARK}${JSON.stringify(took)}\n`);
    }
  };
}

export function createMeter(): Meter {
  const taken = new Map<string, Metered[]>();
  return {
    onLog({ functionName, text }) {
      if (isMetered(text))
        taken.set(functionName, [...(taken.get(functionName) ?? []), JSON.parse(text.slice(MARK.length))]);
    },
    take(functionName) {
      const all = taken.get(functionName) ?? [];
      taken.delete(functionName);
      return all;
    },
  };
}

/** Whether a line is one of a meter, and not of the function. */
export function isMetered(text: string): boolean {
  return text.startsWith(MARK);
}
