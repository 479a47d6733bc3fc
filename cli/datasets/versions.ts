import { datasetKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { parseStoredJson, toJson } from '../../lib/automations/bucket/stored-json.ts';
import { compareVersions, timeOfVersion } from '../../lib/automations/bucket/version.ts';
import {
  type DatasetManifest,
  parseDatasetManifest,
  parseLatestDataset,
} from '../../lib/automations/build-dataset/dataset-manifest.ts';
import type { Dataset } from '../../lib/aws/dataset.ts';
import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import { isId } from '../../lib/core/ids.ts';
import { UsageError } from '../frame/exit-codes.ts';
import type { BucketReader } from '../pull/bucket-reader.ts';

/** The versions of a project's dataset in the bucket. */
export interface Versions {
  readonly project_id: string;
  readonly dataset: Dataset;
  readonly reader: BucketReader;
  readonly signal: AbortSignal;
}

/** A version, with the formats that are complete. */
export interface Version {
  readonly manifest: DatasetManifest;
  readonly formats: readonly string[];
  readonly tags: readonly string[];
}

const CONCURRENCY = 8;

/** Folders of a version that are not formats. */
const WORK = 'work';

/** Newest first. */
export async function listVersions(versions: Versions): Promise<Version[]> {
  const { project_id, reader } = versions;
  const names = await reader.folders(datasetKeys.versions(project_id));
  const tags = await readTags(versions);
  const found = await mapInOrder(names, CONCURRENCY, async (version) => {
    const manifest = await readManifest(versions, version);
    return manifest && { manifest, formats: await formatsOf(versions, version), tags: tagsOf(tags, version) };
  });
  return found
    .filter((version) => version !== undefined)
    .toSorted((a, b) => compareVersions(timeOfVersion(b.manifest.version), timeOfVersion(a.manifest.version)));
}

/** @param name a version, a tag, or `latest`. @throws UsageError when there is no such version */
export async function findVersion(versions: Versions, name: string): Promise<Version> {
  const version = await versionNamed(versions, name);
  const manifest = version === undefined ? undefined : await readManifest(versions, version);
  if (version === undefined || manifest === undefined) {
    const dataset = `The dataset of the project ${versions.project_id}`;
    throw new UsageError(
      name === 'latest'
        ? `${dataset} has no version yet. Versions are made where functions/projects.ts sets dataset.`
        : `${dataset} has no version or tag ${name}: "datasets list" shows them.`,
    );
  }
  const tags = await readTags(versions);
  return { manifest, formats: await formatsOf(versions, version), tags: tagsOf(tags, version) };
}

async function versionNamed({ project_id, reader }: Versions, name: string): Promise<string | undefined> {
  if (!isId(name)) return undefined;
  if (name === 'latest') {
    const key = datasetKeys.latest(project_id);
    const text = await reader.read(key);
    return text === undefined ? undefined : parseLatestDataset(text, key).version;
  }
  const key = datasetKeys.tag(project_id, name);
  const text = await reader.read(key);
  return text === undefined ? name : parseStoredJson('datasetPointer', text, key).text('version');
}

async function readManifest({ project_id, reader }: Versions, version: string): Promise<DatasetManifest | undefined> {
  const key = datasetKeys.manifest(project_id, version);
  const text = await reader.read(key);
  return text === undefined ? undefined : parseDatasetManifest(text, key);
}

/** A format is complete when it has its report. */
async function formatsOf({ project_id, reader }: Versions, version: string): Promise<string[]> {
  const folders = await reader.folders(datasetKeys.version(project_id, version));
  const reports = await mapInOrder(folders, CONCURRENCY, async (format) =>
    format === WORK ? undefined : await reader.read(datasetKeys.report(project_id, version, format)),
  );
  return folders.filter((_, at) => reports[at] !== undefined);
}

type Tags = ReadonlyMap<string, string>;

/** The version of each tag. */
async function readTags({ project_id, dataset, reader, signal }: Versions): Promise<Tags> {
  const tags = new Map<string, string>();
  for await (const { key } of dataset.list(datasetKeys.tags(project_id), { signal })) {
    const text = await reader.read(key);
    if (text === undefined) continue;
    const json = parseStoredJson('datasetPointer', text, key);
    tags.set(json.text('name'), json.text('version'));
  }
  return tags;
}

function tagsOf(tags: Tags, version: string): string[] {
  return [...tags].filter(([, tagged]) => tagged === version).map(([name]) => name);
}

/** @throws UsageError when the name belongs to another version, unless it may be replaced */
export async function tagVersion(
  versions: Versions,
  name: string,
  version: string,
  mayReplace: boolean,
): Promise<void> {
  const { project_id, dataset, signal } = versions;
  if (name === 'latest')
    throw new UsageError('The name latest always belongs to the newest version: use another name.');
  const key = datasetKeys.tag(project_id, name);
  const body = toJson('datasetPointer', {
    name,
    project_id,
    version,
    manifest: datasetKeys.manifest(project_id, version),
  });
  const current = await dataset.read(key, { signal });
  if (current !== undefined) {
    const tagged = parseStoredJson('datasetPointer', current.text, key).text('version');
    if (tagged === version) return;
    if (!mayReplace) throw new UsageError(`The tag ${name} belongs to the version ${tagged}: move it with --replace.`);
  }
  const options = { contentType: 'application/json', etag: current?.etag, signal };
  if ((await dataset.replace(key, body, options)) === 'written') return;
  throw new Error(`The tag ${name} was changed by someone else at the same time: run the command again.`);
}
