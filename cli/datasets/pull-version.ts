import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { datasetKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { toJson } from '../../lib/automations/bucket/stored-json.ts';
import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import { explain, integer, object, parseJson, string } from '../../lib/core/json.ts';
import { FILE_LIST } from '../../lib/datasets/index.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { UsageError } from '../frame/exit-codes.ts';
import type { ExpectedFile } from '../pull/bucket-reader.ts';
import { isHere } from '../pull/local-files.ts';
import type { Version, Versions } from './versions.ts';

const MANIFEST = 'manifest.json';

export interface PullVersion {
  readonly folder: string;
  /** By default all that are complete. */
  readonly formats?: readonly string[] | undefined;
  readonly withArchive: boolean;
  readonly concurrency: number;
  /** Called after each file. */
  onFile(done: number, total: number): void;
}

/** What was copied. */
export interface PulledVersion {
  readonly project_id: string;
  readonly version: string;
  readonly formats: readonly string[];
  /** All files of the version, and those that were not in the folder. */
  readonly files: number;
  readonly copied: number;
  readonly bytes: number;
}

/**
 * Copies a version. Files that are there with their SHA-256 are not copied again. `manifest.json` comes last: a folder with it is
 * complete.
 *
 * @throws UsageError for a format that the version does not have; Error when a file does not have its SHA-256
 */
export async function pullVersion(
  versions: Pick<Versions, 'project_id' | 'reader'>,
  version: Version,
  o: PullVersion,
): Promise<PulledVersion> {
  const { manifest } = version;
  const formats = o.formats ?? version.formats;
  const unknown = formats.find((format) => !version.formats.includes(format));
  if (unknown !== undefined) {
    const has = version.formats.length === 0 ? 'no format' : version.formats.join(', ');
    throw new UsageError(
      `The version ${manifest.version} has ${has}, and not ${unknown}: write it with "datasets convert".`,
    );
  }
  const ofFormats: FilesOfFormat[] = [];
  for (const format of formats) ofFormats.push(await filesOfFormat(versions, manifest.version, format));
  const files = [filesOfVersion(version, o.withArchive), ...ofFormats.map(({ listed }) => listed)].flat();
  const reports = ofFormats.flatMap(({ texts }) => texts);
  // A folder of another version is not complete from here on.
  await discardOthers(o.folder, [{ path: MANIFEST, text: toJson('datasetManifest', manifest) }, ...reports]);
  let [done, copied, bytes] = [0, 0, 0];
  await mapInOrder(files, o.concurrency, async (file) => {
    const path = join(o.folder, ...file.path.split('/'));
    if (!(await isHere(path, file))) {
      await versions.reader.download(file, path);
      copied += 1;
      bytes += file.bytes;
    }
    done += 1;
    o.onFile(done, files.length);
  });
  // The manifest comes last: it says that the folder is complete.
  const texts = [...reports, { path: MANIFEST, text: toJson('datasetManifest', manifest) }];
  for (const { path, text } of texts) {
    await writeWholeFile(join(o.folder, ...path.split('/')), (temporary) => writeFile(temporary, text));
  }
  return { project_id: manifest.project_id, version: manifest.version, formats, files: files.length, copied, bytes };
}

interface FileToPull extends ExpectedFile {
  /** In the folder. */
  readonly path: string;
}

function filesOfVersion({ manifest }: Version, withArchive: boolean): FileToPull[] {
  const { project_id, version, archive, files } = manifest;
  const beside = files.map((file) => ({ ...file, key: datasetKeys.file(project_id, version, file.path) }));
  return withArchive ? [...beside, { ...archive, path: 'annotations.zip' }] : beside;
}

interface TextToWrite {
  /** In the folder. */
  readonly path: string;
  readonly text: string;
}

/** Deletes the files that would say that something else is complete. */
async function discardOthers(folder: string, texts: readonly TextToWrite[]): Promise<void> {
  for (const { path, text } of texts) {
    const file = join(folder, ...path.split('/'));
    const before = await readFile(file, 'utf8').catch(() => undefined);
    if (before !== text) await rm(file, { force: true });
  }
}

const FILE = object({ path: string, bytes: integer(0), sha256: string });

interface FilesOfFormat {
  readonly listed: readonly FileToPull[];
  /** Written last, the report at the end. */
  readonly texts: readonly TextToWrite[];
}

async function filesOfFormat(
  { project_id, reader }: Pick<Versions, 'project_id' | 'reader'>,
  version: string,
  format: string,
): Promise<FilesOfFormat> {
  const prefix = datasetKeys.format(project_id, version, format);
  const texts: TextToWrite[] = [];
  for (const name of [FILE_LIST, 'report.json']) {
    const text = await reader.read(prefix + name);
    if (text === undefined)
      throw new Error(`${prefix}${name} is missing: write the format again with "datasets convert".`);
    texts.push({ path: `${format}/${name}`, text });
  }
  const lines = (texts[0]?.text ?? '').split('\n').filter((line) => line !== '');
  const listed = lines.map((line) => {
    const read = FILE.read(parseJson(line));
    if (!read.ok) throw new Error(`${prefix}${FILE_LIST} is not a list of files: ${explain(read.problems)}.`);
    const { path, bytes, sha256 } = read.value;
    if (!path.split('/').every(isName)) {
      throw new Error(`${prefix}${FILE_LIST} names a file outside of its folder: ${path}`);
    }
    return { path: `${format}/${path}`, key: prefix + path, bytes, sha256 };
  });
  return { listed, texts };
}

/** Ids of Annofab, with what formats add to them. */
function isName(part: string): boolean {
  return /^[\w.+-]+$/.test(part) && part !== '.' && part !== '..';
}
