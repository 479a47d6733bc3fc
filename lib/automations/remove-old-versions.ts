import type { Dataset } from '../aws/dataset.ts';
import type { TickContext } from '../runtime/context.ts';
import { datasetKeys } from './bucket/dataset-keys.ts';
import { deleteObjects } from './bucket/delete-objects.ts';
import { parseStoredJson } from './bucket/stored-json.ts';
import { compareVersions, isDatedVersion, timeOfVersion } from './bucket/version.ts';
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
  /** The prefix of all versions. */
  readonly versionsPrefix: string;
  /** Whether each is complete: it has a manifest. */
  readonly versions: Map<string, boolean>;
}

/** The time of an invocation that is reserved for a clean end. */
const MARGIN_MS = 20_000;

const MANIFEST = 'manifest.json';

const VERSION =
  /^((projects\/([^/]+)\/(?:(archives|datasets)\/|tasks\/[^/]+\/(?=versions\/)))(?:versions\/)?)([^/]+)\/(.*)$/;

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
      removed.files += await removeVersion(ctx, subject, version);
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
      const removed = await withoutTag(ctx, subject, await beyond(ctx, subject, keepArchives));
      project.archives = new Set(all.filter((version) => !removed.includes(version)));
      return removed;
    }
    case 'dataset': {
      const { archives } = project;
      if (keepArchives === 0 || archives === undefined) return [];
      const newest = [...archives].filter(isDated).sort(byTime).at(-1);
      // A version that is newer than all listed archives was made after they were listed.
      if (newest === undefined) return [];
      const isOld = (version: string) => isDated(version) && !archives.has(version) && byTime(version, newest) < 0;
      return await withoutTag(ctx, subject, all.filter(isOld));
    }
  }
}

async function withoutTag(
  { dataset, signal }: Context,
  { project_id }: Subject,
  versions: readonly string[],
): Promise<string[]> {
  if (versions.length === 0) return [];
  const tagged = new Set<string>();
  for await (const { key } of dataset.list(datasetKeys.tags(project_id), { signal })) {
    const tag = await dataset.read(key, { signal });
    if (tag !== undefined) tagged.add(parseStoredJson('datasetPointer', tag.text, key).text('version'));
  }
  return versions.filter((version) => !tagged.has(version));
}

/** S3 lists keys in order, so that the objects of one subject follow each other. */
async function* subjects(dataset: Dataset, signal: AbortSignal): AsyncGenerator<Subject> {
  let subject: Subject | undefined;
  for await (const { key } of dataset.list('projects/', { signal })) {
    const [, versionsPrefix, prefix, project_id, folder, version, path] = VERSION.exec(key) ?? [];
    if (!(versionsPrefix && prefix && project_id && version)) continue;
    if (subject?.prefix !== prefix) {
      if (subject !== undefined) yield subject;
      subject = { project_id, prefix, versionsPrefix, kind: kindOf(folder), versions: new Map() };
    }
    subject.versions.set(version, subject.versions.get(version) === true || path === MANIFEST);
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
  const oldestKept = dated.filter((version) => versions.get(version) === true)[keep - 1];
  if (oldestKept === undefined) return [];
  return dated.filter((version) => byTime(version, oldestKept) < 0 && byTime(version, newest) < 0);
}

/** The manifest is deleted first: a version without it is incomplete. The others may be millions. @returns how many files it had */
async function removeVersion({ dataset, signal }: Context, subject: Subject, version: string): Promise<number> {
  const prefix = `${subject.versionsPrefix}${version}/`;
  await dataset.delete([prefix + MANIFEST], { signal });
  return (subject.versions.get(version) ? 1 : 0) + (await deleteObjects(dataset, prefix, { signal }));
}

function isDated(version: string): boolean {
  return isDatedVersion(timeOfVersion(version));
}

function byTime(a: string, b: string): number {
  return compareVersions(timeOfVersion(a), timeOfVersion(b));
}

function removedFields({ versions, files }: { versions: number; files: number }) {
  return { entries: versions, files };
}
