import { posix } from 'node:path';

/** A page in English and its translation, by their paths in the repository. */
export interface Pair {
  readonly english: string;
  readonly japanese: string;
}

/** The text of a page by its path, or undefined if there is no such file. */
export type ReadPage = (path: string) => string | undefined;

interface Section {
  /** The line of the heading; empty for what precedes the first one. */
  readonly heading: string;
  readonly lines: readonly string[];
  readonly blocks: readonly Fence[];
}

interface Fence {
  readonly language: string;
  readonly lines: string[];
}

export function pairOf(english: string): Pair {
  const japanese = english === 'README.md' ? 'README.ja.md' : english.replace(/^docs\//, 'docs/ja/');
  return { english, japanese };
}

/** What differs between the two languages of a page, one line for each difference; empty if nothing does. */
export function differences(pair: Pair, read: ReadPage, pairs: readonly Pair[]): string[] {
  const [english, japanese] = [read(pair.english), read(pair.japanese)];
  if (english === undefined) return [`${pair.english} does not exist`];
  if (japanese === undefined)
    return [`${pair.japanese} does not exist: ${pair.english} is listed as in both languages`];
  const links = [
    linkLine(pair.english, pair.japanese, english),
    linkLine(pair.japanese, pair.english, japanese),
  ].flat();
  const [ours, theirs] = [sectionsOf(english), sectionsOf(japanese)];
  const levels = compareHeadings(pair, ours, theirs);
  if (levels !== undefined) return [...links, levels];
  const sections = ours.flatMap((section, index) => {
    const twin = theirs[index];
    if (twin === undefined) return [];
    const place = `${pair.japanese}, ${twin.heading || 'before the first heading'} (${section.heading || pair.english})`;
    return compareSections(section, twin, pair, { read, pairs }).map((difference) => `${place}: ${difference}`);
  });
  return [...links, ...sections];
}

/** The line below the title that links to the other language. */
function linkLine(from: string, to: string, text: string): string[] {
  const label = to.endsWith('.ja.md') || to.startsWith('docs/ja/') ? '日本語' : 'English';
  const line = `[${label}](${posix.relative(posix.dirname(from), to)})`;
  return text.split('\n')[2] === line ? [] : [`${from} has no line ${line} below its title`];
}

function newSection(heading: string): { heading: string; lines: string[]; blocks: Fence[] } {
  return { heading, lines: [], blocks: [] };
}

function sectionsOf(text: string): Section[] {
  let section = newSection('');
  const sections = [section];
  let fence: (Fence & { readonly indent: string }) | undefined;
  for (const line of text.split('\n')) {
    const opening = /^( *)```(\w*)$/.exec(line);
    if (fence !== undefined) {
      if (line === `${fence.indent}\`\`\``) fence = undefined;
      else fence.lines.push(line.startsWith(fence.indent) ? line.slice(fence.indent.length) : line);
    } else if (opening) {
      fence = { indent: opening[1] ?? '', language: opening[2] ?? '', lines: [] };
      section.blocks.push(fence);
    } else if (/^#{1,6} /.test(line)) {
      section = newSection(line);
      sections.push(section);
    } else {
      section.lines.push(line);
    }
  }
  return sections;
}

function compareHeadings(pair: Pair, ours: readonly Section[], theirs: readonly Section[]): string | undefined {
  const levelOf = (section: Section | undefined) => section?.heading.replace(/ .*/, '');
  const length = Math.max(ours.length, theirs.length);
  const index = Array.from({ length }, (_, at) => at).find((at) => levelOf(ours[at]) !== levelOf(theirs[at]));
  if (index === undefined) return undefined;
  const [expected, found] = [ours[index]?.heading ?? 'no heading', theirs[index]?.heading ?? 'no heading'];
  return `heading ${index} differs: ${pair.english} has "${expected}", ${pair.japanese} has "${found}"`;
}

interface Library {
  readonly read: ReadPage;
  readonly pairs: readonly Pair[];
}

function compareSections(ours: Section, theirs: Section, pair: Pair, library: Library): string[] {
  const [english, japanese] = [proseOf(ours), proseOf(theirs)];
  const links = [english, japanese].map((text, index) =>
    linksOf(text, index === 0 ? pair.english : pair.japanese, library),
  );
  return [
    ...compareCounts('code blocks', ours.blocks.length, theirs.blocks.length),
    ...compareCounts('paragraphs', paragraphsOf(english), paragraphsOf(japanese)),
    ...compareBlocks(ours.blocks, theirs.blocks),
    ...compareLists('inline code', codeOf(english), codeOf(japanese)),
    ...compareLists('links', links[0] ?? [], links[1] ?? []),
    ...compareLists('tables', rowsOf(ours.lines), rowsOf(theirs.lines)),
    ...compareLists('list items', itemsOf(ours.lines), itemsOf(theirs.lines)),
    ...compareNumbers(`${ours.heading}\n${english}`, `${theirs.heading}\n${japanese}`),
  ];
}

/** The text of a section without the line that links to the other language. */
function proseOf({ lines }: Section): string {
  return lines.filter((line) => !/^\[(日本語|English)\]\([\w./-]+\)$/.test(line)).join('\n');
}

function compareCounts(what: string, ours: number, theirs: number): string[] {
  return ours === theirs ? [] : [`${what}: ${ours} in English, ${theirs} in Japanese`];
}

/** Parts of the text between blank lines and code. */
function paragraphsOf(prose: string): number {
  return prose.split(/\n\s*\n/).filter((part) => part.trim() !== '').length;
}

