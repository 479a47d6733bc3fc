import { basename, join } from 'node:path';
import { FileError } from '../../annofab/errors.ts';
import type { AnnofabClient, InputData, SimpleArchive } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/async/map-in-order.ts';
import type { ImageProblem } from '../report.ts';
import type { Selection } from '../selection.ts';
import { type DownloadRecord, openDownloadRecord } from './download-record.ts';
import { fileNameOf, findFile } from './image-folder.ts';
import type { OwnStorage } from './own-storage.ts';
import { batchesOfImages, type WantedImage, wantedImages } from './wanted-images.ts';

export interface DownloadImagesOptions {
  /** Where they are written, as `{input_data_id}` with the extension of the name. Missing folders are created. */
  readonly folder: string;
  /** As that of the dataset. */
  readonly selection?: Selection | undefined;
  /**
   * Opens your own storage, for files at `s3://` for which Annofab gives no address. It is called for each of them. Where there
   * is none, they are left out.
   */
  readonly ownStorage?: (() => Promise<OwnStorage | undefined>) | undefined;
  /** How many at the same time. Default: 8. */
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called after each image. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
}

/** What became of the images. */
export interface DownloadedImages {
  readonly downloaded: number;
  /** Those that were in the folder already. */
  readonly unchanged: number;
  /** By input data. */
  readonly refused: ReadonlyMap<string, ImageProblem>;
}

/** The parts of the client that are used. */
type Client = Pick<AnnofabClient, 'getInputDataInBulk' | 'inputData' | 'files'>;

/**
 * Downloads the images of an archive's frames from Annofab into a folder. A second run downloads only what is missing, has another
 * size, or changed in Annofab. A file that is in the folder, but not by a download, is never replaced.
 *
 * An image that does not exist, or that the account may not read, is left out. After any other failure the rest can be downloaded
 * by another run.
 *
 * @example
 * const { refused } = await downloadImages(annofab, archive, { folder: 'photos' });
 * const images = await imageFolder('photos', refused);
 * @throws FileError, the errors of the client, or the reason of the signal
 */
export async function downloadImages(
  annofab: Client,
  archive: SimpleArchive,
  { folder, selection = {}, ownStorage = noStorage, concurrency = 8, signal, onProgress }: DownloadImagesOptions,
): Promise<DownloadedImages> {
  const record = await openDownloadRecord(folder);
  const wanted = await wantedImages(archive, selection, signal);
  const needed = wanted.filter((image) => !isOfUser(folder, image, record));
  const refused = new Map<string, ImageProblem>();
  let [done, downloaded] = [wanted.length - needed.length, 0];
  const count = () => {
    done += 1;
    onProgress?.({ done, total: wanted.length });
  };
  for (const batch of batchesOfImages(needed)) {
    const found = await readBatch(annofab, batch, signal);
    await mapInOrder(batch, concurrency, async (image) => {
      signal?.throwIfAborted();
      const result = await update(annofab, found.get(image.input_data_id), {
        folder,
        image,
        record,
        ownStorage,
        signal,
      });
      if (result === 'downloaded') downloaded += 1;
      else if (result !== 'unchanged') refused.set(image.input_data_id, result);
      count();
    });
  }
  return { downloaded, unchanged: wanted.length - downloaded - refused.size, refused };
}

async function noStorage(): Promise<undefined> {}

function isOfUser(folder: string, image: WantedImage, record: DownloadRecord): boolean {
  const found = findFile(folder, image, record);
  return found !== undefined && basename(found.path) !== record.get(image.input_data_id)?.file;
}

async function readBatch(
  annofab: Client,
  batch: readonly WantedImage[],
  signal: AbortSignal | undefined,
): Promise<Map<string, InputData>> {
  const [first] = batch;
  if (first === undefined) return new Map();
  const input_data_id = batch.map((image) => image.input_data_id);
  const { success } = await annofab.getInputDataInBulk(
    { project_id: first.project_id, query: { input_data_id } },
    { signal },
  );
  return new Map(success.map((input) => [input.input_data_id, input]));
}

interface Target {
  readonly folder: string;
  readonly image: WantedImage;
  readonly record: DownloadRecord;
  readonly ownStorage: () => Promise<OwnStorage | undefined>;
  readonly signal: AbortSignal | undefined;
}

type Updated = 'downloaded' | 'unchanged' | ImageProblem;

async function update(annofab: Client, input: InputData | undefined, target: Target): Promise<Updated> {
  const { image, signal } = target;
  if (input === undefined) return 'not in Annofab';
  const { project_id, input_data_id } = image;
  // Files that Annofab does not store have no ETag.
  const version = input.etag ?? input.updated_datetime;
  const addressOf = async () => (await annofab.inputData.find({ project_id, input_data_id }, { signal }))?.url;
  if (isKnown(version, target)) return 'unchanged';
  const url = input.url ?? (await addressOf());
  if (!url) return await updateFromOwnStorage(input, target);
  const refresh = async () => (await addressOf()) ?? url;
  try {
    const { size } = await annofab.files.download(url, pathOf(target), { project_id, refresh, signal });
    remember(target, { bytes: size, version });
    return 'downloaded';
  } catch (error) {
    if (isRefusal(error)) return 'refused';
    throw error;
  }
}

async function updateFromOwnStorage({ input_data_path: path }: InputData, target: Target): Promise<Updated> {
  const { signal, image } = target;
  const storage = path.startsWith('s3://') ? await target.ownStorage() : undefined;
  if (storage === undefined) return 'no download';
  try {
    const file = await storage.find(path, { signal });
    if (file === undefined) return 'refused';
    if (isKnown(file.etag, target)) return 'unchanged';
    await storage.download(path, file, pathOf(target), { signal });
    remember(target, { bytes: file.bytes, version: file.etag });
    return 'downloaded';
  } catch (error) {
    signal?.throwIfAborted();
    throw new Error(`The file of the input data ${image.input_data_id} could not be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function isKnown(version: string, { folder, image, record }: Target): boolean {
  const before = record.get(image.input_data_id);
  return before?.version === version && findFile(folder, image, record)?.bytes === before.bytes;
}

function pathOf({ folder, image }: Target): string {
  return join(folder, fileNameOf(image));
}

function remember({ record, image }: Target, downloaded: { readonly bytes: number; readonly version: string }): void {
  record.add({ input_data_id: image.input_data_id, file: fileNameOf(image), ...downloaded });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The file server answered, and would answer the same again. */
function isRefusal(error: unknown): boolean {
  return error instanceof FileError && (error.status === 403 || error.status === 404 || error.status === 410);
}
