import { UsageError } from './exit-codes.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/**
 * Asks before something is changed.
 *
 * @param yes `--yes`: the answer is known
 * @throws UsageError where nobody can answer; InterruptedError on Ctrl-C
 */
export async function confirm(question: string, yes: boolean | undefined): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) throw new UsageError(`${question} Nobody can answer here: add --yes.`);
  const terminal = openTerminal();
  try {
    return await askYesOrNo(terminal, question);
  } finally {
    terminal.close();
  }
}

/** Anything but a yes is a no. */
export async function askYesOrNo(terminal: Terminal, question: string): Promise<boolean> {
  return /^y(es)?$/i.test(await terminal.ask(`${question} [y/N] `));
}