function compareBlocks(ours: readonly Fence[], theirs: readonly Fence[]): string[] {
  return ours.flatMap((block, index) => {
    const twin = theirs[index];
    if (twin === undefined) return [];
    if (block.language !== twin.language) return [`the language of code block ${index + 1}: ${twin.language}`];
    const length = Math.max(block.lines.length, twin.lines.length);
    const at = Array.from({ length }, (_, line) => line).find(
      (line) => withoutComment(block, line) !== withoutComment(twin, line),
    );
    if (at === undefined) return [];
    return [`line ${at + 1} of code block ${index + 1}: "${block.lines[at] ?? ''}" is "${twin.lines[at] ?? ''}"`];
  });
}

/** A line of code in which a comment stands for every comment, because comments are translated. */
function withoutComment({ language, lines }: Fence, index: number): string | undefined {
  const comment = language === 'ts' ? /(^|\s+)\/\/ .*$/ : /(^|\s+)# .*$/;
  return lines[index]?.replace(comment, ' #');
}

function codeOf(prose: string): string[] {
  return [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll(/\s+/g, ' '));
}

/** The targets of links as the English page would have them: the translation of a page stands for the page. */
function linksOf(prose: string, page: string, { read, pairs }: Library): string[] {
  const isJapanese = page.endsWith('.ja.md') || page.startsWith('docs/ja/');
  return [...prose.matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, label = '', target = '']) => {
    if (/^[a-z]+:/.test(target)) return target;
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : posix.join(posix.dirname(page), path);
    const twin = pairs.find(({ english, japanese }) => file === (isJapanese ? english : japanese));
    if (twin) return `${twin.english} (in the other language)`;
    const { english = file } = pairs.find(({ japanese }) => file === japanese) ?? {};
    const isMarked = english !== file || file === page || !file.endsWith('.md') || label.includes('英語');
    if (isJapanese && !isMarked) return `${target} (not marked as 英語)`;
    if (anchor === undefined) return english;
    const index = anchorsOf(read(file) ?? '').indexOf(anchor);
    return index < 0 ? `${target} (no such heading)` : `${english}#${anchorsOf(read(english) ?? '')[index] ?? index}`;
  });
}

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(text: string): string[] {
  const headings = sectionsOf(text).slice(1);
  return headings.map(({ heading }) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Each row of the tables, with what both languages have in it. */
function rowsOf(lines: readonly string[]): string[] {
  const rows = lines.filter((line) => line.trimStart().startsWith('|'));
  return rows.map((row, index) => {
    const code = codeOf(row)
      .sort()
      .map((text) => ` \`${text}\``);
    return `row ${index + 1} with ${columnsOf(row)} columns${code.join('')}`;
  });
}

function columnsOf(row: string): number {
  return row.replaceAll(/`[^`]*`|\\\|/g, '').split('|').length - 2;
}

/** The kinds of the list items, in order. */
function itemsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    [...line.matchAll(/^ *(-|\d+\.) /g)].map(([, mark = '']) => (mark === '-' ? '-' : '1.')),
  );
}

function compareLists(what: string, ours: readonly string[], theirs: readonly string[]): string[] {
  const [missing, added] = [without(ours, theirs), without(theirs, ours)];
  if (missing.length + added.length === 0) return [];
  return [`${what}: only in English: ${list(missing)}; only in Japanese: ${list(added)}`];
}

const list = (items: readonly string[]) => (items.length === 0 ? 'nothing' : items.join(', '));

/** The items of a list that are not in another, each as often as it is more there. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return items.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** English spells these out, and Japanese has digits. */
const NUMBER_WORDS: readonly (readonly [pattern: RegExp, number: string])[] = [
  [/\bhundred thousand\b/g, '100000'],
  [/\bhalf an hour\b/g, '30'],
  [/\bquarter of an hour\b/g, '15'],
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [new RegExp(`\\b${word}\\b`, 'g'), String(index + 2)] as const,
  ),
];

/** Japanese may have a number for these, or a word. */
const LOOSE_WORDS: readonly (readonly [pattern: RegExp, number: string])[] = [
  [/\b(an?|one|once|first|only|single|each|every|side|another)\b/g, '1'],
  [/\b(twice|second|both|beside)\b/g, '2'],
  [/\bthird\b/g, '3'],
  [/\bzero\b/g, '0'],
  [/\bmillion\b/g, '100'],
  [/\bpoint clouds\b/g, '3'],
];

/** Figures, and what English has in words; not those of code, links and lists' own numbers. */
function compareNumbers(english: string, japanese: string): string[] {
  const [ours, theirs] = [plain(english), plain(japanese)];
  const expected = [...figuresOf(ours), ...wordsOf(ours, NUMBER_WORDS)];
  const found = figuresOf(theirs);
  const missing = without(expected, found);
  const added = without(without(found, expected), wordsOf(ours, LOOSE_WORDS));
  return missing.length + added.length === 0
    ? []
    : [`numbers: only in English: ${list(missing)}; only in Japanese: ${list(added)}`];
}

function plain(prose: string): string {
  return prose
    .replaceAll(/`[^`]+`/g, '')
    .replaceAll(/\]\([^)\s]+\)/g, ']')
    .replaceAll(/^ *\d+\. /gm, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}

function figuresOf(text: string): string[] {
  return [...text.matchAll(/(?<![a-z])\d+(?:[,.]\d+)*/g)].map(([figure]) => figure.replaceAll(',', ''));
}

function wordsOf(text: string, words: typeof NUMBER_WORDS): string[] {
  return words.flatMap(([pattern, number]) => [...text.matchAll(pattern)].map(() => number));
}
