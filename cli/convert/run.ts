import { suggestion } from '../../lib/core/suggestion.ts';
import {
  type Category,
  type ConversionReport,
  type FormatName,
  mergeShards,
  planDataset,
  type SplitOptions,
  shardsOf,
  type TaskMetadata,
} from '../../lib/datasets/index.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { createProgress } from '../frame/progress.ts';
import { interruptible } from '../frame/signals.ts';
import { assertNoTwins } from './case-twins.ts';
import { type Conversion, targetOf } from './conversion.ts';
import { convertShards } from './convert-shards.ts';
import { type WorkingFolders, writeDataset } from './dataset-folder.ts';
import { downloadSources } from './download-sources.ts';
import { imagesOf } from './images.ts';
import { readInputsFile, readSpecsFile, readTasksFile } from './input-files.ts';
import { openLocalArchive, titleOf } from './local-archive.ts';
import type { ConvertOptions } from './options.ts';
import { lossesText, reportText } from './report-text.ts';
import { selectionOf } from './selection-of.ts';

/** Small enough that a broken conversion does not lose much, and that all processors are busy until the end. */
const FRAMES_PER_SHARD = 5_000;

/** Converts an archive of this machine into a dataset. */
export async function runConvert(archive: string | undefined, options: ConvertOptions): Promise<void> {
  const hint = options.download
    ? 'The folder has what it had before. Images that were downloaded stay: run the command again.'
    : 'The folder has what it had before.';
  const report = await interruptible((signal) => convertFrom(archive, options, signal), hint);
  console.log(options.json ? JSON.stringify(report) : reportText(report, options.out));
}

async function convertFrom(
  archive: string | undefined,
  options: ConvertOptions,
  signal: AbortSignal,
): Promise<ConversionReport> {
  const { project, out, replace = false } = options;
  if ((archive === undefined) === (project === undefined)) throw new UsageError('Give either an archive or --project.');
  const given = (['specs', 'inputs', 'tasks'] as const).find((name) => options[name] !== undefined);
  if (project !== undefined && given !== undefined)
    throw new UsageError(`--${given} is for an archive: --project downloads it.`);
  return await writeDataset(out, { replace }, async (folders) => {
    if (archive !== undefined) return await convert(archive, options, folders, signal);
    const { archive: downloaded, ...files } = await downloadSources(project ?? '', folders.download, options, signal);
    return await convert(downloaded, { ...options, ...files }, folders, signal);
  });
}

async function convert(
  archive: string,
  options: ConvertOptions,
  folders: WorkingFolders,
  signal: AbortSignal,
): Promise<ConversionReport> {
  const conversion = await prepare(archive, options, folders, signal);
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
  return report;
}

async function prepare(
  archive: string,
  options: ConvertOptions,
  { dataset: out, work, isCaseSensitive }: WorkingFolders,
  signal: AbortSignal,
): Promise<Conversion & { readonly frameCount: number }> {
  const opened = await openLocalArchive(archive);
  try {
    const specs = options.specs === undefined ? undefined : await readSpecsFile(options.specs);
    const [selection, split] = [selectionOf(options), splitOf(options)];
    const { categories, attributes } = await planDataset(opened, { specs, selection, split, signal }).catch(asWrongUse);
    assertKeyPoints(options, categories);
    if (!isCaseSensitive && (FILE_FOR_EACH_FRAME.has(options.format) || options.images)) assertNoTwins(opened.keys());
    return {
      archive,
      ...{ categories, attributes, selection, split, out, work },
      frameCount: opened.frameCount,
      format: options.format,
      formatOptions: { rle: options.rle, yolo: options.yolo, masks: options.masks },
      imageSizes: options.inputs === undefined ? undefined : shareable(await readInputsFile(options.inputs)),
      images: await imagesOf(opened, options, selection, signal),
      metadata: await metadataOf(options),
      title: titleOf(archive),
    };
  } finally {
    await opened.close();
  }
}

const FILE_FOR_EACH_FRAME: ReadonlySet<string> = new Set(['yolo', 'masks', 'kitti'] satisfies FormatName[]);

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

/** A task without the key has a part of its own; that no task has it is a mistake. */
async function metadataOf({ tasks, splitBy }: ConvertOptions): Promise<ReadonlyMap<string, TaskMetadata> | undefined> {
  if (tasks === undefined) return undefined;
  const metadata = await readTasksFile(tasks);
  if (splitBy === undefined) return metadata;
  const keys = new Set([...metadata.values()].flatMap((one) => Object.keys(one)));
  if (keys.has(splitBy)) return metadata;
  const known = keys.size === 0 ? 'the tasks have no metadata.' : suggestion(splitBy, [...keys]);
  throw new UsageError(`No task in ${tasks} has the metadata key ${JSON.stringify(splitBy)}: ${known}`);
}
