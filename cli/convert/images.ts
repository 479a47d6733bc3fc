import { existsSync } from 'node:fs';
import type { SimpleArchive } from '../../lib/annofab/archives/index.ts';
import { downloadImages, type ImageProblem, type Selection } from '../../lib/datasets/index.ts';
import { withAnnofab } from '../annofab-client.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { createProgress } from '../frame/progress.ts';
import type { Conversion } from './conversion.ts';
import type { ConvertOptions } from './options.ts';

/** Where the images are; with `--download`, after what is missing was downloaded. */
export async function imagesOf(
  archive: SimpleArchive,
  options: ConvertOptions,
  selection: Selection,
  signal: AbortSignal,
): Promise<Conversion['images']> {
  const { images: folder, link = false, download = false } = options;
  if (folder === undefined) {
    if (link || download) throw new UsageError(`${link ? '--link' : '--download'} needs --images <folder>.`);
    return undefined;
  }
  if (!download && !existsSync(folder))
    throw new UsageError(`There is no folder of images ${folder}. --download makes one.`);
  const refused = download ? await fetchImages(archive, folder, options, selection, signal) : new Map();
  return { folder, link, refused };
}

async function fetchImages(
  archive: SimpleArchive,
  folder: string,
  options: ConvertOptions,
  selection: Selection,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ImageProblem>> {
  const progress = createProgress('images compared or downloaded');
  return await withAnnofab(options, async (annofab) => {
    const { refused } = await downloadImages(annofab, archive, {
      ...{ folder, selection, signal },
      concurrency: options.concurrency,
      onProgress: ({ done, total }) => progress(done, total),
    });
    return refused;
  });
}
