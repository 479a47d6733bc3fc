import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCAL_BUNDLE } from '../bundle-options.ts';
import { isFields } from '../serverless-file/values.ts';
import { findHandlerFile } from './handler-file.ts';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/functions/', import.meta.url));
/** npm rewrites it whenever it changes a package. */
const INSTALLED = fileURLToPath(new URL('../../../node_modules/.package-lock.json', import.meta.url));

/** The bundles of one service's handlers, as they were built last. */
interface Manifest {
  readonly folder: string;
  /** File of the project → its time and size, by which a change is noticed. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** Returns the module to load for a handler, or undefined when it has to be loaded from its source. */
export type FindBundle = (handler: string) => string | undefined;

/**
 * Bundles the handlers of a service, or finds the bundles of an earlier start if no file has changed since. A service that
 * cannot be bundled runs from its source, so that each function reports its own error, as on Lambda.
 *
 * @param handlers as the file names them: `functions/on-task-completed.handler`
 */
export async function bundleHandlers(root: string, handlers: readonly string[]): Promise<FindBundle> {
  const entries = new Map(handlers.map((handler) => [handler, findHandlerFile(root, handler)]));
  const files = [...new Set(entries.values())].filter((file) => file !== undefined).sort();
  if (files.length === 0) return () => undefined;
  try {
    const folder = await bundleFolder(resolve(root), files);
    return (handler) => {
      const file = entries.get(handler);
      return file === undefined ? undefined : join(folder, `${files.indexOf(file)}.mjs`);
    };
  } catch {
    return () => undefined;
  }
}

async function bundleFolder(root: string, files: readonly string[]): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([root, files, LOCAL_BUNDLE]))
    .digest('hex')
    .slice(0, 16);
  const manifestFile = join(CACHE, `${key}.json`);
  const last = await readManifest(manifestFile);
  if (last !== undefined && (await isCurrent(last))) return last.folder;

  const folder = join(CACHE, `${key}-${randomUUID().slice(0, 8)}`);
  const manifest = { folder, inputs: await build(root, files, folder) };
  // Renamed, because other processes may start the same service now.
  await writeFile(`${folder}.json`, JSON.stringify(manifest));
  await rename(`${folder}.json`, manifestFile);
  return folder;
}

async function build(root: string, files: readonly string[], outdir: string): Promise<Manifest['inputs']> {
  const { build: bundle } = await import('esbuild');
  const entryPoints = files.map((file, index) => ({ in: file, out: String(index) }));
  const before = Date.now();
  const { metafile } = await bundle({ ...LOCAL_BUNDLE, absWorkingDir: root, entryPoints, outdir, metafile: true });
  const inputs = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules/'));
  const paths = [INSTALLED, ...inputs.map((path) => resolve(root, path))];
  const stamps = await Promise.all(paths.map(async (path) => [path, await stampOf(path, before)] as const));
  return Object.fromEntries(stamps);
}

async function isCurrent({ folder, inputs }: Manifest): Promise<boolean> {
  const unchanged = Object.entries(inputs).map(async ([path, stamp]) => (await stampOf(path)) === stamp);
  return existsSync(folder) && (await Promise.all(unchanged)).every(Boolean);
}

/** A file that was written after `before` may have been read in its earlier state: its stamp fits nothing. */
async function stampOf(path: string, before = Number.POSITIVE_INFINITY): Promise<string> {
  const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: 0, size: -1 }));
  return mtimeMs > before ? 'changed during the build' : `${mtimeMs} ${size}`;
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  const value: unknown = await readFile(path, 'utf8').then(JSON.parse, () => undefined);
  if (!isFields(value) || typeof value['folder'] !== 'string' || !isFields(value['inputs'])) return undefined;
  const inputs = Object.entries(value['inputs']).map(([file, stamp]) => [file, String(stamp)] as const);
  return { folder: value['folder'], inputs: Object.fromEntries(inputs) };
}
