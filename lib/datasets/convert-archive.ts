import { readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { SimpleArchive } from '../annofab/index.ts';
import { BLOCK_FRAMES, convertShard, mergeShards, shardsOf } from './convert.ts';
import { FORMATS, type FormatName, type FormatOptions } from './formats/index.ts';
import type { DatasetSource } from './frames.ts';
import { imageFolder } from './images/image-folder.ts';
import { placeInFolder, withImages } from './images/with-images.ts';
import { folderOutput } from './output/folder-output.ts';
import { type PlanOptions, planDataset } from './plan.ts';
import type { ConversionReport } from './report.ts';

/** How an archive becomes a dataset in a folder of this machine. */
export interface ConvertArchiveOptions extends PlanOptions, Pick<DatasetSource, 'imageSizes' | 'metadataOf'> {
  readonly format: FormatName;
  readonly formatOptions?: FormatOptions | undefined;
  /** The folder of the dataset. It is made if it is not there, and has to be empty. */
  readonly out: string;
  /** A folder with the images: those of the frames become part of the dataset. */
  readonly images?: string | undefined;
  /** Images are hard links, which take no space. */
  readonly link?: boolean | undefined;
  /** Names the dataset in files that have a title. By default, the name of the folder. */
  readonly title?: string | undefined;
}

/** In the folder of the dataset, until it is complete. */
const WORK = '.annofab-functions';

/** Bounds the memory that the list of files takes. */
const FRAMES_PER_SHARD = 20 * BLOCK_FRAMES;

/**
 * Converts an annotation archive into a dataset in a folder. After a failure, empty the folder before you call it again. For several
 * threads or machines, use `convertShard` and `mergeShards`.
 *
 * @returns what was written, and what was left out or changed; the folder has it as `report.json`
 * @throws RangeError for a label or an attribute that does not exist, an impossible split, or a folder that is not empty;
 * ArchiveEntryError for a frame that cannot be read, unless the archive was opened with `onBadEntry`; the errors of reading and writing
 *
 * @example
 * const archive = await openSimpleArchive({ path: 'road.zip' });
 * const report = await convertArchive(archive, { format: 'coco', out: 'road', split: { ratios: { train: 8, val: 2 } } });
 * console.log(report.annotations);
 */
export async function convertArchive(
  archive: Pick<SimpleArchive, 'frames' | 'frameCount'>,
  { out, images, link, title = basename(resolve(out)), imageSizes, metadataOf, ...options }: ConvertArchiveOptions,
): Promise<ConversionReport> {
  await assertEmpty(out);
  const plan = await planDataset(archive, options);
  const format = await FORMATS[options.format](options.formatOptions);
  // Inside: a folder beside it may be somebody else's.
  const work = join(out, WORK);
  const target = {
    ...{ plan, out: folderOutput(out), work: folderOutput(work), title },
    format: images === undefined ? format : withImages(format, placeInFolder(out, { link })),
  };
  const source = {
    archive,
    imageSizes,
    images: images === undefined ? undefined : await imageFolder(images),
    metadataOf,
  };
  try {
    const reports: ConversionReport[] = [];
    for (const shard of shardsOf(archive.frameCount, FRAMES_PER_SHARD))
      reports.push(await convertShard(source, target, shard, options.signal));
    return await mergeShards(target, reports);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function assertEmpty(folder: string): Promise<void> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (files.length > 0) throw new RangeError(`${folder} is not empty: a dataset needs a folder of its own.`);
}
