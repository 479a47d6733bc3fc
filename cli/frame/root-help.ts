import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { type CommandEntry, PROGRAM } from './command-entry.ts';
import { EXIT_CODE_HELP } from './exit-codes.ts';

/** What `annofab-functions --help` prints. It comes from the table alone: no command is loaded. */
export function rootHelp(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `${title('Usage:')} ${PROGRAM} <command> [options]`,
    '',
    title('Commands:'),
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    `${PROGRAM} help <command> lists the options of a command.`,
    EXIT_CODE_HELP,
  ].join('\n');
}

export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String(JSON.parse(text).version);
}

/** Bold on a terminal, unless NO_COLOR is set. */
function title(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}
