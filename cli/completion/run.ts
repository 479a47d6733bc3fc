import type { CommandEntry } from '../frame/command-entry.ts';
import { completionScript, type Shell } from './scripts.ts';
import { completionWords } from './words.ts';

/** Prints the script that completes the command line in a shell. */
export async function runCompletion(shell: Shell, commands: readonly CommandEntry[]): Promise<void> {
  console.log(completionScript(shell, await completionWords(commands)));
}
