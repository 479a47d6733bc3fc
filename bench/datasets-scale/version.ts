import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openSimpleArchive } from '../../lib/annofab/archives/index.ts';
import { archiveKeys, datasetKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { describeArchive } from '../../lib/datasets/index.ts';
import { specs, specsJson } from '../../test/datasets/support/specs.ts';
import { writeZip } from '../archives/zip-writer.ts';
import { type Content, scaleFiles, scaleInputs } from './archive.ts';

export const PROJECT = 'project';

/** Nobody checks it here. */
const SHA256 = '0'.repeat(64);

/** Stores a version of a dataset in a folder that stands for the bucket. */
export async function storeVersion(
  folder: string,
  { version, frames, content }: { version: string; frames: number; content: Content },
): Promise<void> {
  const key = archiveKeys.archive(PROJECT, version);
  const path = join(folder, key);
  await mkdir(dirname(path), { recursive: true });
  const { bytes, entries } = await writeZip(path, scaleFiles(frames, content));
  const files = await Promise.all(
    Object.entries({
      'specs.json': JSON.stringify(specsJson()),
      'inputs.json.gz': gzipSync(JSON.stringify(scaleInputs(frames))),
    }).map(async ([name, file]) => {
      await put(join(folder, datasetKeys.file(PROJECT, version, name)), file);
      return { path: name, bytes: file.length, sha256: SHA256 };
    }),
  );
  const manifest = {
    ...{ manifest_version: 1, project_id: PROJECT, version, files },
    archive: { key, bytes, sha256: SHA256, entries },
    summary: await summaryOf(folder, content),
  };
  await put(join(folder, datasetKeys.manifest(PROJECT, version)), JSON.stringify(manifest));
}

/** The plan does not read it: that of one frame is enough. */
async function summaryOf(folder: string, content: Content) {
  const path = join(folder, 'one-frame.zip');
  await writeZip(path, scaleFiles(1, content));
  const archive = await openSimpleArchive({ path });
  try {
    return await describeArchive(archive, specs());
  } finally {
    await archive.close();
  }
}

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
