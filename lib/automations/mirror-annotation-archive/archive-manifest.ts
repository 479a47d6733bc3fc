import { createHash } from 'node:crypto';
import { parseOwnJson } from '../bucket/own-json.ts';
import { compareVersions, versionOf } from '../bucket/version.ts';
import type { ArchiveIdentity } from './archive-download.ts';

/** What is said of a mirrored archive: its `manifest.json`, and `latest.json` for the newest. Nothing in it is from the clock. */
export interface ArchiveManifest extends ArchiveIdentity {
  readonly manifest_version: 1;
  readonly project_id: string;
  readonly version: string;
  /** The key of the ZIP. */
  readonly archive: string;
  readonly bytes: number;
  /** Of the ZIP, hex. */
  readonly sha256: string;
  readonly entries: number;
}

/**
 * The version of an archive: when the file server says it was made, and what tells two of the same second apart.
 *
 * @param otherwise a date-time of Annofab for an archive without `Last-Modified`
 * @example
 * archiveVersion({ last_modified: 'Wed, 08 May 2019 01:00:00 GMT', etag: '"…"' }, …); // '20190508T010000.000Z-1f2e3d4c5b6a'
 */
export function archiveVersion({ etag, last_modified }: ArchiveIdentity, otherwise: string): string {
  const made = last_modified === undefined ? Number.NaN : Date.parse(last_modified);
  const time = versionOf(Number.isNaN(made) ? otherwise : new Date(made).toISOString());
  return etag === undefined ? time : `${time}-${createHash('sha256').update(etag).digest('hex').slice(0, 12)}`;
}

/** By their time alone; of two of the same second the one that comes later. */
export function isNewerArchive(next: ArchiveManifest, current: ArchiveManifest): boolean {
  return next.version !== current.version && compareVersions(timeOf(next), timeOf(current)) >= 0;
}

function timeOf({ version }: ArchiveManifest): string {
  return version.split('-', 1)[0] ?? '';
}

/** @throws Error when it is something else */
export function parseArchiveManifest(text: string, key: string): ArchiveManifest {
  const json = parseOwnJson(text, key);
  const [etag, last_modified] = [json.optionalText('etag'), json.optionalText('last_modified')];
  return {
    manifest_version: 1,
    project_id: json.text('project_id'),
    version: json.text('version'),
    archive: json.text('archive'),
    bytes: json.number('bytes'),
    sha256: json.text('sha256'),
    entries: json.number('entries'),
    ...(etag === undefined ? {} : { etag }),
    ...(last_modified === undefined ? {} : { last_modified }),
  };
}
