import { createInterface } from 'node:readline/promises';
import { UsageError } from './exit-codes.ts';

/**
 * Asks before something is changed.
 *
 * @param yes `--yes`: the answer is known
 * @throws UsageError where nobody can answer
 */
export async function confirm(question: string, yes: boolean | undefined): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) throw new UsageError(`${question} Nobody can answer here: add --yes.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
