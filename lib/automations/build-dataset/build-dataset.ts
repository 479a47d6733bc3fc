import { openSimpleArchive } from '../../annofab/archives/index.ts';
import type { StateMachine } from '../../aws/state-machine.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { describeArchive, type FormatName } from '../../datasets/index.ts';
import type { Invocation } from '../../runtime/context.ts';
import { NonRetryableError, RetryLater } from '../../runtime/outcomes.ts';
import { archiveKeys, datasetKeys } from '../bucket/dataset-keys.ts';
import { advancePointer } from '../bucket/latest-pointer.ts';
import { toJson } from '../bucket/stored-json.ts';
import { compareVersions, timeOfVersion } from '../bucket/version.ts';
import { type ArchiveManifest, parseArchiveManifest } from '../mirror-annotation-archive/archive-manifest.ts';
import type { Services } from '../services.ts';
import { openBucketSource } from './archive-source.ts';
import { convertVersion, deleteWork } from './convert-version.ts';
import {
  type DatasetManifest,
  type LatestDataset,
  parseDatasetManifest,
  parseLatestDataset,
} from './dataset-manifest.ts';
import type { DatasetSettings } from './dataset-settings.ts';
import { secondsToConvert, secondsToDescribe } from './estimate.ts';
import { storeList, storeSpecs } from './source-files.ts';

/** What it needs of an invocation. */
export type BuildContext = Pick<Invocation, 'signal' | 'deadline' | 'now'> &
  Services & {
    readonly log: Pick<Invocation['log'], 'info' | 'warn'>;
    readonly event: { readonly project_id: string };
    /** Builds what does not fit into an invocation; none while the setting `shardConcurrency` is off. */
    readonly datasetMachine?: StateMachine | undefined;
  };

export interface BuiltDataset {
  readonly version: string;
  /** The key of the manifest. */
  readonly manifest: string;
  /** The formats that are complete. */
  readonly formats: readonly FormatName[];
  /** Those that do not fit into this invocation. */
  readonly inShards: readonly FormatName[];
  /** False when the version was there before. */
  readonly changed: boolean;
}

/** The time of an invocation that is reserved for a clean end, in seconds. */
const MARGIN_SECONDS = 60;

/** A deferred event has a whole invocation for the dataset: the archive is not downloaded again. */
const RETRY_SECONDS = 30;

/**
 * Makes a version of the project's dataset out of a mirrored archive: the annotation specs and the list of input data beside a
 * manifest that counts what is in the archive; then the formats that fit into this invocation; then `latest.json` unless a newer
 * version is there. The archive is read in the bucket, by ranges. What is there already is not made again.
 *
 * @param mirrored the version of the archive
 * @throws RetryLater when the rest of the invocation is too short, NonRetryableError when a whole one would be
 */
export async function buildDataset(
  ctx: BuildContext,
  mirrored: { readonly version: string; readonly changed: boolean },
  settings: DatasetSettings,
): Promise<BuiltDataset> {
  const { project_id } = ctx.event;
  const { version } = mirrored;
  const key = datasetKeys.manifest(project_id, version);
  const stored = await ctx.dataset.read(key, { signal: ctx.signal });
  const manifest =
    stored === undefined ? await describe(ctx, mirrored, settings) : parseDatasetManifest(stored.text, key);
  const [formats, inShards]: [FormatName[], FormatName[]] = [[], []];
  for (const format of settings.formats ?? []) {
    const isThere = await convert(ctx, manifest, format, settings);
    (isThere ? formats : inShards).push(format);
  }
  await pointTo(ctx, { project_id, version, manifest: key });
  const { frames, annotations, tasks } = manifest.summary;
  const changed = stored === undefined;
  ctx.log.info('Dataset version published', { project_id, version, frames, annotations, tasks: tasks.all, changed });
  return { version, manifest: key, formats, inShards, changed };
}

