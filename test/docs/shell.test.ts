import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../local/annofab/emulator.ts';
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
  return lines.filter((line) => !/^(annofabcli|anno3d|npm|export) /.test(line)).join('\n');
}

describe('npm commands on the pages', () => {
  const commands = new Map(
    PAGES.flatMap((page) =>
      [...readPage(page).matchAll(/npm (?:run ([\w:]+)|(start|test))(?: -- ([^`\n#|]*))?/g)].map(
        ([, script, short, options = '']) => {
          const name = script ?? short ?? '';
          return [`${page}: ${name} ${options}`.trim(), { name, options }] as const;
        },
      ),
    ),
  );

  it.each([...commands])('%s exists with its options', async (_, { name, options }) => {
    expect(Object.keys(scripts)).toContain(name);
    const [, command] = /(cli\/\S+\.ts)/.exec(scripts[name] ?? '') ?? [];
    const given = filled(options).match(/--[a-z-]+/g) ?? [];
    if (command === undefined || given.length === 0) return;
    const [subcommand] = options.match(/^[a-z]+/) ?? [];
    expect(await helpOf(command, subcommand)).toEqual(expect.arrayContaining([...given]));
  });
});

const helps = new Map<string, Promise<string[]>>();

/** The options that a command's help lists. */
function helpOf(command: string, subcommand: string | undefined): Promise<string[]> {
  const key = `${command} ${subcommand}`;
  const known = helps.get(key) ?? readHelp(command, subcommand);
  helps.set(key, known);
  return known;
}

async function readHelp(command: string, subcommand: string | undefined): Promise<string[]> {
  const words = [join(ROOT, command), ...(subcommand === undefined ? [] : [subcommand]), '--help'];
  const { stdout } = await run(process.execPath, words);
  return ['--help', ...(stdout.match(/--[a-z-]+/g) ?? [])];
}

describe('output that the pages show', () => {
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
