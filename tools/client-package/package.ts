import { execFile } from 'node:child_process';
import { copyFile, cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
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
  await copyDocs(target);
  await shipSources(target);
}

/** The README is at the top of a package, and the pages that it links to are in a folder of it. */
async function copyDocs(target: string): Promise<void> {
  await cp(new URL('docs/client', root), join(target, 'docs'), { recursive: true });
  const readme = await readFile(join(target, 'docs', 'README.md'), 'utf8');
  await writeFile(join(target, 'README.md'), readme.replaceAll(/\]\((?!https?:|#)/g, '](docs/'));
  await rm(join(target, 'docs', 'README.md'));
}

/** The sources lie in the package, so that editors and debuggers find what the maps name. */
async function shipSources(target: string): Promise<void> {
  const [lib, src] = [fileURLToPath(new URL('lib', root)), join(target, 'src')];
  for await (const path of glob('**/*.map', { cwd: join(target, 'dist') })) {
    const file = join(target, 'dist', path);
    const map: { sources: string[] } = JSON.parse(await readFile(file, 'utf8'));
    const own = map.sources.map((source) => relative(lib, resolve(dirname(file), source)));
    map.sources = own.map((source) => relative(dirname(file), join(src, source)).replaceAll('\\', '/'));
    await writeFile(file, JSON.stringify(map));
    for (const source of own) {
      await mkdir(dirname(join(src, source)), { recursive: true });
      await copyFile(join(lib, source), join(src, source));
    }
  }
}

/**
 * Runs a command of an installed package.
 *
 * @param folder where the package is installed: by default in the project
 * @returns its output
 * @throws Error with its output when it fails
 */
export async function run(command: string, args: readonly string[], folder = '.'): Promise<string> {
  const path = fileURLToPath(new URL(`${folder}/node_modules/.bin/${command}`, root));
  try {
    return (await promisify(execFile)(path, args, { cwd: root })).stdout.trim();
  } catch (error) {
    const printed = error instanceof Error ? [Reflect.get(error, 'stdout'), Reflect.get(error, 'stderr')].join('') : '';
    throw new Error(`${command} failed:\n${printed}`, { cause: error });
  }
}
