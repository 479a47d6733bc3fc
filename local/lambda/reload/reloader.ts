import { ownPlace } from '../../../lib/runtime/source-maps/source-frame.ts';
import { FunctionError } from '../processes/function-error.ts';
import {
  changedFiles,
  type FindBundle,
  type HandlerBundles,
  type HandlerFiles,
  INSTALLED_PACKAGES,
  type Stamps,
  stampsOf,
} from '../processes/handler-bundles.ts';
import { createRebuilder, RebuildError } from './rebuild.ts';
import { watchFolders } from './watch-folders.ts';

/** What happened after files had changed. */
export type Reload =
  | { readonly kind: 'reloaded'; readonly functions: readonly string[]; readonly seconds: number }
  /** The sources cannot be bundled, or a function cannot be loaded. The version before goes on. */
  | { readonly kind: 'broken'; readonly problems: readonly string[]; readonly functions: readonly string[] }
  /** Files that are read only at the start. */
  | { readonly kind: 'needs-restart'; readonly files: readonly string[] }
  /** The system does not allow files to be watched. */
  | { readonly kind: 'unwatched'; readonly reason: string };

export interface ReloaderOptions {
  readonly handlers: HandlerFiles;
  readonly bundles: Promise<HandlerBundles>;
  /** The functions by name, each with its handler. */
  readonly functions: readonly { readonly name: string; readonly handler: string }[];
  /** Lets a function run in the new bundle from the next event on. @throws Error when it cannot be loaded */
  replace(functionName: string, bundle: string | undefined): Promise<void>;
  /** Files that are read only at the start: a change is reported. */
  readonly startFiles: readonly string[];
  readonly onReload: (reload: Reload) => void;
}

export interface Reloader {
  close(): Promise<void>;
}

/** An editor that saves several files, or one in several steps, is one change. */
const QUIET_MS = 50;
/** A file that an import misses may be made in a folder that is not watched. */
const BROKEN_LOOK_MS = 1_000;

/** Reloads the functions whose files change. */
export function startReloader(options: ReloaderOptions): Reloader {
  const { handlers, bundles, functions, replace, startFiles, onReload } = options;
  const rebuilder = createRebuilder(handlers);
  const folders = watchFolders(
    () => lookAfter(QUIET_MS),
    (error) => onReload({ kind: 'unwatched', reason: error instanceof Error ? error.message : String(error) }),
  );
  /** The files of the version that runs; undefined until there is one. */
  let inputs: Stamps | undefined;
  let starts: Stamps = {};
  /** The files that changed since the version that runs. */
  const changed = new Set<string>();
  let broken = '';
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let working = bundles.then(async (first) => {
    inputs = first.inputs;
    starts = await stampsOf(startFiles);
    if (closed) return;
    follow();
    // A file may have changed before it was watched.
    lookAfter(0);
  });

  function follow(more: readonly string[] = []): void {
    folders.follow([...handlers.files, ...startFiles, ...Object.keys(inputs ?? {}), ...more]);
  }

  function lookAfter(ms: number): void {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => {
      working = working.then(look);
    }, ms);
    timer.unref();
  }

  async function look(): Promise<void> {
    if (closed) return;
    await lookAtStartFiles();
    for (const file of await changedFiles(inputs ?? {})) changed.add(file);
    if (changed.size === 0 && inputs !== undefined && broken === '') return;
    const began = performance.now();
    try {
      const built = await rebuilder.rebuild();
      const affected = functions.filter(({ handler }) => isAffected(built.inputsOf(handler)));
      inputs = built.inputs;
      changed.clear();
      broken = '';
      follow();
      await replaceAll(affected, built.find, began);
      // A file may have changed during the build, in a folder that was not watched yet.
      lookAfter(QUIET_MS);
    } catch (error) {
      if (closed) return;
      reportBroken(error);
      lookAfter(BROKEN_LOOK_MS);
    }
  }

  async function lookAtStartFiles(): Promise<void> {
    const files = await changedFiles(starts);
    if (files.length === 0) return;
    starts = await stampsOf(startFiles);
    onReload({ kind: 'needs-restart', files });
  }

  function isAffected(files: ReadonlySet<string>): boolean {
    return inputs === undefined || changed.has(INSTALLED_PACKAGES) || [...changed].some((file) => files.has(file));
  }

  async function replaceAll(affected: typeof functions, find: FindBundle, began: number): Promise<void> {
    const results = await Promise.allSettled(affected.map(({ name, handler }) => replace(name, find(handler))));
    if (closed) return;
    const names = (status: 'fulfilled' | 'rejected') =>
      affected.filter((_, index) => results[index]?.status === status).map(({ name }) => name);
    const [reloaded, failed] = [names('fulfilled'), names('rejected')];
    if (reloaded.length > 0) {
      onReload({ kind: 'reloaded', functions: reloaded, seconds: (performance.now() - began) / 1_000 });
    }
    const problems = results.flatMap((result) => (result.status === 'rejected' ? [loadProblem(result.reason)] : []));
    if (failed.length > 0) onReload({ kind: 'broken', problems: [...new Set(problems)], functions: failed });
  }

  /** Once for each state of the sources, however often they are looked at. */
  function reportBroken(error: unknown): void {
    const { problems, files } = error instanceof RebuildError ? error : { problems: [String(error)], files: [] };
    if (problems.join('\n') === broken) return;
    broken = problems.join('\n');
    follow(files);
    onReload({ kind: 'broken', problems, functions: [] });
  }

  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      folders.close();
      await working;
      await rebuilder.close();
    },
  };
}

/** `functions/projects.ts:9:7: the settings are wrong` */
function loadProblem(error: unknown): string {
  if (!(error instanceof FunctionError)) return String(error);
  const [place] = (error.answer.trace ?? []).flatMap((frame) => ownPlace(frame) ?? []);
  return [...(place === undefined ? [] : [place]), error.message].join(': ');
}