async function describe(
  ctx: BuildContext,
  { version, changed }: { readonly version: string; readonly changed: boolean },
  settings: DatasetSettings,
): Promise<DatasetManifest> {
  const { dataset, signal } = ctx;
  const { project_id } = ctx.event;
  const archive = await readArchiveManifest(ctx, version);
  assertTime(ctx, { seconds: secondsToDescribe(archive), mayRetry: changed, what: 'the description of its archive' });
  const { file, specs } = await storeSpecs(ctx, { project_id, version });
  const inputs = await storeList(ctx, { project_id, version }, 'inputs');
  const tasks = settings.splitBy === undefined ? undefined : await storeList(ctx, { project_id, version }, 'tasks');
  const opened = await openSimpleArchive({ source: await openBucketSource(dataset, archive.archive, signal) });
  try {
    const summary = await describeArchive(opened, specs, { signal });
    const { bytes, sha256, entries, last_modified } = archive;
    const manifest: DatasetManifest = {
      project_id,
      version,
      archive: {
        key: archive.archive,
        bytes,
        sha256,
        entries,
        ...(last_modified === undefined ? {} : { last_modified }),
      },
      files: [file, inputs, tasks].filter((one) => one !== undefined),
      summary,
    };
    const key = datasetKeys.manifest(project_id, version);
    // Another worker may have published the version meanwhile: it stays as it is.
    await dataset.replace(key, toJson('datasetManifest', manifest), {
      contentType: 'application/json',
      etag: undefined,
      signal,
    });
    return manifest;
  } finally {
    await opened.close();
  }
}

async function readArchiveManifest(
  { dataset, event, signal }: BuildContext,
  version: string,
): Promise<ArchiveManifest> {
  const key = archiveKeys.manifest(event.project_id, version);
  const stored = await dataset.read(key, { signal });
  if (stored === undefined) throw new LoggableError(`${key} is missing, though its archive was mirrored`);
  return parseArchiveManifest(stored.text, key);
}

/** @returns whether the version is there in this format */
async function convert(
  ctx: BuildContext,
  manifest: DatasetManifest,
  format: FormatName,
  settings: DatasetSettings,
): Promise<boolean> {
  const { dataset, signal, log } = ctx;
  const { project_id, version, archive } = manifest;
  const report = datasetKeys.report(project_id, version, format);
  if ((await dataset.read(report, { signal })) !== undefined) return true;
  const seconds = secondsToConvert(archive, format);
  if (seconds > secondsLeft(ctx)) {
    if (ctx.datasetMachine === undefined) {
      const reason = `${format} takes about ${seconds} s, which does not fit into this invocation: write it with "datasets convert", or in shards (docs/scale.md)`;
      log.warn('Dataset format skipped', { project_id, version, reason, entries: archive.entries, seconds });
    }
    return false;
  }
  try {
    await convertVersion(dataset, { manifest, format, settings, signal });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new NonRetryableError(`project ${project_id}: its dataset settings are impossible: ${error.message}`, {
      cause: error,
    });
  }
  await deleteWork(dataset, { manifest, format, signal });
  return true;
}

function assertTime(ctx: BuildContext, o: { seconds: number; mayRetry: boolean; what: string }): void {
  if (o.seconds <= secondsLeft(ctx)) return;
  const { project_id } = ctx.event;
  const reason = `project ${project_id}: ${o.what} takes about ${o.seconds} s`;
  if (o.mayRetry) {
    throw new RetryLater(`${reason}, and this invocation has already mirrored it: the next one does`, {
      seconds: RETRY_SECONDS,
      counter: 'dataset',
    });
  }
  throw new NonRetryableError(`${reason}, which does not fit into one invocation: switch dataset off for this project`);
}

function secondsLeft({ deadline, now }: BuildContext): number {
  return (deadline - now()) / 1_000 - MARGIN_SECONDS;
}

async function pointTo(ctx: BuildContext, latest: LatestDataset): Promise<void> {
  const key = datasetKeys.latest(latest.project_id);
  await advancePointer(ctx.dataset, key, latest, {
    kind: 'datasetPointer',
    parse: (text) => parseLatestDataset(text, key),
    isNewer: (next, current) =>
      next.version !== current.version &&
      compareVersions(timeOfVersion(next.version), timeOfVersion(current.version)) >= 0,
    signal: ctx.signal,
  });
}
