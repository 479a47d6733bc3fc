import { blocksOf, readPage } from './pages.ts';

/** A command of `annofab-functions` on pages. */
export interface PageCommand {
  readonly pages: readonly string[];
  /** What follows `annofab-functions`, with the placeholders that the reader fills in, and without quotes and comments. */
  readonly words: readonly string[];
}

/** Every command of the pages, in shell blocks, sentences and tables. One that several pages have is there once. */
export function commandsOf(pages: readonly string[]): PageCommand[] {
  const found = pages.flatMap((page) =>
    linesOf(page)
      .flatMap((line) => [...line.matchAll(/\bnpx annofab-functions\b([^\n]*)/g)])
      .map(([, rest = '']) => ({ page, words: wordsOf(rest) })),
  );
  return [...Map.groupBy(found, ({ words }) => words.join(' ')).values()].map((same) => ({
    pages: [...new Set(same.map(({ page }) => page))],
    words: same[0]?.words ?? [],
  }));
}

/**
 * The lines of all blocks, each with those that it continues on, except for lines that show output below them; and inline code, in which a
 * line may be broken.
 */
function linesOf(page: string): string[] {
  const lines = blocksOf(page).flatMap(({ text }) => joined(text).split('\n'));
  const prose = readPage(page).replaceAll(/^( *)```.*?^\1```$/gms, '');
  const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll(/\s+/g, ' '));
  return [...lines.filter((text) => !/^\s*[#$]/.test(text)), ...spans];
}

function shellOf(page: string): string[] {
  const blocks = blocksOf(page).filter(({ language }) => /^(sh|bash)$/.test(language));
  return blocks.map(({ text }) => joined(text));
}

const joined = (text: string) => text.replaceAll(/\\\n/g, ' ');

/** The programs that the shell blocks of a page call, but for `annofab-functions`. */
export function programsOf(page: string): string[] {
  return shellOf(page).flatMap((text) => {
    // What is quoted may go over several lines.
    const simple = text.replaceAll(/'[^']*'|"(?:\\.|[^"\\])*"|<[^>\n]+>/g, 'quoted').replaceAll(/(^|\s)#.*$/gm, '');
    return simple.split(/&&|[|;\n]/).flatMap((command) => {
      const [name = '', next] = command
        .trim()
        .replace(/^(\w+=\S* )+/, '')
        .split(/\s+/);
      return name === '' || (name === 'npx' && next === 'annofab-functions') ? [] : [name];
    });
  });
}

/** The words of a command until it ends: as the shell splits them, except for placeholders such as `<project id>`. */
function wordsOf(line: string): string[] {
  const token = /\s*((?:<[^>]+>|"(?:\\.|[^"\\])*"|'[^']*'|[^\s#)|;&'"<])+)/y;
  const words: string[] = [];
  for (let match = token.exec(line); match !== null; match = token.exec(line)) {
    const [, word = ''] = match;
    words.push(word.startsWith('<') ? word : word.replaceAll(/["']/g, ''));
  }
  return words;
}
