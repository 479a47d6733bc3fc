import type { Dataset } from '../aws/dataset.ts';
import type { TickContext } from '../runtime/context.ts';
import { datasetKeys } from './bucket/dataset-keys.ts';
import { parseStoredJson } from './bucket/stored-json.ts';
import { compareVersions, isDatedVersion } from './bucket/version.ts';
import type { Services } from './services.ts';

type Context = TickContext<Pick<Services, 'dataset'>>;

/** How many versions are kept of each task, and of each project's archive. 0: all. */
export interface Retention {
  readonly keepTaskVersions: number;
  readonly keepArchives: number;
}

export interface RemovedVersions {
  readonly versions: number;
  readonly files: number;
  /** False when the time ran out. */
  readonly finished: boolean;
}

/** One task, or the archives or the dataset of one project: its versions with the keys of their objects. */
interface Subject {
  readonly project_id: string;
  readonly kind: 'task' | 'archives' | 'dataset';
  /** `projects/p/tasks/t/`, `projects/p/archives/` or `projects/p/datasets/`: `latest.json` is there. */
  readonly prefix: string;
  /** No keys for a dataset, which may have millions: they are listed when they are removed. */
  readonly versions: Map<string, string[]>;
}

/** The time of an invocation that is reserved for a clean end. */
const MARGIN_MS = 20_000;

const VERSION = /^(projects\/([^/]+)\/(?:(archives|datasets)\/|tasks\/[^/]+\/(?=versions\/)))(?:versions\/)?([^/]+)\//;

/**
 * Removes the versions beyond those that are to be kept. S3's lifecycle rules cannot: they see age, and neither which version is
 * the newest nor how many there are. Never removed: the version that `latest.json` names, anything newer, versions named by
 * their content, which have no order, and archives and versions of a dataset that have a tag. A version of a dataset is removed
 * after its archive.
 *
 * @param retentionOf asked once for each project
 */
export async function removeOldVersions(
  ctx: Context,
  retentionOf: (project_id: string) => Promise<Retention>,
): Promise<RemovedVersions> {
  const removed = { versions: 0, files: 0 };
  let current: Project | undefined;
  for await (const subject of subjects(ctx.dataset, ctx.signal)) {
    if (ctx.now() > ctx.deadline - MARGIN_MS) {
      ctx.log.warn('Time ran out; old versions are left to the next run', removedFields(removed));
      return { ...removed, finished: false };
    }
    const { project_id } = subject;
    if (current?.project_id !== project_id)
      current = { project_id, retention: await retentionOf(project_id), archives: undefined };
    for (const version of await oldVersions(ctx, subject, current)) {
      removed.files += await removeVersion(ctx, await keysOf(ctx, subject, version));
      removed.versions += 1;
    }
  }
  ctx.log.info('Old versions removed', removedFields(removed));
  return { ...removed, finished: true };
}

interface Project {
  readonly project_id: string;
  readonly retention: Retention;
  /** The archives that are kept, once they are known: S3 lists archives before datasets. */
  archives: ReadonlySet<string> | undefined;
}

async function oldVersions(ctx: Context, subject: Subject, project: Project): Promise<string[]> {
  const { keepTaskVersions, keepArchives } = project.retention;
  const all = [...subject.versions.keys()];
  switch (subject.kind) {
    case 'task':
      return await beyond(ctx, subject, keepTaskVersions);
    case 'archives': {
      const old = await beyond(ctx, subject, keepArchives);
      const tagged = old.length === 0 ? new Set() : await taggedVersions(ctx, subject.project_id);
      const removed = old.filter((version) => !tagged.has(version));
      project.archives = new Set(all.filter((version) => !removed.includes(version)));
      return removed;
    }
    case 'dataset': {
      const { archives } = project;
      if (keepArchives === 0 || archives === undefined) return [];
      const newest = [...archives].filter(isDated).sort(byTime).at(-1);
      // A version that is newer than all listed archives was made after they were listed.
      return newest === undefined
        ? []
        : all.filter((version) => isDated(version) && !archives.has(version) && byTime(version, newest) < 0);
    }
  }
}

async function taggedVersions({ dataset, signal }: Context, project_id: string): Promise<Set<string>> {
  const tagged = new Set<string>();
  for await (const { key } of dataset.list(datasetKeys.tags(project_id), { signal })) {
    const tag = await dataset.read(key, { signal });
    if (tag !== undefined) tagged.add(parseStoredJson('datasetPointer', tag.text, key).text('version'));
  }
  return tagged;
}

/** S3 lists keys in order, so that the objects of one subject follow each other. */
async function* subjects(dataset: Dataset, signal: AbortSignal): AsyncGenerator<Subject> {
  let subject: Subject | undefined;
  for await (const { key } of dataset.list('projects/', { signal })) {
    const [, prefix, project_id, folder, version] = VERSION.exec(key) ?? [];
    if (prefix === undefined || project_id === undefined || version === undefined) continue;
    if (subject?.prefix !== prefix) {
      if (subject !== undefined) yield subject;
      subject = { project_id, prefix, kind: kindOf(folder), versions: new Map() };
    }
    const keys = subject.versions.get(version) ?? [];
    if (keys.length === 0) subject.versions.set(version, keys);
    if (subject.kind !== 'dataset') keys.push(key);
  }
  if (subject !== undefined) yield subject;
}

function kindOf(folder: string | undefined): Subject['kind'] {
  if (folder === undefined) return 'task';
  return folder === 'archives' ? 'archives' : 'dataset';
}

/** Those older than the oldest that is kept, and older than the latest. An unfinished version does not count as kept. */
async function beyond(ctx: Context, { kind, prefix, versions }: Subject, keep: number): Promise<string[]> {
  if (keep === 0 || versions.size <= keep) return [];
  const key = `${prefix}latest.json`;
  const latest = await ctx.dataset.read(key, { signal: ctx.signal });
  if (latest === undefined) return [];
  const newest = parseStoredJson(kind === 'task' ? 'latest' : 'archiveManifest', latest.text, key).text('version');
  const dated = [...versions.keys()].filter(isDated).sort(byTime).reverse();
  const isFinished = (version: string) => versions.get(version)?.some((one) => one.endsWith('/manifest.json')) === true;
  const oldestKept = dated.filter(isFinished)[keep - 1];
  if (oldestKept === undefined) return [];
  return dated.filter((version) => byTime(version, oldestKept) < 0 && byTime(version, newest) < 0);
}

async function keysOf({ dataset, signal }: Context, subject: Subject, version: string): Promise<readonly string[]> {
  if (subject.kind !== 'dataset') return subject.versions.get(version) ?? [];
  const keys: string[] = [];
  for await (const { key } of dataset.list(`${subject.prefix}${version}/`, { signal })) keys.push(key);
  return keys;
}

/** The manifest goes first: a version without it is none. */
async function removeVersion({ dataset, signal }: Context, keys: readonly string[]): Promise<number> {
  const manifests = keys.filter((key) => key.endsWith('/manifest.json'));
  await dataset.delete(manifests, { signal });
  await dataset.delete(
    keys.filter((key) => !manifests.includes(key)),
    { signal },
  );
  return keys.length;
}

function isDated(version: string): boolean {
  return isDatedVersion(timeOf(version));
}

function byTime(a: string, b: string): number {
  return compareVersions(timeOf(a), timeOf(b));
}

/** The version of an archive has a hash after its time. */
function timeOf(version: string): string {
  return version.split('-', 1).join();
}

function removedFields({ versions, files }: { versions: number; files: number }) {
  return { entries: versions, files };
}
