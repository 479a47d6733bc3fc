import { suggestion } from '../../lib/core/suggestion.ts';
import { COMMANDS } from '../commands.ts';
import { PROGRAM } from './command-entry.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { rootHelp, version } from './root-help.ts';

/** The names that ask for help or for the version. Commands answer `--help` too. */
const HELP = ['help', '--help', '-h'];
const VERSION = ['--version', '-V'];

/** Runs `annofab-functions` with these arguments. Only the named command is loaded. */
export async function runCli(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  const [named] = rest;
  if (name === undefined || (HELP.includes(name) && named === undefined)) console.log(rootHelp(COMMANDS));
  else if (VERSION.includes(name)) console.log(version());
  else if (HELP.includes(name)) await run(named ?? '', [...rest.slice(1), '--help']);
  else if (named === 'help') await run(name, [...rest.slice(1), '--help']);
  else await run(name, rest);
}

async function run(name: string, args: readonly string[]): Promise<void> {
  const entry = COMMANDS.find((one) => one.name === name);
  if (entry === undefined) return refuse(name);
  const [create, { runCommand }] = await Promise.all([entry.load(), import('./run-command.ts')]);
  await runCommand(create(), args);
}

function refuse(name: string): void {
  const [what, names] = name.startsWith('-')
    ? ['option', ['--help', '--version']]
    : ['command', ['help', ...COMMANDS.map((one) => one.name)]];
  console.error(`There is no ${what} ${name}: ${suggestion(name, names)}\nSee: ${PROGRAM} help`);
  process.exitCode = EXIT_CODES.wrongUse;
}
