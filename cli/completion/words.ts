import type { Argument, Command, Option } from 'commander';
import { type CommandEntry, PROGRAM } from '../frame/command-entry.ts';

/** What can follow on the command line after some words. */
export interface Words {
  /** The commands so far: `webhooks apply`; empty for the first word. */
  readonly path: string;
  readonly candidates: readonly Candidate[];
  /** The values of options that have a known set, by the option. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

interface Candidate {
  readonly word: string;
  readonly description: string;
}

/** Everything that can be completed, from the table of commands and the definitions of their options. */
export async function completionWords(entries: readonly CommandEntry[]): Promise<Words[]> {
  const commands = await Promise.all(entries.map(async ({ name, load }) => ({ name, command: (await load())() })));
  const names = entries.map(({ name, summary }) => ({ word: name, description: summary }));
  const root: Words = {
    path: '',
    candidates: [...names, { word: 'help', description: 'explain a command' }],
    values: new Map(),
  };
  const help: Words = { path: 'help', candidates: names, values: new Map() };
  return [root, help, ...commands.flatMap(({ name, command }) => wordsOf(name, command))];
}

function wordsOf(path: string, command: Command): Words[] {
  const choices = command.registeredArguments.flatMap((argument: Argument) => argument.argChoices ?? []);
  const { options } = command;
  const own: Words = {
    path,
    candidates: [
      ...command.commands.map((one) => ({ word: one.name(), description: one.description() })),
      ...choices.map((word) => ({ word, description: '' })),
      ...options.map((option) => ({ word: flagOf(option), description: option.description })),
      { word: '--help', description: 'explain the command' },
    ],
    values: new Map(options.flatMap((option) => (option.argChoices ? [[flagOf(option), option.argChoices]] : []))),
  };
  return [own, ...command.commands.flatMap((one) => wordsOf(`${path} ${one.name()}`, one))];
}

function flagOf({ long, short }: Option): string {
  return long ?? short ?? PROGRAM;
}
