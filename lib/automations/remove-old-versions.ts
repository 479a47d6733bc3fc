import type { Dataset } from '../aws/dataset.ts';
import type { TickContext } from '../runtime/context.ts';
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

/** One task, or the archives of one project: its versions with the keys of their objects. */
interface Subject {
  readonly project_id: string;
  /** `projects/p/tasks/t/` or `projects/p/archives/`: `latest.json` is there. */
  readonly prefix: string;
  readonly keep: keyof Retention;
  readonly versions: Map<string, string[]>;
}

/** The time of an invocation that is reserved for a clean end. */
const MARGIN_MS = 20_000;

const VERSION = /^(projects\/([^/]+)\/(?:(archives)\/|tasks\/[^/]+\/(?=versions\/)))(?:versions\/)?([^/]+)\//;

/**
 * Removes the versions beyond those that are to be kept. S3's lifecycle rules cannot: they see age, and neither which version is
 * the newest nor how many there are. Never removed: the version that `latest.json` names, anything newer, and versions named by
 * their content, which have no order.
 *
 * @param retentionOf asked once for each project
 */
export async function removeOldVersions(
  ctx: Context,
  retentionOf: (project_id: string) => Promise<Retention>,
): Promise<RemovedVersions> {
  const removed = { versions: 0, files: 0 };
  let current: { readonly project_id: string; readonly retention: Retention } | undefined;
  for await (const subject of subjects(ctx.dataset, ctx.signal)) {
    if (ctx.now() > ctx.deadline - MARGIN_MS) {
      ctx.log.warn('Time ran out; old versions are left to the next run', removedFields(removed));
      return { ...removed, finished: false };
    }
    const { project_id } = subject;
    if (current?.project_id !== project_id) current = { project_id, retention: await retentionOf(project_id) };
    const keep = current.retention[subject.keep];
    if (keep === 0 || subject.versions.size <= keep) continue;
    for (const version of await oldVersions(ctx, subject, keep)) {
      removed.files += await removeVersion(ctx, subject.versions.get(version) ?? []);
      removed.versions += 1;
    }
  }
  ctx.log.info('Old versions removed', removedFields(removed));
  return { ...removed, finished: true };
}

/** S3 lists keys in order, so that the objects of one subject follow each other. */
async function* subjects(dataset: Dataset, signal: AbortSignal): AsyncGenerator<Subject> {
  let subject: Subject | undefined;
  for await (const { key } of dataset.list('projects/', { signal })) {
    const [, prefix, project_id, archives, version] = VERSION.exec(key) ?? [];
    if (prefix === undefined || project_id === undefined || version === undefined) continue;
    if (subject?.prefix !== prefix) {
      if (subject !== undefined) yield subject;
      const keep = archives === undefined ? 'keepTaskVersions' : 'keepArchives';
      subject = { project_id, prefix, keep, versions: new Map() };
    }
    const keys = subject.versions.get(version);
    if (keys === undefined) subject.versions.set(version, [key]);
    else keys.push(key);
  }
  if (subject !== undefined) yield subject;
}

/** Those older than the oldest that is kept, and older than the latest. An unfinished version does not count as kept. */
async function oldVersions(ctx: Context, { prefix, versions }: Subject, keep: number): Promise<string[]> {
  const key = `${prefix}latest.json`;
  const latest = await ctx.dataset.read(key, { signal: ctx.signal });
  if (latest === undefined) return [];
  const kind = prefix.endsWith('/archives/') ? 'archiveManifest' : 'latest';
  const newest = parseStoredJson(kind, latest.text, key).text('version');
  const dated = [...versions.keys()]
    .filter((version) => isDatedVersion(timeOf(version)))
    .sort(byTime)
    .reverse();
  const isFinished = (version: string) => versions.get(version)?.some((one) => one.endsWith('/manifest.json')) === true;
  const oldestKept = dated.filter(isFinished)[keep - 1];
  if (oldestKept === undefined) return [];
  return dated.filter((version) => byTime(version, oldestKept) < 0 && byTime(version, newest) < 0);
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
