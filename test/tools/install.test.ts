import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const TOOLS = join(import.meta.dirname, '..', '..', 'tools');
/** Installs a file with the number of its calls. */
const NPM = `
  import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
  const calls = new URL('calls', import.meta.url);
  appendFileSync(calls, process.argv.slice(2).join(' ') + '\\n');
  mkdirSync('node_modules');
  appendFileSync('node_modules/installed', readFileSync(calls));
`;
const NPM_OFFLINE = "console.error('npm error code ENOTFOUND'); process.exitCode = 1;";

/** A project with nothing but the installer, one folder of tools and a program in the place of npm. */
async function makeProject({ npm }: { npm: string }) {
  const root = await mkdtemp(join(tmpdir(), 'annofab-tools-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const folder = join(root, 'tools', 'checks');
  await mkdir(folder, { recursive: true });
  for (const file of ['install.ts', 'install-tools.ts']) await copyFile(join(TOOLS, file), join(root, 'tools', file));
  for (const file of ['package.json', '.npmrc']) await copyFile(join(TOOLS, 'checks', file), join(folder, file));
  const lock = (text: string) => writeFile(join(folder, 'package-lock.json'), text);
  await lock('{ "version": 1 }');
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  const npmFile = join(root, 'npm-cli.js');
  const useNpm = (text: string) => writeFile(npmFile, text);
  await useNpm(npm);
  const install = () =>
    promisify(execFile)(process.execPath, [join(root, 'tools', 'install.ts'), 'checks'], {
      env: { ...process.env, npm_execpath: npmFile },
    });
  const installed = () => readFile(join(folder, 'node_modules', 'installed'), 'utf8');
  return { folder, install, installed, lock, useNpm };
}

it('tools are installed at their first use, and again only when their lock file has changed', async () => {
  const { install, installed, lock } = await makeProject({ npm: NPM });
  expect(await install()).toEqual({
    stdout: '',
    stderr: 'Installing tools/checks (npm ci), which is needed once…\n',
  });
  expect(await install()).toEqual({ stdout: '', stderr: '' });
  expect(await installed()).toMatch(/^ci --prefer-offline.*\n$/);
  await lock('{ "version": 2 }');
  await install();
  expect(await installed()).toMatch(/^(ci --prefer-offline.*\n){2}$/);
});

it('a failed installation of tools says why and leaves nothing behind, and the next use tries again', async () => {
  const { folder, install, installed, useNpm } = await makeProject({ npm: NPM_OFFLINE });
  await expect(install()).rejects.toMatchObject({
    code: 1,
    stderr:
      'Installing tools/checks (npm ci), which is needed once…\n' +
      'tools/checks could not be installed. Check that this machine reaches the npm registry, and try again. npm said:\n' +
      'npm error code ENOTFOUND\n',
  });
  expect((await readdir(folder)).sort()).toEqual(['.npmrc', 'package-lock.json', 'package.json']);
  await useNpm(NPM);
  await install();
  expect(await installed()).toMatch(/^ci --prefer-offline.*\n$/);
});
