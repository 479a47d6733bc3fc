import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { controlRoutes } from '../../local/annofab/control/routes.ts';
import { defaultSettings } from '../../local/annofab/core/settings.ts';
import { readSeed } from '../../local/annofab/seed/seed-file/index.ts';
import { startEmulator } from '../local/annofab/emulator.ts';
import { blocksOf, readPage } from './pages.ts';

const PAGE = 'docs/emulator.md';
const page = readPage(PAGE);

it('docs/emulator.md lists every setting with its default', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| `(.*?)` \| .+ \|$/gm)].map(([, name, value]) => [name, value]);
  const settings = Object.entries(defaultSettings).map(([name, value]) => [name, JSON.stringify(value)]);
  expect(Object.fromEntries(rows.filter(([name = '']) => name in defaultSettings))).toEqual(
    Object.fromEntries(settings),
  );
});

it('docs/emulator.md lists every control route', () => {
  const missing = controlRoutes.filter(({ path }) => !page.includes(`/__emulator${path.replace(':id', '{id}')}`));
  expect(missing).toEqual([]);
});

it('docs/emulator.md has a seed file that works', async () => {
  const seed = blocksOf(PAGE).find(({ language }) => language === 'yaml')?.text ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'annofab-seed-docs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'streets.yaml'), seed);
  const { raw } = await startEmulator({ seed: await readSeed(join(folder, 'streets.yaml')) });
  const task = await raw('GET', '/api/v1/projects/streets/tasks/task-1', { authorization: 'Bearer alice-pat' });
  expect(task).toMatchObject({ status: 200, json: { phase: 'acceptance', metadata: { priority: 5 } } });
});
