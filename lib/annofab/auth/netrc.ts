/** One `machine` of a .netrc file, or its `default`, whose name is undefined. */
export interface NetrcEntry {
  readonly machine: string | undefined;
  login?: string;
  password?: string;
}

/** The keywords that a value follows. */
const WITH_VALUE = new Set(['machine', 'login', 'user', 'password', 'account', 'macdef']);

/**
 * Reads a .netrc file: words between blanks, or in double quotes with backslashes; comments from `#` to the end of the
 * line wherever a keyword could stand (a password may begin with `#`); macros are skipped.
 *
 * @throws SyntaxError with the number of the line, never a word of it, which may be a password
 */
export function parseNetrc(text: string): NetrcEntry[] {
  const entries: NetrcEntry[] = [];
  let keyword: string | undefined;
  let inMacro = false;
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    // A macro ends at an empty line.
    if (inMacro && line.trim() !== '') continue;
    inMacro = false;
    for (const word of wordsOf(line, index + 1)) {
      if (keyword !== undefined) {
        inMacro = keyword === 'macdef';
        setField(entries, keyword, word, index + 1);
        keyword = undefined;
      } else if (word.startsWith('#')) break;
      else if (word === 'default') entries.push({ machine: undefined });
      else if (WITH_VALUE.has(word)) keyword = word;
      else throw malformed(index + 1);
    }
  }
  if (keyword !== undefined) throw malformed(lines.length);
  return entries;
}

/** The first entry of that name, else `default`, as in ftp and curl. */
export function findNetrcEntry(entries: readonly NetrcEntry[], machine: string): NetrcEntry | undefined {
  const named = entries.find((entry) => entry.machine?.toLowerCase() === machine.toLowerCase());
  return named ?? entries.find((entry) => entry.machine === undefined);
}

/** @throws SyntaxError when a quote is not closed on its line */
function* wordsOf(line: string, number: number): Generator<string> {
  for (const [, quoted, plain = ''] of line.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s|$)|(\S+)/g)) {
    if (quoted === undefined && plain.startsWith('"')) throw malformed(number);
    yield (quoted ?? plain).replaceAll(/\\(.)/g, '$1');
  }
}

function setField(entries: NetrcEntry[], keyword: string, value: string, line: number): void {
  if (keyword === 'machine') entries.push({ machine: value });
  if (keyword === 'machine' || keyword === 'macdef') return;
  const entry = entries.at(-1);
  if (!entry) throw malformed(line);
  if (keyword === 'login' || keyword === 'user') entry.login = value;
  if (keyword === 'password') entry.password = value;
}

function malformed(line: number): SyntaxError {
  return new SyntaxError(`line ${line} is not in the format of a .netrc file`);
}
