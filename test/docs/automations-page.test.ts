import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { parseDocument } from 'yaml';
import { blocksOf, ROOT } from './pages.ts';

/** The blocks of a language, by the path in their first line. */
function blocks(language: string, comment: string): { path: string; text: string }[] {
  return blocksOf('docs/automations.md').flatMap((block) => {
    const [, path, text] = new RegExp(`^${comment} (\\S+)\\n(.*)$`, 's').exec(block.text) ?? [];
    return block.language === language && path !== undefined && text !== undefined ? [{ path, text }] : [];
  });
}

/** Applies a diff without line numbers: each unchanged or removed line is searched from the last one on. */
function applyDiff(source: string, diff: string): string {
  const lines = source.split('\n');
  let at = 0;
  for (const line of diff.trimEnd().split('\n')) {
    const text = line.slice(1);
    if (line.startsWith('+')) {
      lines.splice(at, 0, text);
    } else {
      at = lines.findIndex((candidate, index) => index >= at && candidate.startsWith(text));
      if (at < 0) throw new Error(`The page's diff has a line that the file does not have: ${line}`);
      if (line.startsWith('-')) lines.splice(at, 1);
    }
    if (!line.startsWith('-')) at += 1;
  }
  return lines.join('\n');
}

it('shows code that compiles after the changes that the page describes', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'annofab-automations-docs-'));
  onTestFinished(() => rm(copy, { recursive: true }));
  for (const path of ['lib', 'functions', 'package.json', 'serverless.yml', 'tsconfig.json']) {
    await cp(join(ROOT, path), join(copy, path), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

  const [files, diffs] = [blocks('ts', '//'), blocks('diff', '---')];
  for (const { path, text } of files) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), text);
  }
  for (const { path, text } of diffs) {
    await writeFile(join(copy, path), applyDiff(await readFile(join(copy, path), 'utf8'), text));
  }

  const changed = [...files, ...diffs].map(({ path }) => path);
  expect(changed).toHaveLength(8); // the first example, the settings of the projects, and the six files of the second
  const include = changed.filter((path) => path.endsWith('.ts'));
  await writeFile(join(copy, 'tsconfig.docs.json'), JSON.stringify({ extends: './tsconfig.json', include }));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const compiled = promisify(execFile)(process.execPath, [tsc, '-p', join(copy, 'tsconfig.docs.json')]);
  await expect(compiled.catch((error: { stdout: string }) => error)).resolves.toMatchObject({ stdout: '' });

  const serverless = parseDocument(await readFile(join(copy, 'serverless.yml'), 'utf8'), { logLevel: 'silent' });
  expect(serverless.getIn(['functions', 'onTaskCompleted', 'environment', 'CHAT_WEBHOOK_URL'])).toBeDefined();
});
