/** Builds lib/annofab as an npm package in dist/client, and checks it as its users would find it: `npm run build:client`. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { clientManifest } from './manifest.ts';

const root = new URL('../../', import.meta.url);
const target = new URL('dist/client/', root);

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await run('tsc', ['-p', 'tools/client-package']);
await writeFile(new URL('package.json', target), `${JSON.stringify(await clientManifest(root), null, 2)}\n`);
await copyFile(new URL('LICENSE', root), new URL('LICENSE', target));
await copyFile(new URL('docs/client/README.md', root), new URL('README.md', target));
await run('publint', ['--strict', fileURLToPath(target)]);
// ESM only, and so not to be found by the module resolution that Node 10 had, nor by require() before Node 22.
await run('attw', ['--pack', fileURLToPath(target), '--profile', 'esm-only']);
console.log('The package is in dist/client');

async function run(command: string, args: readonly string[]): Promise<void> {
  const { stdout } = await promisify(execFile)(command, args, { cwd: root }).catch((error: Error) => {
    throw new Error(`${command} failed:\n${Reflect.get(error, 'stdout') ?? ''}${Reflect.get(error, 'stderr') ?? ''}`);
  });
  if (stdout.trim() !== '') console.log(stdout.trim());
}
