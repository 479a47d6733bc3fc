import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseStoredJson } from '../../lib/automations/bucket/stored-json.ts';
import { isId } from '../../lib/core/ids.ts';
import type { ExpectedFile } from './bucket-reader.ts';

/** A file of a version, by its path inside it. */
export interface VersionFile extends Omit<ExpectedFile, 'key'> {
  readonly path: string;
}

export const manifestPath = (folder: string, task_id: string): string => join(folder, 'manifests', `${task_id}.json`);
export const filePath = (folder: string, path: string): string => join(folder, 'tasks', ...path.split('/'));
export const archivePath = (folder: string): string => join(folder, 'archive', 'annotations.zip');

/** The files of a manifest. @throws Error when a path would leave the folder */
export function filesOf(manifest: string, key: string): VersionFile[] {
  const files = parseStoredJson('taskManifest', manifest, key).list('files');
  return files.map((file) => {
    const path = file.text('path');
    if (!path.split('/').every(isId)) throw new Error(`${key} names a file outside of its version: ${path}`);
    return { path, bytes: file.number('bytes'), sha256: file.text('sha256') };
  });
}

/** The files of the version that is in the folder; none when it has no manifest. */
export async function filesHere(folder: string, task_id: string): Promise<VersionFile[]> {
  const path = manifestPath(folder, task_id);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? [] : filesOf(text, path);
}

/** Whether the file is there with these bytes: an interrupted pull left it. */
export async function isHere(path: string, { bytes, sha256 }: Omit<ExpectedFile, 'key'>): Promise<boolean> {
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  );
  if (size !== bytes) return false;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex') === sha256;
}

/** @returns how many files were deleted */
export async function deleteFiles(folder: string, files: readonly VersionFile[]): Promise<number> {
  for (const { path } of files) await rm(filePath(folder, path), { force: true });
  return files.length;
}

export async function deleteManifest(folder: string, task_id: string): Promise<void> {
  await rm(manifestPath(folder, task_id), { force: true });
}
