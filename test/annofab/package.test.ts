import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, glob, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { startAnnofabEmulator } from '../../local/annofab/index.ts';
import { buildPackage } from '../../tools/client-package/package.ts';
import { makeZip } from './archives/make-zip.ts';
import { framePart } from './archives/samples.ts';

const root = join(import.meta.dirname, '..', '..');
const PROJECT_ID = 'demo-project';

let built: string;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'annofab-client-built-'));
  await buildPackage(join(built, 'annofab-client'));
});
afterAll(() => rm(built, { recursive: true }));

/** A project somewhere else, with nothing but the package and what the package asks for. */
async function installPackage(): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'annofab-client-'));
  onTestFinished(() => rm(project, { recursive: true }));
  const modules = join(project, 'node_modules');
  await mkdir(modules);
  await cp(join(built, 'annofab-client'), join(modules, 'annofab-client'), { recursive: true });
  for (const name of ['undici', 'yauzl', 'pend', 'pngjs'])
    await symlink(join(root, 'node_modules', name), join(modules, name));
  return project;
}

it('the package works on its own: its example counts the annotations of the demo', async () => {
  await using annofab = await startAnnofabEmulator();
  await using owner = new AnnofabClient({ credentials: { pat: 'demo-pat' }, baseUrl: annofab.url });
  await owner.archives.update({ project_id: PROJECT_ID }, { intervalMs: 1 });
  const project = await installPackage();
  const example = join(project, 'count-annotations.ts');
  await cp(join(root, 'docs', 'client', 'examples', 'count-annotations.ts'), example);
  const env = { PATH: process.env['PATH'], ANNOFAB_ENDPOINT_URL: annofab.url, ANNOFAB_PAT: 'demo-pat' };
  const { stdout } = await promisify(execFile)(process.execPath, [example, PROJECT_ID], { cwd: project, env });
  expect(stdout).toMatch(/^vehicle: \d+$/m);
});

it('the package contains every page, source and file that its README, pages and source maps name', async () => {
  const directory = join(await installPackage(), 'node_modules', 'annofab-client');
  const named: [from: string, target: string][] = [];
  for await (const path of glob('{README.md,docs/**/*.md,dist/**/*.map}', { cwd: directory })) {
    const text = readFileSync(join(directory, path), 'utf8');
    const targets: string[] = path.endsWith('.map')
      ? JSON.parse(text).sources
      : [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    named.push(...targets.map((target): [string, string] => [path, target]));
  }
  expect(named.length).toBeGreaterThan(100);
  const missing = named.filter(([from, target]) => {
    const file = resolve(directory, dirname(from), target);
    return relative(directory, file).startsWith('..') || !existsSync(file);
  });
  expect(missing).toEqual([]);
});

it('the package contains the script of the threads, which loads functions in TypeScript and in JavaScript', async () => {
  const project = await installPackage();
  await writeFile(
    join(project, 'annotations.zip'),
    makeZip([framePart('task-1', 'input-1'), framePart('task-1', 'input-2')]),
  );
  await writeFile(
    join(project, 'name.ts'),
    `import type { SimpleFrame } from 'annofab-client';
     export default (frame: SimpleFrame): string => frame.input_data_id;`,
  );
  await writeFile(join(project, 'name.mjs'), 'export default (frame) => frame.task_id;');
  await writeFile(
    join(project, 'map.ts'),
    `import { openSimpleArchive } from 'annofab-client';
     import type name from './name.ts';
     const archive = await openSimpleArchive({ path: 'annotations.zip' });
     for (const file of ['./name.ts', './name.mjs']) {
       const module = new URL(file, import.meta.url);
       for await (const id of archive.mapFrames<typeof name>(module, { threads: 2 })) console.log(id);
     }
     await archive.close();`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['map.ts'], { cwd: project });
  expect(stdout.trim().split('\n')).toEqual(['input-1', 'input-2', 'task-1', 'task-1']);
});

it('the subpaths of the package work, and its index does not need what they need', async () => {
  const project = await installPackage();
  await writeFile(
    join(project, 'subpaths.mjs'),
    `import { readMask, writeMask } from 'annofab-client/masks';
     import { TASK_STATUSES } from 'annofab-client/enumerations';
     import { openSimpleArchive } from 'annofab-client/archives';
     import { FORMATS } from 'annofab-client/datasets';
     import { nameIn } from 'annofab-client/specs';
     const { width, pixels } = readMask(writeMask({ width: 2, height: 1, pixels: Uint8Array.of(1, 0) }));
     console.log(width, pixels.join(), TASK_STATUSES.includes('working'), [openSimpleArchive, FORMATS.coco, nameIn].map((it) => typeof it).join());`,
  );
  const run = async (file: string) =>
    (await promisify(execFile)(process.execPath, [file], { cwd: project })).stdout.trim();
  expect(await run('subpaths.mjs')).toBe('2 1,0 true function,function,function');
  await rm(join(project, 'node_modules', 'pngjs'));
  await writeFile(
    join(project, 'index.mjs'),
    "import { PLUGINS_3D } from 'annofab-client'; console.log(PLUGINS_3D.editor);",
  );
  expect(await run('index.mjs')).toMatch(/^bdc16348-/);
});
