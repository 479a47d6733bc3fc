import { createHash } from 'node:crypto';
import { parseStoredJson } from '../bucket/stored-json.ts';
import { compareVersions, versionOf } from '../bucket/version.ts';
import type { ArchiveIdentity } from './archive-download.ts';

/** The `manifest.json` of a mirrored archive, and `latest.json` for the newest. Nothing in it comes from the clock. */
export interface ArchiveManifest extends ArchiveIdentity {
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
 * The version of an archive: its `Last-Modified`, and a hash of its ETag to distinguish two archives of the same second.
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

/** Compares the times only; of two archives of the same second, `next` counts as newer. */
export function isNewerArchive(next: ArchiveManifest, current: ArchiveManifest): boolean {
  return next.version !== current.version && compareVersions(timeOf(next), timeOf(current)) >= 0;
}

function timeOf({ version }: ArchiveManifest): string {
  return version.split('-', 1)[0] ?? '';
}

/** @throws LoggableError when the text is not a manifest */
export function parseArchiveManifest(text: string, key: string): ArchiveManifest {
  const json = parseStoredJson('archiveManifest', text, key);
  const [etag, last_modified] = [json.optionalText('etag'), json.optionalText('last_modified')];
  return {
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
