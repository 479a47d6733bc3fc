import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { blocksOf, ROOT } from './pages.ts';

/** The blocks of a page that name a file of the repository in their first line, by its path. */
function quotesIn(page: string): { path: string; isWhole: boolean; text: string; language: string }[] {
  return blocksOf(page).flatMap(({ language, text: block }) => {
    const [, path, part, text] = /^(?:\/\/|#) ([\w./-]+\.\w+)(,.*)?\n(.*)$/s.exec(block) ?? [];
    if (path === undefined || text === undefined) return [];
    return [{ path, isWhole: language === 'ts' && part === undefined, text: text.trimEnd(), language }];
  });
}

it('shows code that compiles after the changes that the page describes', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'annofab-automations-docs-'));
  onTestFinished(() => rm(copy, { recursive: true }));
  for (const path of ['lib', 'functions', 'package.json', 'serverless.yml', 'tsconfig.json']) {
    await cp(join(ROOT, path), join(copy, path), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

  const files = quotesIn('docs/automations.md').filter(({ language }) => language === 'ts');
  for (const { path, text } of files) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), `${text}\n`);
  }

  const include = files.map(({ path }) => path);
  expect(include).toHaveLength(2); // the first example, and the settings of the projects
  await writeFile(join(copy, 'tsconfig.docs.json'), JSON.stringify({ extends: './tsconfig.json', include }));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const compiled = promisify(execFile)(process.execPath, [tsc, '-p', join(copy, 'tsconfig.docs.json')]);
  await expect(compiled.catch((error: { stdout: string }) => error)).resolves.toMatchObject({ stdout: '' });
});

describe.each(['docs/add-an-automation.md', 'docs/ja/add-an-automation.md'])('%s', (page) => {
  /** The settings of a stage are the reader's. */
  const quotes = quotesIn(page).filter(({ path }) => path !== 'settings/dev.yml');

  it.each(quotes)('shows $path as it is', async ({ path, isWhole, text }) => {
    const file = await readFile(join(ROOT, path), 'utf8');
    if (isWhole) expect(text).toBe(file.trimEnd());
    // An ellipsis stands for further lines.
    for (const part of text.split(/\n# …\n/)) expect(file).toContain(`${part}\n`);
  });

  it('shows every file of the automation, and where it is set, deployed and tested', () => {
    expect(quotes.map(({ path }) => path)).toEqual([
      'lib/automations/notify-task-completed/notify-task-completed.ts',
      'lib/automations/notify-task-completed/chat.ts',
      'lib/lambda/services/chat.ts',
      'lib/runtime/variables.ts',
      'functions/on-task-completed.ts',
      'lib/settings/stage-settings.ts',
      'lib/settings/switches.ts',
      'lib/settings/contradictions.ts',
      'settings/example.yml',
      'serverless.yml',
      'infra/roles.yml',
      'test/automations/notify-task-completed.test.ts',
    ]);
  });
});
