import type { FormatName } from '../../datasets/index.ts';
import type { StoredArchive } from './dataset-manifest.ts';

/**
 * How many files and bytes of an archive are processed in a second, with 1,024 MB of memory: a quarter of what was measured on
 * one processor, since such a function has about half of one, and reads and writes over the network.
 *
 * @see docs/datasets.md
 */
const RATES = {
  describe: { entries: 5_000, bytes: 4e6 },
  /** Formats of few files. */
  few: { entries: 1_200, bytes: 1e6 },
  /** Formats with a file for each frame: each is a request to S3. */
  many: { entries: 200, bytes: 1e6 },
} as const;

const MANY_FILES: ReadonlySet<FormatName> = new Set(['yolo', 'masks', 'kitti']);

/** About how many seconds it takes to count what is in an archive. */
export function secondsToDescribe(archive: Pick<StoredArchive, 'entries' | 'bytes'>): number {
  return secondsAt(RATES.describe, archive);
}

/** About how many seconds a conversion takes. */
export function secondsToConvert(archive: Pick<StoredArchive, 'entries' | 'bytes'>, format: FormatName): number {
  return secondsAt(MANY_FILES.has(format) ? RATES.many : RATES.few, archive);
}

function secondsAt(
  rate: { readonly entries: number; readonly bytes: number },
  { entries, bytes }: Pick<StoredArchive, 'entries' | 'bytes'>,
): number {
  return Math.ceil(Math.max(entries / rate.entries, bytes / rate.bytes));
}
