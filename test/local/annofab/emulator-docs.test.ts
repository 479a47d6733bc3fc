import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { controlRoutes } from '../../../local/annofab/control/routes.ts';
import { defaultSettings } from '../../../local/annofab/core/settings.ts';
import { readSeed } from '../../../local/annofab/seed/seed-file/index.ts';
import { startEmulator } from './emulator.ts';

const page = await readFile(new URL('../../../docs/emulator.md', import.meta.url), 'utf8');

/** The fenced blocks of a language. */
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);

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
  const [seed = ''] = blocks('yaml');
  const folder = await mkdtemp(join(tmpdir(), 'annofab-seed-docs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'streets.yaml'), seed);
  const { raw } = await startEmulator({ seed: await readSeed(join(folder, 'streets.yaml')) });
  const task = await raw('GET', '/api/v1/projects/streets/tasks/task-1', { authorization: 'Bearer alice-pat' });
  expect(task).toMatchObject({ status: 200, json: { phase: 'acceptance', metadata: { priority: 5 } } });
});

it('docs/emulator.md has curl commands that work', async () => {
  const { raw } = await startEmulator();
  const sent = [...page.matchAll(/curl -d '([^']+)' http:\/\/127\.0\.0\.1:4010(\/__emulator\/\w+)/g)];
  expect(sent.length).toBeGreaterThanOrEqual(6);
  for (const [, text = '', path = ''] of sent) expect((await raw('POST', path, { text })).status, text).toBe(200);
  const asked = [...page.matchAll(/curl '?http:\/\/127\.0\.0\.1:4010(\/__emulator\/\S*?)'?$/gm)];
  for (const [, path = ''] of asked) {
    expect((await raw('GET', path.replace('waitMs=5000', 'waitMs=1'))).status, path).toBe(200);
  }
});
