import { PROGRAM } from '../frame/command-entry.ts';
import type { Words } from './words.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The script that a shell reads to complete the command line. */
export function completionScript(shell: Shell, words: readonly Words[]): string {
  switch (shell) {
    case 'bash':
      return bashScript(words);
    case 'zsh':
      return [
        'autoload -U +X compinit && compinit',
        'autoload -U +X bashcompinit && bashcompinit',
        bashScript(words),
      ].join('\n');
    case 'fish':
      return fishScript(words);
  }
}

/** zsh reads it too. File names are completed where nothing else is known. */
function bashScript(words: readonly Words[]): string {
  return `_annofab_functions() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" next="" index
  for ((index = 1; index < COMP_CWORD; index++)); do
    next="\${path:+$path }\${COMP_WORDS[index]}"
    case "$next" in
      ${words.flatMap(({ path }) => (path === '' ? [] : [quoted(path)])).join('|')}) path="$next" ;;
    esac
  done
  case "$path $previous" in
${words.flatMap(bashValues).join('\n')}
  esac
  case "$path" in
${words
  .map(({ path, candidates }) =>
    bashCase(
      path,
      candidates.map(({ word }) => word),
    ),
  )
  .join('\n')}
  esac
}
complete -o default -F _annofab_functions ${PROGRAM}`;
}

function bashValues({ path, values }: Words): string[] {
  return [...values].map(([flag, choices]) => bashCase(`${path} ${flag}`, choices));
}

function bashCase(pattern: string, words: readonly string[]): string {
  return `    ${quoted(pattern)}) COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$current")); return ;;`;
}

function fishScript(words: readonly Words[]): string {
  return words.flatMap(fishLines).join('\n');
}

function fishLines({ path, candidates, values }: Words): string[] {
  const names = path.split(' ').filter((name) => name !== '');
  const condition =
    names.length === 0
      ? '__fish_use_subcommand'
      : names.map((name) => `__fish_seen_subcommand_from ${name}`).join('; and ');
  const start = `complete -c ${PROGRAM} -n ${quoted(condition)}`;
  return candidates.map(({ word, description }) => {
    const about = description === '' ? '' : ` -d ${quoted(description)}`;
    if (!word.startsWith('--')) return `${start} -f -a ${quoted(word)}${about}`;
    const choices = values.get(word);
    return `${start} -l ${word.slice(2)}${choices === undefined ? '' : ` -x -a ${quoted(choices.join(' '))}`}${about}`;
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
