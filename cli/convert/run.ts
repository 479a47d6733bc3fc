import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  type Category,
  type ConversionReport,
  mergeShards,
  planDataset,
  type SplitOptions,
  shardsOf,
} from '../../lib/datasets/index.ts';
import { withTemporaryFolders } from '../files/whole.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { createProgress } from '../frame/progress.ts';
import { interruptible } from '../frame/signals.ts';
import { type Conversion, targetOf } from './conversion.ts';
import { convertShards } from './convert-shards.ts';
import { downloadSources } from './download-sources.ts';
import { imagesOf } from './images.ts';
import { readInputsFile, readSpecsFile, readTasksFile } from './input-files.ts';
import { openArchive } from './open-archive.ts';
import type { ConvertOptions } from './options.ts';
import { lossesText, reportText } from './report-text.ts';
import { selectionOf } from './selection-of.ts';

/** Small enough that a broken conversion does not lose much, and that all processors are busy until the end. */
const FRAMES_PER_SHARD = 5_000;

/** Converts an archive of this machine into a dataset. */
export async function runConvert(archive: string | undefined, options: ConvertOptions): Promise<void> {
  const hint = options.download
    ? 'Nothing is in the folder. Images that were downloaded stay: run the command again.'
    : 'Nothing is in the folder.';
  const report = await interruptible((signal) => convertFrom(archive, options, signal), hint);
  console.log(options.json ? JSON.stringify(report) : reportText(report, options.out));
}

async function convertFrom(
  archive: string | undefined,
  options: ConvertOptions,
  signal: AbortSignal,
): Promise<ConversionReport> {
  const { project, out } = options;
  if (archive !== undefined && project === undefined) return await convert(archive, options, signal);
  if (archive !== undefined || project === undefined) throw new UsageError('Give either an archive or --project.');
  const given = (['specs', 'inputs', 'tasks'] as const).find((name) => options[name] !== undefined);
  if (given !== undefined) throw new UsageError(`--${given} is for an archive: --project downloads it.`);
  await assertFree(options);
  return await withTemporaryFolders(out, async ({ work }) => {
    const { archive: downloaded, ...files } = await downloadSources(project, work, options, signal);
    return await convert(downloaded, { ...options, ...files }, signal);
  });
}

async function convert(archive: string, options: ConvertOptions, signal: AbortSignal): Promise<ConversionReport> {
  await assertFree(options);
  return await withTemporaryFolders(options.out, async ({ partial, work }) => {
    const conversion = await prepare(archive, options, { out: partial, work, signal });
    const shards = shardsOf(conversion.frameCount, FRAMES_PER_SHARD);
    const progress = createProgress('frames converted', conversion.frameCount);
    let done = 0;
    const reports = await convertShards(conversion, shards, {
      jobs: options.jobs,
      signal,
      onShard({ start, end }) {
        done += end - start;
        progress(done);
      },
    });
    const report = await mergeShards(await targetOf(conversion), reports);
    if (options.strict && isIncomplete(report)) throw new Error(lossesText(report));
    // Another process may have written it meanwhile.
    await assertFree(options);
    await replace(partial, resolve(options.out));
    return report;
  });
}

async function prepare(
  archive: string,
  options: ConvertOptions,
  { out, work, signal }: { out: string; work: string; signal: AbortSignal },
): Promise<Conversion & { readonly frameCount: number }> {
  const opened = await openArchive(archive);
  try {
    const specs = options.specs === undefined ? undefined : await readSpecsFile(options.specs);
    const [selection, split] = [selectionOf(options), splitOf(options)];
    const { categories, attributes } = await planDataset(opened, { specs, selection, split, signal }).catch(asWrongUse);
    assertKeyPoints(options, categories);
    return {
      archive,
      ...{ categories, attributes, selection, split, out, work },
      frameCount: opened.frameCount,
      format: options.format,
      formatOptions: { rle: options.rle, yolo: options.yolo, masks: options.masks },
      imageSizes: options.inputs === undefined ? undefined : shareable(await readInputsFile(options.inputs)),
      images: await imagesOf(opened, options, selection, signal),
      metadata: options.tasks === undefined ? undefined : await readTasksFile(options.tasks),
      title: basename(archive, '.zip'),
    };
  } finally {
    await opened.close();
  }
}

function assertKeyPoints({ format, yolo }: ConvertOptions, categories: readonly Category[]): void {
  if (format !== 'yolo' || yolo !== 'pose' || categories.some(({ key_points }) => key_points.length > 0)) return;
  throw new UsageError(
    '--yolo pose needs --specs in which a label of points links to a label of boxes (see docs/datasets.md).',
  );
}

function isIncomplete({ annotations, images }: ConversionReport): boolean {
  return annotations.dropped > 0 || (images?.missing ?? 0) > 0;
}

function shareable({ rows, count }: Awaited<ReturnType<typeof readInputsFile>>) {
  return { rows, count };
}

function asWrongUse(error: unknown): never {
  throw error instanceof RangeError ? new UsageError(error.message) : error;
}

function splitOf({ split, splitBy, tasks }: ConvertOptions): SplitOptions {
  if (splitBy === undefined) return { ratios: split };
  if (tasks === undefined)
    throw new UsageError('--split-by needs --tasks: the metadata of tasks are not in an archive.');
  return { ratios: split, by: { metadata: splitBy } };
}

/** A folder that a conversion wrote has a `report.json`. */
async function assertFree({ out, replace: mayReplace }: ConvertOptions): Promise<void> {
  if (!existsSync(out)) return;
  const names = await readdir(out);
  if (names.length === 0) return;
  if (!names.includes('report.json'))
    throw new UsageError(`${out} has files that are not a dataset: give another --out.`);
  if (!mayReplace)
    throw new UsageError(`${out} has a dataset already: replace it with --replace, or give another --out.`);
}

async function replace(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await rename(from, to);
}
