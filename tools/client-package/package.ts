import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { clientManifest } from './manifest.ts';

const root = new URL('../../', import.meta.url);

/** Writes the package, as it would be published, into a directory. */
export async function buildPackage(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await run('tsc', ['-p', 'tools/client-package', '--outDir', join(target, 'dist')]);
  await writeFile(join(target, 'package.json'), `${JSON.stringify(await clientManifest(root), null, 2)}\n`);
  await copyFile(new URL('LICENSE', root), join(target, 'LICENSE'));
  await copyFile(new URL('docs/client/README.md', root), join(target, 'README.md'));
}

/**
 * Runs a command of the repository's own packages.
 *
 * @returns its output
 * @throws Error with its output when it fails
 */
export async function run(command: string, args: readonly string[]): Promise<string> {
  const path = fileURLToPath(new URL(`node_modules/.bin/${command}`, root));
  try {
    return (await promisify(execFile)(path, args, { cwd: root })).stdout.trim();
  } catch (error) {
    const printed = error instanceof Error ? [Reflect.get(error, 'stdout'), Reflect.get(error, 'stderr')].join('') : '';
    throw new Error(`${command} failed:\n${printed}`, { cause: error });
  }
}
