import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { startEmulator } from '../local/annofab/emulator.ts';
import { runCommand } from '../support/run-command.ts';
import { type Block, blocksOf, PAGES, placeOf, ROOT, readPage } from './pages.ts';

const run = promisify(execFile);

const shellBlocks = blocksOf(...PAGES).filter(({ language }) => /^(sh|bash)$/.test(language));

/** What the reader fills in. */
const filled = (text: string) => text.replaceAll(/<[^>\n]+>/g, 'filled-in');

const scripts: Record<string, string> = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).scripts;

describe('shell blocks of the pages', () => {
  it.each(shellBlocks.map((block) => [placeOf(block), block] as const))('%s is valid shell', async (_, { text }) => {
    await expect(run('bash', ['-n', '-c', filled(text)])).resolves.toEqual({ stdout: '', stderr: '' });
  });

  const local = shellBlocks.filter(({ text }) => /127\.0\.0\.1:4010|printf/.test(text));
  it.each(local.map((block) => [placeOf(block), block] as const))('%s works with the emulator', async (_, { text }) => {
    const { annofab } = await startEmulator();
    const folder = await mkdtemp(join(tmpdir(), 'annofab-docs-shell-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const commands = withoutOthersTools(text)
      .replaceAll('http://127.0.0.1:4010', annofab.url)
      .replaceAll(/waitMs=\d+/g, 'waitMs=1');
    const curl = 'curl() { command curl -sS --fail-with-body --max-time 10 "$@"; }';
    const script = `set -eo pipefail\n${curl}\n${commands}`;
    await expect(run('bash', ['-c', script], { cwd: folder })).resolves.toMatchObject({ stderr: '' });
  });
});

/** Commands that are not installed here, `test:peers` runs them; and commands of npm, whose options are checked below. */
function withoutOthersTools(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line) => !/^(annofabcli|anno3d|npm|npx|export) /.test(line)).join('\n');
}

describe('npm commands on the pages', () => {
  const names = PAGES.flatMap((page) =>
    [...readPage(page).matchAll(/npm (?:run ([\w:]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    ),
  );

  it.each([...new Set(names)])('%s is a script', (name) => {
    expect(Object.keys(scripts)).toContain(name);
  });
});

describe('commands on the pages', () => {
  const pattern =
    /(?:npx annofab-functions|npm (?:run )?(?=(?:start|emulator|demo) -- )) ?((?:[a-z]+(?: --)? ?)*)([^`\n#|]*)/g;
  const commands = new Map(
    PAGES.flatMap((page) =>
      [...readPage(page).matchAll(pattern)].map(([, words = '', options = '']) => {
        const names = words.replace('--', '').trim().split(/ +/);
        return [`${page}: ${names.join(' ')} ${options}`.trim(), { names, options }] as const;
      }),
    ),
  );

  it.each([...commands])('%s exists with its options', async (_, { names, options }) => {
    const [name = '', subcommand = ''] = names;
    if (name === 'help' || name === '') return;
    const given = filled(options).match(/--[a-z-]+/g) ?? [];
    expect(await optionsOf(name, subcommand)).toEqual(expect.arrayContaining([...given]));
  });
});

/** The options that the help of a command lists. */
async function optionsOf(name: string, subcommand: string): Promise<string[]> {
  const { code, out } = await runCommand('help', subcommand === '' ? [name] : [name, subcommand]);
  expect(code).toBe(0);
  return ['--help', ...(out.match(/--[a-z-]+/g) ?? [])];
}

describe('output that the pages show', () => {
  const helps = blocksOf('docs/commands.md').filter(({ text }) => text.startsWith('$ npx annofab-functions help'));

  it.each(helps.map(({ text }) => [text.split('\n', 1).join(), text] as const))('%s', async (command, text) => {
    const { out } = await runCommand('help', command.split(' ').slice(4));
    expect(text).toBe(`${command}\n${out}`);
  });

  it('docs/commands.md shows the help of every command', () => {
    const shown = helps.map(({ text }) => text.split('\n', 1).join().split(' ')[4] ?? '');
    expect([...new Set(shown)].sort()).toEqual(['', ...COMMANDS.map(({ name }) => name)].sort());
  });

  it('docs/emulator.md shows what the emulator prints when it starts', async () => {
    const [command = '', ...shown] = shownAfter('docs/emulator.md', '$ npm run emulator').split('\n');
    expect(command).toMatch(/^\$ npm run emulator -- --port \d+$/);
    const child = spawn(process.execPath, [join(ROOT, 'cli/annofab-functions.js'), 'emulator', '--port', '0']);
    onTestFinished(() => void child.kill('SIGTERM'));
    let printed = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      printed += chunk;
      if (/^ {2}projects .*\n/m.test(printed)) break;
    }
    const withoutPorts = (text: string) => text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT').trim();
    expect(withoutPorts(printed)).toContain(withoutPorts(shown.join('\n')));
  });

  it.each(['README.md', 'README.ja.md'])(
    '%s shows what the demo prints',
    async (page) => {
      const shown = shownAfter(page, 'Completing the 8 tasks of').trimEnd().split('\n');
      const printed = masked(await demoOutput()).split('\n');
      // An ellipsis stands for further lines.
      const expected = shown.filter((line) => !/^\s*…$/.test(line)).map(masked);
      expect(printed.filter((line) => expected.includes(line))).toEqual(expected);
    },
    120_000,
  );
});

let demo: Promise<string> | undefined;

function demoOutput(): Promise<string> {
  demo ??= run(process.execPath, [join(ROOT, 'cli/annofab-functions.js'), 'demo']).then(({ stdout }) => stdout);
  return demo;
}

/** Without what differs from run to run. */
function masked(text: string): string {
  return text
    .replaceAll(/\d{8}T\d{6}\.\d{3}Z(-[0-9a-f]+)?/g, 'VERSION')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+\+09:00/g, 'DATE-TIME')
    .replaceAll(/[\d.]+ (KiB|s)\b/g, 'N $1')
    .trimEnd();
}

/** The text of the block that begins with these words. */
function shownAfter(page: string, start: string): string {
  const block: Block | undefined = blocksOf(page).find(({ text }) => text.startsWith(start));
  if (!block) throw new Error(`${page} has no block that starts with ${start}`);
  return block.text.trimEnd();
}
