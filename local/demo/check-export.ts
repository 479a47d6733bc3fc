import { createHash } from 'node:crypto';
import type { Manifest } from '../../lib/automations/export-task/manifest.ts';
import type { ArchiveEntries } from './archive-entries.ts';

export interface CheckedExport {
  readonly prefix: string;
  readonly completedAt: string;
  readonly annotations: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Reads an exported version as a consumer would, starting from `latest.json`, and verifies every file against the manifest,
 * and against the imported archive if there is one.
 *
 * @throws Error naming the file that is wrong
 */
export async function checkExport(
  read: (key: string) => Promise<Buffer | undefined>,
  latest: string,
  entries: ArchiveEntries | undefined,
): Promise<CheckedExport> {
  const manifestKey: string = JSON.parse(latest).manifest;
  const prefix = manifestKey.slice(0, manifestKey.lastIndexOf('/') + 1);
  const manifest: Manifest = JSON.parse(String(await read(manifestKey)));
  for (const { path, sha256 } of manifest.files) {
    const bytes = await read(prefix + path);
    if (bytes === undefined) throw new Error(`${prefix}${path} is missing`);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new Error(`${prefix}${path} differs from its manifest`);
    }
    if (entries?.covers(path) && !bytes.equals(await entries.read(path))) {
      throw new Error(`${prefix}${path} differs from the entry of the imported archive`);
    }
  }
  const exported = new Set(manifest.files.map(({ path }) => path));
  const missing = entries?.of(manifest.task_id).filter((path) => isAnnotation(path) && !exported.has(path)) ?? [];
  if (missing.length > 0)
    throw new Error(`the archive has these files, but they were not exported: ${missing.join(', ')}`);
  return {
    prefix,
    completedAt: manifest.completed_at,
    annotations: manifest.annotation_count,
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function isAnnotation(path: string): boolean {
  return path.split('/').length === 2 && path.endsWith('.json');
}
