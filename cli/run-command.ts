import type { Command } from 'commander';

/** Runs a command with these arguments. An error is explained on standard error, and the exit code is then 1. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  explain: (error: unknown) => string = messageOf,
): Promise<void> {
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
