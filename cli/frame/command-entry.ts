import type { Command } from 'commander';

/** The name of the program, in every usage. */
export const PROGRAM = 'annofab-functions';

/** A command of `annofab-functions`. */
export interface CommandEntry {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /**
   * Loads the options and arguments. What they lead to is loaded when the command runs, so that help and completion need
   * neither the AWS SDK nor the client.
   */
  readonly load: () => Promise<() => Command>;
}
