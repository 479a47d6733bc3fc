import { Argument, type Command } from 'commander';
import { SHELLS, type Shell } from '../completion/scripts.ts';
import type { CommandEntry } from '../frame/command-entry.ts';
import { newCommand } from '../frame/new-command.ts';

const HELP = `
Examples:
  alias annofab-functions='npx annofab-functions'
  source <(annofab-functions completion bash)         # in ~/.bashrc; zsh likewise in ~/.zshrc
  annofab-functions completion fish | source          # in ~/.config/fish/config.fish`;

/** @param commands all of them, which the script completes */
export function completion(commands: readonly CommandEntry[]): Command {
  return newCommand('completion', 'Prints a script that completes commands and options in a shell.')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', HELP)
    .action(async (shell: Shell) => (await import('../completion/run.ts')).runCompletion(shell, commands));
}
