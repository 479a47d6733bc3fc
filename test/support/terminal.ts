import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** Whether this machine has `script` of util-linux, which runs a command on a pseudo-terminal. That of others has no `-e`. */
export const HAS_TERMINAL = hasScript();

/** A program that runs on a pseudo-terminal. */
export interface TerminalSession {
  /** Waits until the terminal shows this, after what was waited for before. @throws Error with what it shows, when the program ends first */
  shows(text: string): Promise<void>;
  /** Presses keys. Enter is `\r`, Ctrl-C is `\u0003`, Ctrl-D is `\u0004`. */
  press(keys: string): void;
  /** Sends a signal to the program, not to the terminal. */
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the program has ended, with everything that the terminal has shown. */
  readonly ended: Promise<{ readonly code: number; readonly screen: string }>;
}

/** Runs Node with these arguments on a pseudo-terminal, by default from the root of the project. */
export function onTerminal(
  args: readonly string[],
  { env = {}, cwd = ROOT }: { env?: Readonly<Record<string, string>>; cwd?: string } = {},
): TerminalSession {
  const command = `echo pid=$$; exec ${[process.execPath, ...args].map(quoted).join(' ')}`;
  const child = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd,
    env: { PATH: process.env['PATH'], TERM: 'xterm', ...env },
  });
  onTestFinished(() => void child.kill());
  let screen = '';
  let seen = 0;
  let look = () => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    look();
  });
  const closed = Promise.withResolvers<number>();
  child.on('close', (code) => closed.resolve(code ?? -1));

  async function shows(text: string): Promise<void> {
    const found = Promise.withResolvers<void>();
    look = () => {
      const at = screen.indexOf(text, seen);
      if (at < 0) return;
      seen = at + text.length;
      found.resolve();
    };
    look();
    const ended = closed.promise.then(() => Promise.reject(new Error(`The program ended without ${text}:\n${screen}`)));
    await Promise.race([found.promise, ended]);
  }

  return {
    shows,
    press: (keys) => void child.stdin.write(keys),
    kill: (signal) => void process.kill(Number(/pid=(\d+)/.exec(screen)?.[1]), signal),
    ended: closed.promise.then((code) => ({ code, screen: screen.replace(/^pid=.*\r\n/, '') })),
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function hasScript(): boolean {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
}
