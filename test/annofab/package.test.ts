import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { startAnnofabEmulator } from '../../local/annofab/index.ts';
import { buildPackage } from '../../tools/client-package/package.ts';

const root = join(import.meta.dirname, '..', '..');
const PROJECT_ID = 'demo-project';

/** A project somewhere else, with nothing but the package and what the package asks for. */
async function installPackage(): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'annofab-client-'));
  onTestFinished(() => rm(project, { recursive: true }));
  const modules = join(project, 'node_modules');
  await mkdir(modules);
  await buildPackage(join(modules, 'annofab-client'));
  for (const name of ['undici', 'yauzl', 'pend']) await symlink(join(root, 'node_modules', name), join(modules, name));
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
