import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { BuildContext, BuildFailure, Message, Metafile } from 'esbuild';
import {
  BUNDLE_CACHE,
  buildOptions,
  bundlesIn,
  type FindBundle,
  type HandlerFiles,
  inputStamps,
  type Stamps,
} from '../processes/handler-bundles.ts';

/** New bundles of all handlers. */
export interface Rebuilt {
  readonly find: FindBundle;
  readonly inputs: Stamps;
  /** The files, by their full paths, that the bundle of a handler was made of. */
  inputsOf(handler: string): ReadonlySet<string>;
}

/** The sources cannot be bundled. */
export class RebuildError extends Error {
  override readonly name = 'RebuildError' as const;
  /** Each with its place: `functions/on-task-completed.ts:12:4: Expected ";" but found "}"`. */
  readonly problems: readonly string[];
  /** The files that the problems are in. */
  readonly files: readonly string[];

  constructor(problems: readonly string[], files: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
    this.files = files;
  }
}

/** Builds the bundles again and again; what did not change since the last time is not read again. */
export interface Rebuilder {
  /** @throws RebuildError */
  rebuild(): Promise<Rebuilt>;
  close(): Promise<void>;
}

const FOLDER = /^reload-(\d+)$/;

/**
 * Each build goes into a folder that nothing else writes: a process that is working may still load parts of its bundle. They are
 * removed at the end, and not left for the next start, because another stack could use them by then.
 */
export function createRebuilder(handlers: HandlerFiles): Rebuilder {
  const { root } = handlers;
  const folder = join(BUNDLE_CACHE, `reload-${process.pid}`);
  let context: Promise<BuildContext<{ metafile: true; write: false }>> | undefined;
  let count = 0;

  async function start() {
    await removeAbandoned();
    const esbuild = await import('esbuild');
    // The maps name the sources by their way from the bundles: all folders are at the same depth.
    return esbuild.context({ ...buildOptions(handlers, join(folder, '0')), write: false });
  }

  return {
    async rebuild() {
      context ??= start();
      const builtAt = Date.now();
      const { metafile, outputFiles } = await (await context).rebuild().catch((error: unknown) => {
        throw rebuildError(root, error);
      });
      count += 1;
      const into = join(folder, String(count));
      await mkdir(into, { recursive: true });
      await Promise.all(outputFiles.map(({ path, contents }) => writeFile(join(into, basename(path)), contents)));
      return {
        find: bundlesIn(into, handlers),
        inputs: await inputStamps(root, metafile, builtAt),
        inputsOf: (handler) => inputsOf(handler, handlers, metafile),
      };
    },
    async close() {
      await (await context)?.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The bundles of a stack that was killed. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(BUNDLE_CACHE).catch(() => []);
  const abandoned = names.filter((name) => {
    const [, pid] = FOLDER.exec(name) ?? [];
    return pid !== undefined && !isAlive(Number(pid));
  });
  await Promise.all(abandoned.map((name) => rm(join(BUNDLE_CACHE, name), { recursive: true, force: true })));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What is in the bundle of a handler and in the chunks that it imports, at any distance. */
function inputsOf(handler: string, { root, indexOf }: HandlerFiles, { outputs }: Metafile): ReadonlySet<string> {
  const index = indexOf(handler);
  const first = Object.keys(outputs).find((path) => basename(path) === `${index}.mjs`);
  const seen = new Set<string>();
  const waiting = first === undefined ? [] : [first];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    waiting.push(...(outputs[path]?.imports ?? []).filter(({ external }) => !external).map((one) => one.path));
  }
  const inputs = [...seen].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
  return new Set(inputs.map((path) => resolve(root, path)));
}

function rebuildError(root: string, error: unknown): RebuildError {
  if (!isBuildFailure(error)) throw error;
  const files = error.errors.flatMap(({ location }) => (location ? [resolve(root, location.file)] : []));
  return new RebuildError(
    error.errors.map((message) => placed(root, message)),
    files,
    { cause: error },
  );
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** Columns count from 1, as in editors. */
function placed(root: string, { text, location }: Message): string {
  if (location === null) return text;
  const { file, line, column, lineText } = location;
  return `${relative(root, resolve(root, file))}:${line}:${column + 1}: ${text}\n    ${lineText.trim()}`;
}
