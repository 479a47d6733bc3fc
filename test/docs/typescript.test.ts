import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../local/annofab/emulator.ts';
import { type Block, blocksOf, PAGES, placeOf, ROOT, readPage } from './pages.ts';
import { writeBlocks } from './workshop.ts';

/** Blocks that are files of this repository, or parts of a change to it: `automations-page.test.ts` looks at them. */
const isPartOfChange = ({ page, text }: Block) =>
  /^docs\/(ja\/)?(automations|add-an-automation)\.md$/.test(page) && text.startsWith('// ');

const blocks = blocksOf(...PAGES).filter((block) => block.language === 'ts' && !isPartOfChange(block));

/** What a reader has to bring, or functions that only AWS runs. */
const CANNOT_RUN = /readFromYourSecretStore|lambda\/queue-handler|\btarget\b/;

const run = promisify(execFile);

describe('TypeScript blocks of the pages', () => {
  it('compile', async () => {
    const { folder, files } = await writeBlocks(blocks);
    const config = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { preserveSymlinks: false },
      include: [...files, join(ROOT, 'test/docs/names.d.ts')],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', folder, '--listFiles']).catch(
      (error: { stdout: string }) => error,
    );
    for (const file of files) expect(stdout).toContain(file.slice(folder.length));
    const errors = stdout.split('\n').filter((line) => line !== '' && !isAbsolute(line));
    expect(errors).toEqual([]);
  });

  it('run against the emulator, and print what the page shows', async () => {
    const runnable = blocks.filter(({ text }) => !CANNOT_RUN.test(text));
    const { folder, files } = await writeBlocks(runnable);
    const { annofab } = await startEmulator();
    const environment = { ...process.env, ANNOFAB_ENDPOINT_URL: annofab.url, ANNOFAB_PAT: 'demo-pat' };
    const runner = join(import.meta.dirname, 'run-blocks.ts');
    const { stdout } = await run(process.execPath, [runner, ...files], { env: environment, cwd: folder });
    const results: { error?: string; output: string }[] = JSON.parse(stdout);
    const problems = runnable.flatMap((block, index) => {
      const { error, output = '' } = results[index] ?? { error: 'did not run' };
      const missing = shownOutput(block).filter((line) => !output.includes(line));
      return error === undefined && missing.length === 0 ? [] : [{ at: placeOf(block), error, missing, output }];
    });
    expect(problems).toEqual([]);
  });

  it('are the same in both languages of the README', () => {
    const code = (page: string) => blocksOf(page).flatMap(({ language, text }) => (language === 'ts' ? [text] : []));
    expect(code('README.ja.md')).toEqual(code('README.md'));
    expect(readPage('README.md')).toContain('README.ja.md');
  });
});

/** The comment under a line that prints is what it prints. */
function shownOutput({ text }: Block): string[] {
  return [...text.matchAll(/console\.log\(.*\);\n\/\/ (.+)$/gm)].map(([, shown = '']) => shown);
}
