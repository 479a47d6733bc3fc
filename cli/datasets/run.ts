import { openSimpleArchive, type SimpleArchive } from '../../lib/annofab/archives/index.ts';
import { datasetKeys, datasetWorkKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { deleteObjects } from '../../lib/automations/bucket/delete-objects.ts';
import { openBucketSource } from '../../lib/automations/build-dataset/archive-source.ts';
import {
  type ConversionSettings,
  convertVersion,
  deleteWork,
} from '../../lib/automations/build-dataset/convert-version.ts';
import { createDataset } from '../../lib/aws/dataset.ts';
import { type ConversionReport, diffArchives, folderOutput } from '../../lib/datasets/index.ts';
import { writeDataset } from '../convert/dataset-folder.ts';
import { placedImagesOf } from '../convert/images.ts';
import { openLocalArchive } from '../convert/local-archive.ts';
import { lossesText, reportText } from '../convert/report-text.ts';
import { selectionOf } from '../convert/selection-of.ts';
import { bucketOf, s3Client } from '../deployment/bucket.ts';
import { openTarget } from '../deployment/target.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { createProgress } from '../frame/progress.ts';
import { interruptible } from '../frame/signals.ts';
import { createBucketReader } from '../pull/bucket-reader.ts';
import type { ConvertVersionOptions, DiffOptions, PullVersionOptions, TagOptions, VersionsOptions } from './options.ts';
import { diffText, listed, listText, pulledText, showText } from './output.ts';
import { pullVersion } from './pull-version.ts';
import { findVersion, listVersions, tagVersion, type Version, type Versions } from './versions.ts';

const AGAIN = 'Run the same command again to go on.';

export async function runList(options: VersionsOptions): Promise<void> {
  const versions = await interruptible(async (signal) => listVersions(await open(options, signal)), AGAIN);
  print(options, { versions: versions.map(listed) }, () => listText(versions));
}

export async function runShow(name: string, options: VersionsOptions): Promise<void> {
  const version = await interruptible(async (signal) => findVersion(await open(options, signal), name), AGAIN);
  const { manifest, formats, tags } = version;
  print(options, { ...manifest, formats, tags }, () => showText(version));
}

/** Two archives of this machine need no bucket. */
export async function runDiff(before: string, after: string, options: DiffOptions): Promise<void> {
  const diff = await interruptible(async (signal) => {
    const [older, newer] = await openBoth(before, after, options, signal);
    try {
      return await diffArchives(older, newer, { signal });
    } finally {
      await Promise.all([older.close(), newer.close()]);
    }
  }, AGAIN);
  print(options, diff, () => diffText(diff));
}

export async function runTag(name: string, version: string, options: TagOptions): Promise<void> {
  const tagged = await interruptible(async (signal) => {
    const versions = await open(options, signal);
    const { manifest } = await findVersion(versions, version);
    await tagVersion(versions, name, manifest.version, options.replace === true);
    return manifest.version;
  }, AGAIN);
  const result = { project_id: options.project, tag: name, version: tagged };
  print(options, result, () => `${name} is the version ${tagged}.`);
}

export async function runConvert(name: string, options: ConvertVersionOptions): Promise<void> {
  const { format, project, out } = options;
  const { report, version } = await interruptible(async (signal) => {
    const versions = await open(options, signal);
    const found = await findVersion(versions, name);
    const withImages = (['images', 'link', 'download'] as const).find((option) => options[option] !== undefined);
    if (out === undefined && withImages !== undefined)
      throw new UsageError(`--${withImages} needs --out <folder>: a version in the bucket has no images.`);
    const convert = out === undefined ? convertInBucket : convertHere;
    return { report: await convert(versions, found, options), version: found.manifest.version };
  }, 'The dataset is not complete: run the same command again.');
  print(options, report, () => reportText(report, out ?? datasetKeys.format(project, version, format)));
}

export async function runPull(name: string, options: PullVersionOptions): Promise<void> {
  const { to: folder, format: formats, archive: withArchive, concurrency } = options;
  const pulled = await interruptible(async (signal) => {
    const versions = await open(options, signal);
    const onFile = createProgress('files compared');
    const version = await findVersion(versions, name);
    return await pullVersion(versions, version, { folder, formats, withArchive, concurrency, onFile });
  }, AGAIN);
  print(options, pulled, () => pulledText(pulled, folder));
}

function print({ json }: { readonly json?: true }, result: unknown, text: () => string): void {
  console.log(json ? JSON.stringify(result) : text());
}

async function open(options: VersionsOptions, signal: AbortSignal): Promise<Versions> {
  const target = await openTarget(options);
  const bucket = options.bucket ?? (await bucketOf(target, signal));
  const client = s3Client(target);
  const reader = createBucketReader(client, bucket, signal);
  return { project_id: options.project, dataset: createDataset({ bucket, client }), reader, signal };
}

async function openBoth(
  before: string,
  after: string,
  { project, ...options }: DiffOptions,
  signal: AbortSignal,
): Promise<[SimpleArchive, SimpleArchive]> {
  if (project === undefined) return [await openHere(before), await openHere(after)];
  const versions = await open({ ...options, project }, signal);
  const openOne = async (name: string) => {
    const { manifest } = await findVersion(versions, name);
    return await openSimpleArchive({ source: await openBucketSource(versions.dataset, manifest.archive.key, signal) });
  };
  return [await openOne(before), await openOne(after)];
}

async function openHere(path: string): Promise<SimpleArchive> {
  return await openLocalArchive(path, ' To compare versions, give --project.');
}

function settingsOf(options: ConvertVersionOptions): ConversionSettings {
  const { split, splitBy, strict, rle, yolo, masks } = options;
  return {
    options: { rle, yolo, masks },
    selection: selectionOf(options),
    ...(split === undefined ? {} : { split }),
    ...(splitBy === undefined ? {} : { splitBy }),
    ...(strict === undefined ? {} : { strict }),
  };
}

async function convertInBucket(
  { dataset, signal }: Versions,
  { manifest, formats }: Version,
  options: ConvertVersionOptions,
): Promise<ConversionReport> {
  const { format } = options;
  const { project_id, version } = manifest;
  if (formats.includes(format)) {
    if (!options.replace)
      throw new UsageError(`The version ${version} has ${format} already: write it again with --replace.`);
    // First: while its files are deleted, the format is not complete.
    await dataset.delete([datasetKeys.report(project_id, version, format)], { signal });
    // What the new files do not replace would stay.
    await deleteObjects(dataset, datasetKeys.format(project_id, version, format), { signal });
    // The state machine would take its shards, whose files are deleted, for complete.
    await deleteObjects(dataset, datasetWorkKeys.pieces({ project_id, version }, format), { signal });
  }
  const report = await asWrongUse(convertVersion(dataset, { manifest, format, settings: settingsOf(options), signal }));
  await deleteWork(dataset, { manifest, format, signal });
  return report;
}

async function convertHere(
  { dataset, signal }: Versions,
  { manifest }: Version,
  options: ConvertVersionOptions,
): Promise<ConversionReport> {
  const { format, out = '.', replace = false } = options;
  const selection = selectionOf(options);
  return await writeDataset(out, { replace }, async ({ dataset: folder, work }) => {
    const target = { out: folderOutput(folder), work: folderOutput(work) };
    const images = (archive: SimpleArchive) => placedImagesOf(archive, { ...options, out: folder }, selection, signal);
    const report = await asWrongUse(
      convertVersion(dataset, { manifest, format, settings: settingsOf(options), signal, target, images }),
    );
    if (options.strict && (report.images?.missing ?? 0) > 0) throw new Error(lossesText(report));
    return report;
  });
}

async function asWrongUse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}
