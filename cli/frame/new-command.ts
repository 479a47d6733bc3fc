import { styleText } from 'node:util';
import { Command } from 'commander';
import { PROGRAM } from './command-entry.ts';
import { EXIT_CODE_HELP } from './exit-codes.ts';

/**
 * A command, whose subcommands inherit its settings: wrong use is thrown and not an exit, so that run-command.ts alone decides
 * about exit codes.
 *
 * @param name as on the command line: `webhooks`
 */
export function newCommand(name: string, description: string): Command {
  return (
    new Command(`${PROGRAM} ${name}`)
      .description(description)
      .exitOverride()
      .showHelpAfterError(`See: ${PROGRAM} help ${name}`)
      // The console ignores that nobody reads the output any more, as in `… | head -1`.
      .configureOutput({
        writeOut: (text) => console.log(text.replace(/\n$/, '')),
        writeErr: (text) => console.error(text.replace(/\n$/, '')),
      })
      .configureHelp({ styleTitle: (text) => styleText('bold', text, { validateStream: false }) })
      .addHelpText('afterAll', `\n${EXIT_CODE_HELP}`)
      .helpCommand(false)
  );
}
