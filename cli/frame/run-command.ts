import { type Command, CommanderError } from 'commander';
import { withLocalValue } from '../options.ts';
import { PROGRAM } from './command-entry.ts';
import { EXIT_CODES, exitCodeOf } from './exit-codes.ts';
import { explanationOf } from './explanation.ts';
import { endProgressLine } from './progress.ts';

/** Runs a command with these arguments. An error is explained on standard error, and sets the exit code. */
export async function runCommand(command: Command, args: readonly string[]): Promise<void> {
  for (const subcommand of command.commands) {
    const name = `${command.name()} ${subcommand.name()}`.replace(PROGRAM, `${PROGRAM} help`);
    subcommand.showHelpAfterError(`See: ${name}`);
  }
  try {
    await command.parseAsync(withLocalValue(args), { from: 'user' });
  } catch (error) {
    process.exitCode = explainAndRate(error);
  }
}

function explainAndRate(error: unknown): number {
  // Commander has printed it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.wrongUse;
  endProgressLine();
  console.error(explanationOf(error));
  return exitCodeOf(error);
}
