import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';
import { LOCAL_BUNDLE } from '../bundle-options.ts';
import { isFields } from '../serverless-file/values.ts';
import { findHandlerFile } from './handler-file.ts';

/** The bundles of this machine. */
export const BUNDLE_CACHE = fileURLToPath(new URL('../../../node_modules/.cache/functions/', import.meta.url));
/** npm rewrites it whenever it changes a package. */
export const INSTALLED_PACKAGES = fileURLToPath(new URL('../../../node_modules/.package-lock.json', import.meta.url));

/** File → its time and size, by which a change is noticed. */
export type Stamps = Readonly<Record<string, string>>;

/** The bundles of one service's handlers, as they were built last. */
interface Manifest {
  readonly folder: string;
  readonly inputs: Stamps;
}

/** Returns the module to load for a handler, or undefined when it has to be loaded from its source. */
export type FindBundle = (handler: string) => string | undefined;

export interface HandlerBundles {
  readonly find: FindBundle;
  /** The files that the bundles were made of; undefined when they could not be made. */
  readonly inputs: Stamps | undefined;
}

/** The files of handlers, in the order in which esbuild gets them: the bundle of the first is `0.mjs`. */
export interface HandlerFiles {
  readonly root: string;
  readonly files: readonly string[];
  /** The place of a handler's file in `files`. */
  indexOf(handler: string): number | undefined;
}

/** @param handlers as the file names them: `functions/on-task-completed.handler` */
export function handlerFiles(root: string, handlers: readonly string[]): HandlerFiles {
  const entries = new Map(handlers.map((handler) => [handler, findHandlerFile(root, handler)]));
  const files = [...new Set(entries.values())].filter((file) => file !== undefined).sort();
  return {
    root: resolve(root),
    files,
    indexOf: (handler) => {
      const file = entries.get(handler);
      return file === undefined ? undefined : files.indexOf(file);
    },
  };
}

/**
 * Bundles the handlers of a service, or finds the bundles of an earlier start if no file has changed since. A service that
 * cannot be bundled runs from its source, so that each function reports its own error, as on Lambda.
 */
export async function bundleHandlers(handlers: HandlerFiles): Promise<HandlerBundles> {
  if (handlers.files.length === 0) return { find: () => undefined, inputs: {} };
  try {
    const { folder, inputs } = await bundleFolder(handlers);
    return { find: bundlesIn(folder, handlers), inputs };
  } catch {
    return { find: () => undefined, inputs: undefined };
  }
}

/** Finds the bundles that were written into a folder. */
export function bundlesIn(folder: string, { indexOf }: HandlerFiles): FindBundle {
  return (handler) => {
    const index = indexOf(handler);
    return index === undefined ? undefined : join(folder, `${index}.mjs`);
  };
}

/** The options of esbuild for the bundles of all handlers. */
export function buildOptions({ root, files }: HandlerFiles, outdir: string) {
  const entryPoints = files.map((file, index) => ({ in: file, out: String(index) }));
  return { ...LOCAL_BUNDLE, absWorkingDir: root, entryPoints, outdir, metafile: true } as const;
}

/** The files of the project in a build, with their stamps. */
export function inputStamps(root: string, { inputs }: Metafile, builtAt: number): Promise<Stamps> {
  const files = Object.keys(inputs).filter((path) => !path.includes('node_modules/'));
  return stampsOf([INSTALLED_PACKAGES, ...files.map((path) => resolve(root, path))], builtAt);
}

export async function stampsOf(paths: readonly string[], builtAt?: number): Promise<Stamps> {
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await stampOf(path, builtAt)] as const)),
  );
}

/** The files whose stamp is not the one that they had. */
export async function changedFiles(inputs: Stamps): Promise<string[]> {
  const looks = Object.entries(inputs).map(async ([path, stamp]) => ((await stampOf(path)) === stamp ? [] : [path]));
  return (await Promise.all(looks)).flat();
}

async function bundleFolder(handlers: HandlerFiles): Promise<Manifest> {
  const { root, files } = handlers;
  const key = createHash('sha256')
    .update(JSON.stringify([root, files, LOCAL_BUNDLE]))
    .digest('hex')
    .slice(0, 16);
  const manifestFile = join(BUNDLE_CACHE, `${key}.json`);
  const last = await readManifest(manifestFile);
  if (last !== undefined && (await isCurrent(last))) return last;

  const folder = join(BUNDLE_CACHE, `${key}-${randomUUID().slice(0, 8)}`);
  const manifest = { folder, inputs: await build(handlers, folder) };
  // Renamed, because other processes may start the same service now.
  await writeFile(`${folder}.json`, JSON.stringify(manifest));
  await rename(`${folder}.json`, manifestFile);
  return manifest;
}

async function build(handlers: HandlerFiles, outdir: string): Promise<Stamps> {
  const { build: bundle } = await import('esbuild');
  const builtAt = Date.now();
  const { metafile } = await bundle(buildOptions(handlers, outdir));
  return inputStamps(handlers.root, metafile, builtAt);
}

async function isCurrent({ folder, inputs }: Manifest): Promise<boolean> {
  return existsSync(folder) && (await changedFiles(inputs)).length === 0;
}

/** A file that was written after `builtAt` may have been read in its earlier state: its stamp fits nothing. */
async function stampOf(path: string, builtAt = Number.POSITIVE_INFINITY): Promise<string> {
  const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: 0, size: -1 }));
  return mtimeMs > builtAt ? 'changed during the build' : `${mtimeMs} ${size}`;
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  const value: unknown = await readFile(path, 'utf8').then(JSON.parse, () => undefined);
  if (!isFields(value) || typeof value['folder'] !== 'string' || !isFields(value['inputs'])) return undefined;
  const inputs = Object.entries(value['inputs']).map(([file, stamp]) => [file, String(stamp)] as const);
  return { folder: value['folder'], inputs: Object.fromEntries(inputs) };
}
