import { isDateTime } from '../../core/date-time.ts';

/**
 * A date-time of Annofab as the name of a version: in UTC, sortable, and safe in a key or a path. All spellings of one
 * instant give the same version. Digits beyond milliseconds are kept, so that two instants never share a version.
 *
 * @example
 * versionOf('2019-05-08T10:00:00.000+09:00'); // '20190508T010000.000Z'
 * versionOf('2019-05-08T10:00:00.25+09:00'); // '20190508T010000.250Z'
 * @throws RangeError for anything but a date-time
 */
export function versionOf(dateTime: string): string {
  const [, seconds = '', fraction = '', zone = ''] = /^(.{19})(?:\.(\d+))?(Z|[+-].{5})$/.exec(dateTime) ?? [];
  if (!isDateTime(dateTime)) throw new RangeError('not a date-time of Annofab');
  // Date gets whole seconds only, since it keeps only three digits of a fraction.
  const utc = new Date(seconds + zone).toISOString().replace(/\.000Z$/, '');
  return `${utc.replaceAll(/[-:]/g, '')}.${fraction.replace(/0+$/, '').padEnd(3, '0')}Z`;
}

/** Negative when `a` is the earlier version, zero when both are the same instant. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.replace(/Z$/, ''), b.replace(/Z$/, '')];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The date-time in the version of an archive or a dataset, which has a hash behind it. */
export function timeOfVersion(version: string): string {
  return version.split('-', 1).join();
}

/** Whether a version is named by a date-time, and not by its content. */
export function isDatedVersion(version: string): boolean {
  return /^\d{8}T\d{6}\.\d{3,9}Z$/.test(version);
}
