import { format } from 'node:util';
import { type Mock, vi } from 'vitest';
import { runCli } from '../../cli/frame/run-cli.ts';

/** Those that a command handles. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunningCommand {
  /** Resolves with the first line on standard output, or with the whole output if there is none. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
  /** Tells the command to end, as Ctrl-C does. */
  interrupt(): void;
}

/**
 * Runs a command of `annofab-functions` in this process, which takes milliseconds instead of the start of a process. One at a time: the command
 * writes on the streams of this process, and sees only `env`. It is given its own exit code, and what it wrote until it ended.
 */
export function startCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): RunningCommand {
  const first = Promise.withResolvers<string>();
  const written = { out: '', err: '' };
  let exit: number | undefined;
  const write = (stream: 'out' | 'err') => (text: unknown) => {
    // A process that has ended writes nothing.
    if (exit === undefined) written[stream] += String(text);
    if (written.out.includes('\n')) first.resolve(written.out.slice(0, written.out.indexOf('\n')));
    return true;
  };
  const line =
    (stream: 'out' | 'err') =>
    (...values: unknown[]) =>
      void write(stream)(`${format(...values)}\n`);
  const spies: Mock[] = [
    vi.spyOn(console, 'log').mockImplementation(line('out')),
    vi.spyOn(console, 'error').mockImplementation(line('err')),
    vi.spyOn(process.stdout, 'write').mockImplementation(write('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(write('err')),
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      exit ??= Number(code ?? 0);
      throw new Error('The command has ended');
    }),
  ];
  const before = { env: process.env, listeners: signalListeners() };
  process.env = { PATH: before.env['PATH'], ...env };
  process.exitCode = undefined;
  const added = () => [...signalListeners()].filter((listener) => !before.listeners.has(listener));

  async function run(): Promise<Ended> {
    try {
      await runCli([command, ...args]);
    } catch (error) {
      // An error that the command does not explain is printed by Node.
      if (exit === undefined) line('err')(error);
      exit ??= 1;
    }
    const code = exit ?? Number(process.exitCode ?? 0);
    for (const spy of spies) spy.mockRestore();
    for (const listener of added()) for (const signal of SIGNALS) process.off(signal, listener);
    process.env = before.env;
    process.exitCode = undefined;
    first.resolve(written.out);
    return { code, ...written };
  }

  const ended = run();
  return {
    firstLine: first.promise,
    ended,
    interrupt: () => {
      for (const listener of added()) listener('SIGINT');
    },
  };
}

/** Runs a command in this process to its end. */
export function runCommand(...command: Parameters<typeof startCommand>): Promise<Ended> {
  return startCommand(...command).ended;
}

function signalListeners(): Set<NodeJS.SignalsListener> {
  return new Set(SIGNALS.flatMap((name) => process.listeners(name)));
}
