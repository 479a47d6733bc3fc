import { archiveKeys } from '../../../lib/automations/bucket/dataset-keys.ts';
import { archiveVersion } from '../../../lib/automations/mirror-annotation-archive/archive-manifest.ts';
import type { WebhookEventOf } from '../../../lib/webhooks/events.ts';
import type { FiredEvent } from '../events.ts';
import type { Finding, FindingFactory } from './findings.ts';
import type { Outcome } from './outcome.ts';

export type BuiltArchive = FiredEvent & { readonly event: WebhookEventOf<'annotation-archive-updated'> };

/** Checks the archives of one project, oldest first: each must be mirrored, or a later one instead. */
export async function checkArchives(
  archives: readonly BuiltArchive[],
  { outcome, finding }: { outcome: Outcome; finding: FindingFactory },
): Promise<Finding[]> {
  const last = archives.at(-1);
  if (last === undefined) return [];
  const mirrored = outcome.archivesOf(last.event.project_id);
  const findings = archives.flatMap((archive, index): Finding[] => {
    const state = outcome.ledger.get(archive.key)?.state;
    if (state !== 'done')
      return [finding('lost', archive, `its state is ${state ?? 'unknown to the ledger'} instead of done`)];
    const inPlace = archives.slice(index).some((one) => mirrored.some((version) => isOf(version, one)));
    return inPlace ? [] : [finding('lost', archive, 'neither this archive nor a later one was mirrored')];
  });
  const unexpected = mirrored.filter((version) => !archives.some((archive) => isOf(version, archive)));
  const latest = await outcome.readJson(archiveKeys.latest(last.event.project_id));
  const shows = isOf(String(latest?.['version']), last);
  return [
    ...findings,
    ...unexpected.map((version) => finding('double', last, `version ${version} belongs to no archive`)),
    ...(shows ? [] : [finding('lost', last, `latest.json names ${String(latest?.['version'])}`)]),
  ];
}

/** Compares by content: an archive that is rebuilt without a change is the same. */
function isOf(version: string, { archiveEtag = '', event }: BuiltArchive): boolean {
  const [, hash = ''] = archiveVersion({ etag: archiveEtag }, event.complete_datetime).split('-');
  return version.endsWith(`-${hash}`);
}
