import { existsSync } from 'node:fs';
import type { SimpleArchive } from '../../lib/annofab/archives/index.ts';
import type { PlacedImages } from '../../lib/automations/build-dataset/convert-version.ts';
import { lazy } from '../../lib/core/async/lazy.ts';
import {
  downloadImages,
  type ImageProblem,
  imageFolder,
  type OwnStorage,
  placeInFolder,
  type Selection,
} from '../../lib/datasets/index.ts';
import { LOCAL_STAGE } from '../../local/names.ts';
import { withAnnofab } from '../annofab-client.ts';
import { s3Client } from '../deployment/bucket.ts';
import { openTarget } from '../deployment/target.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { createProgress } from '../frame/progress.ts';
import type { Conversion } from './conversion.ts';
import type { ConvertOptions } from './options.ts';
import { ownS3 } from './own-s3.ts';

/** Of a command that puts images into a dataset. */
export type ImageOptions = Pick<ConvertOptions, 'images' | 'link' | 'download' | 'concurrency' | 'endpoint' | 'local'>;

/** Where the images are; with `--download`, after what is missing was downloaded. */
export async function imagesOf(
  archive: SimpleArchive,
  options: ImageOptions,
  selection: Selection,
  signal: AbortSignal,
): Promise<Conversion['images']> {
  const { images: folder, link = false, download = false } = options;
  if (folder === undefined) {
    if (link || download) throw new UsageError(`${link ? '--link' : '--download'} needs --images <folder>.`);
    return undefined;
  }
  if (!download && !existsSync(folder))
    throw new UsageError(`There is no folder ${folder} with images: correct --images, or add --download to fill it.`);
  const refused = download ? await fetchImages(archive, folder, options, selection, signal) : new Map();
  return { folder, link, refused };
}

/** The same for a version that is converted on this machine, by one process. */
export async function placedImagesOf(
  archive: SimpleArchive,
  { out, ...options }: ImageOptions & { readonly out: string },
  selection: Selection,
  signal: AbortSignal,
): Promise<PlacedImages | undefined> {
  const images = await imagesOf(archive, options, selection, signal);
  return images && { source: await imageFolder(images.folder, images.refused), place: placeInFolder(out, images) };
}

async function fetchImages(
  archive: SimpleArchive,
  folder: string,
  options: ImageOptions,
  selection: Selection,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ImageProblem>> {
  const progress = createProgress('images compared or downloaded');
  return await withAnnofab(options, async (annofab) => {
    const { refused } = await downloadImages(annofab, archive, {
      ...{ folder, selection, signal },
      concurrency: options.concurrency,
      ownStorage: lazy(() => openOwnStorage(options)),
      onProgress: ({ done, total }) => progress(done, total),
    });
    return refused;
  });
}

/** The S3 of the user's AWS credentials, or that of the local stack. @returns undefined without credentials */
async function openOwnStorage({ local }: ImageOptions): Promise<OwnStorage | undefined> {
  const target = await openTarget({ stage: LOCAL_STAGE, ...(local !== undefined && { local }) });
  const client = s3Client(target);
  const hasCredentials = await client.config.credentials().then(
    () => true,
    () => false,
  );
  return hasCredentials ? ownS3(client) : undefined;
}
