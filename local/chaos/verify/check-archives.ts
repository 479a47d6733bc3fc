import { archiveKeys } from '../../../lib/automations/bucket/dataset-keys.ts';
import { archiveVersion } from '../../../lib/automations/mirror-annotation-archive/archive-manifest.ts';
import type { WebhookEventOf } from '../../../lib/webhooks/events.ts';
import type { FiredEvent } from '../events.ts';
import type { Finding, Judge } from './findings.ts';
import type { Outcome } from './outcome.ts';

export type BuiltArchive = FiredEvent & { readonly event: WebhookEventOf<'annotation-archive-updated'> };

/** What became of the archives of one project, oldest first: each is mirrored, or a later one in its place. */
export async function checkArchives(
  archives: readonly BuiltArchive[],
  { outcome, judge }: { outcome: Outcome; judge: Judge },
): Promise<Finding[]> {
  const last = archives.at(-1);
  if (last === undefined) return [];
  const mirrored = outcome.archivesOf(last.event.project_id);
  const findings = archives.flatMap((archive, index): Finding[] => {
    const state = outcome.ledger.get(archive.key)?.state;
    if (state !== 'done') return [judge('lost', archive, `it should be done, and is ${state ?? 'in no ledger'}`)];
    const inPlace = archives.slice(index).some((one) => mirrored.some((version) => isOf(version, one)));
    return inPlace ? [] : [judge('lost', archive, 'neither it nor a later one was mirrored')];
  });
  const strange = mirrored.filter((version) => !archives.some((archive) => isOf(version, archive)));
  const latest = await outcome.readJson(archiveKeys.latest(last.event.project_id));
  const shows = isOf(String(latest?.['version']), last);
  return [
    ...findings,
    ...strange.map((version) => judge('double', last, `there is a version ${version} of no archive`)),
    ...(shows ? [] : [judge('lost', last, `latest.json names ${String(latest?.['version'])}`)]),
  ];
}

/** By what they hold: one that is built again without a change is the same. */
function isOf(version: string, { archiveEtag = '', event }: BuiltArchive): boolean {
  const [, hash = ''] = archiveVersion({ etag: archiveEtag }, event.complete_datetime).split('-');
  return version.endsWith(`-${hash}`);
}
