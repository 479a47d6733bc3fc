import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, type Pair, pairOf } from './languages.ts';
import { PAGES, ROOT, readPage } from './pages.ts';

/** The pages that are in both languages: what a team reads that deploys, runs and extends a stage. */
const PAIRS: readonly Pair[] = [
  'README.md',
  'docs/add-an-automation.md',
  'docs/deploy.md',
  'docs/never-tried.md',
  'docs/operations.md',
  ...globSync('docs/running/*.md', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/')),
].map(pairOf);

const read = (path: string) => (existsSync(join(ROOT, path)) ? readPage(path) : undefined);

describe('the pages in both languages', () => {
  it.each(PAIRS)('$japanese has the same content as $english', (pair) => {
    expect(differences(pair, read, PAIRS)).toEqual([]);
  });

  it('are all the Japanese pages that there are', () => {
    const japanese = PAGES.filter((page) => /^docs\/ja\/|\.ja\.md$/.test(page));
    expect(japanese).toEqual(PAIRS.map((pair) => pair.japanese).sort());
  });
});

describe('the comparison of two languages', () => {
  const ENGLISH = `# Run it

[日本語](ja/run.md)

Run it within half an hour, at 20:00, by \`npm start\`. See [stop](#stop), [settings](settings.md) and [AWS](https://aws.amazon.com/).

\`\`\`sh
npm start -- --json   # prints a line
\`\`\`

| command | what |
|---|---|
| \`start\` | starts |
| \`stop\` | stops |

## Stop

1. Press \`Ctrl-C\` twice.
2. Wait for 3 minutes.
`;
  const JAPANESE = `# 動かす

[English](../run.md)

20:00 に \`npm start\` で、30 分以内に動かします。[AWS](https://aws.amazon.com/)、[設定(英語)](../settings.md)、[止める](#止める)を参照してください。

\`\`\`sh
npm start -- --json   # 1 行を表示します
\`\`\`

| コマンド | 内容 |
|---|---|
| \`start\` | 起動する |
| \`stop\` | 停止する |

## 止める

1. \`Ctrl-C\` を 2 回押します。
2. 3 分待ちます。
`;
  const PAIR = pairOf('docs/run.md');
  const RUN = 'docs/ja/run.md, # 動かす (# Run it)';
  const STOP = 'docs/ja/run.md, ## 止める (## Stop)';

  function compare(japanese: string | undefined, english: string | undefined = ENGLISH): string[] {
    return differences(PAIR, (path) => (path === PAIR.japanese ? japanese : english), [PAIR]);
  }

  function compareWith(from: string, to: string): string[] {
    expect(JAPANESE).toContain(from);
    return compare(JAPANESE.replace(from, to));
  }

  it('finds no difference in a translation', () => {
    expect(compare(JAPANESE)).toEqual([]);
  });

  it('reports a page without its translation, and a translation without its page', () => {
    expect(compare(undefined)).toEqual(['docs/ja/run.md does not exist: docs/run.md is listed as in both languages']);
    expect(differences(PAIR, () => undefined, [PAIR])).toEqual(['docs/run.md does not exist']);
  });

  it.each([
    ['a heading of another level', '## 止める', '### 止める'],
    ['a heading that is missing', '## 止める\n', ''],
  ])('reports %s', (_, from, to) => {
    const found = to === '' ? 'no heading' : to;
    expect(compareWith(from, to)).toEqual([
      `heading 2 differs: docs/run.md has "## Stop", docs/ja/run.md has "${found}"`,
    ]);
  });

  it.each([
    [
      'other code',
      '--json   #',
      '--jsonl   #',
      'line 1 of code block 1: "npm start -- --json   # prints a line" is "npm start -- --jsonl   # 1 行を表示します"',
    ],
    [
      'a comment that is missing',
      '   # 1 行を表示します',
      '',
      'line 1 of code block 1: "npm start -- --json   # prints a line" is "npm start -- --json"',
    ],
    ['another language of a block', '```sh', '```bash', 'the language of code block 1: bash'],
    [
      'other inline code',
      '`npm start`',
      '`npm run start`',
      'inline code: only in English: npm start; only in Japanese: npm run start',
    ],
    [
      'another address',
      'https://aws.amazon.com/)',
      'https://aws.amazon.com/jp/)',
      'links: only in English: https://aws.amazon.com/; only in Japanese: https://aws.amazon.com/jp/',
    ],
    [
      'an anchor that does not exist',
      '(#止める)',
      '(#stop)',
      'links: only in English: docs/run.md#stop; only in Japanese: #stop (no such heading)',
    ],
    [
      'a link to another heading',
      '(#止める)',
      '(#動かす)',
      'links: only in English: docs/run.md#stop; only in Japanese: docs/run.md#run-it',
    ],
    [
      'a link to the page in the other language',
      '(#止める)',
      '(../run.md#stop)',
      'links: only in English: docs/run.md#stop; only in Japanese: docs/run.md (in the other language)',
    ],
    [
      'a link that is not marked as English',
      '[設定(英語)]',
      '[設定]',
      'links: only in English: docs/settings.md; only in Japanese: ../settings.md (not marked as 英語)',
    ],
    ['a figure that differs', '20:00', '21:00', 'numbers: only in English: 20; only in Japanese: 21'],
    [
      'a number that English has in words',
      '30 分以内',
      '15 分以内',
      'numbers: only in English: 30; only in Japanese: 15',
    ],
    [
      'a column that is missing',
      '| `stop` | 停止する |',
      '| `stop` |',
      'tables: only in English: row 4 with 2 columns `stop`; only in Japanese: row 4 with 1 columns `stop`',
    ],
    [
      'rows in another order',
      '| `start` | 起動する |\n| `stop` | 停止する |',
      '| `stop` | 停止する |\n| `start` | 起動する |',
      'tables: only in English: row 3 with 2 columns `start`, row 4 with 2 columns `stop`; only in Japanese: row 3 with 2 columns `stop`, row 4 with 2 columns `start`',
    ],
  ])('reports %s, with the section', (_, from, to, difference) => {
    expect(compareWith(from, to)).toEqual([`${RUN}: ${difference}`]);
  });

  it('reports a block of code that is missing', () => {
    expect(compare(JAPANESE.replace(/```sh\n.*\n```\n/, ''))).toEqual([
      `${RUN}: code blocks: 1 in English, 0 in Japanese`,
    ]);
  });

  it('reports a paragraph that is missing', () => {
    const english = ENGLISH.replace('## Stop\n', '## Stop\n\nIt stops.\n');
    expect(compare(JAPANESE, english)).toEqual([`${STOP}: paragraphs: 2 in English, 1 in Japanese`]);
  });

  it('reports a list item that is missing, with its numbers', () => {
    expect(compareWith('2. 3 分待ちます。\n', '')).toEqual([
      `${STOP}: list items: only in English: 1.; only in Japanese: nothing`,
      `${STOP}: numbers: only in English: 3; only in Japanese: nothing`,
    ]);
  });

  it('reports a page without the line that links to the other language', () => {
    const message = (page: string, line: string) => [`${page} has no line ${line} below its title`];
    expect(compareWith('[English](../run.md)\n\n', '')).toEqual(message('docs/ja/run.md', '[English](../run.md)'));
    const english = ENGLISH.replace('[日本語](ja/run.md)\n\n', '');
    expect(compare(JAPANESE, english)).toEqual(message('docs/run.md', '[日本語](ja/run.md)'));
  });
});
