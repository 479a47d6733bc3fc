import { openSimpleArchive, type SimpleArchive } from '../../annofab/archives/index.ts';
import type { Dataset } from '../../aws/dataset.ts';
import {
  type ConversionReport,
  convertShard,
  FORMATS,
  type FormatName,
  type ImageSource,
  mergeShards,
  type PlaceImage,
  planDataset,
  type Selection,
  shardsOf,
  type WorkFolder,
  withImages,
} from '../../datasets/index.ts';
import { NonRetryableError } from '../../runtime/outcomes.ts';
import { datasetKeys } from '../bucket/dataset-keys.ts';
import { deleteObjects } from '../bucket/delete-objects.ts';
import { openBucketSource } from './archive-source.ts';
import { bucketOutput } from './bucket-output.ts';
import type { DatasetManifest } from './dataset-manifest.ts';
import type { DatasetSettings } from './dataset-settings.ts';
import { readSource } from './source-files.ts';

/** Bounds the memory that the list of files takes. */
const FRAMES_PER_SHARD = 20_000;

/** The settings of a project, or what a command line says. */
export interface ConversionSettings extends Omit<DatasetSettings, 'formats' | 'selection'> {
  readonly selection?: Selection;
}

export interface VersionConversion {
  readonly manifest: DatasetManifest;
  readonly format: FormatName;
  readonly settings: ConversionSettings;
  readonly signal?: AbortSignal | undefined;
  /** Where the files go. By default into the bucket, under `projects/{project_id}/datasets/{version}/{format}/`. */
  readonly target?: { readonly out: WorkFolder; readonly work: WorkFolder } | undefined;
  /** Finds the images of the archive, and puts them into the dataset. By default there are none. */
  readonly images?: ((archive: SimpleArchive) => Promise<PlacedImages | undefined>) | undefined;
}

/** Where images are, and how they get into a dataset. */
export interface PlacedImages {
  readonly source: ImageSource;
  readonly place: PlaceImage;
}

/**
 * Converts a version in the bucket, one shard after the other. It can be repeated.
 *
 * @throws RangeError for a label, an attribute or a split that is impossible with the version; NonRetryableError with `strict`, when an annotation
 * would be left out
 */
export async function convertVersion(
  dataset: Dataset,
  {
    manifest,
    format,
    settings,
    signal,
    images: findImages,
    target = bucketTarget(dataset, { manifest, format, signal }),
  }: VersionConversion,
): Promise<ConversionReport> {
  const { project_id, version, archive: stored } = manifest;
  const { specs, imageSizes, metadata } = await readSource(dataset, manifest, signal);
  if (settings.splitBy !== undefined && metadata === undefined)
    throw new RangeError(`The version ${version} was stored without a list of tasks, which a split by metadata needs.`);
  const archive = await openSimpleArchive({ source: await openBucketSource(dataset, stored.key, signal) });
  try {
    const plan = await planDataset(archive, { specs, selection: settings.selection, split: splitOf(settings), signal });
    const images = await findImages?.(archive);
    const plain = await FORMATS[format](settings.options);
    const formatOf = images ? withImages(plain, images.place) : plain;
    const whole = { plan, format: formatOf, ...target, title: project_id, withFileList: true };
    const source = {
      archive,
      imageSizes,
      images: images?.source,
      ...(metadata && { metadataOf: (task_id: string) => metadata.get(task_id) }),
    };
    const reports: ConversionReport[] = [];
    for (const shard of shardsOf(archive.frameCount, FRAMES_PER_SHARD))
      reports.push(await convertShard(source, whole, shard, signal));
    assertComplete(reports, { project_id, version, format, settings });
    return await mergeShards(whole, reports);
  } finally {
    await archive.close();
  }
}

/** @throws NonRetryableError with `strict`, when an annotation would be left out */
export function assertComplete(
  reports: readonly ConversionReport[],
  o: {
    readonly project_id: string;
    readonly version: string;
    readonly format: FormatName;
    readonly settings: ConversionSettings;
  },
): void {
  const lost = reports.reduce((sum, { annotations }) => sum + annotations.dropped, 0);
  if (!o.settings.strict || lost === 0) return;
  throw new NonRetryableError(
    `project ${o.project_id}, version ${o.version}: ${o.format} would leave out ${lost} annotations, which strict does not allow`,
  );
}

/** What `splitBy` needs is stored with the version. */
export function splitOf({ split, splitBy }: ConversionSettings) {
  return { ratios: split, ...(splitBy === undefined ? {} : { by: { metadata: splitBy } }) };
}

function bucketTarget(
  dataset: Dataset,
  { manifest, format, signal }: Pick<VersionConversion, 'manifest' | 'format' | 'signal'>,
): { out: WorkFolder; work: WorkFolder } {
  const { project_id, version } = manifest;
  return {
    out: bucketOutput(dataset, datasetKeys.format(project_id, version, format), { signal }),
    work: bucketOutput(dataset, datasetKeys.work(project_id, version, format), { signal }),
  };
}

/** Deletes what a conversion left for its end. */
export async function deleteWork(
  dataset: Dataset,
  { manifest: { project_id, version }, format, signal }: Pick<VersionConversion, 'manifest' | 'format' | 'signal'>,
): Promise<void> {
  await deleteObjects(dataset, datasetKeys.work(project_id, version, format), { signal });
}
