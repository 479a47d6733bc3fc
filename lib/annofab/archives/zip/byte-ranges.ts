import type { ZipEntry } from './entry-table.ts';

/** Entries that one request fetches, and the bytes that hold them. `end` is exclusive. */
export interface ByteRange {
  readonly entries: ZipEntry[];
  readonly start: number;
  end: number;
}

/** Fetching this many unwanted bytes takes about as long as another request. */
const MAX_GAP = 128 * 1024;

/** The longest range, unless a single entry is larger. */
const MAX_RANGE = 2 * 2 ** 20;

/** Allowance for the local header's extra fields before the content, and the data descriptor behind it. */
const SLACK = 256;

/**
 * Groups entries, in the order given, so that one request fetches those that are close together. If the order is not
 * that of the archive, there may be one range per entry.
 */
export function* planByteRanges(
  entries: Iterable<ZipEntry>,
  archiveBytes: number,
): Generator<ByteRange, void, undefined> {
  let range: ByteRange | undefined;
  for (const entry of entries) {
    const end = Math.min(archiveBytes, entry.position + 30 + entry.path.length + entry.compressedBytes + SLACK);
    if (
      range &&
      entry.position >= range.start &&
      entry.position <= range.end + MAX_GAP &&
      end - range.start <= MAX_RANGE
    ) {
      range.entries.push(entry);
      range.end = Math.max(range.end, end);
      continue;
    }
    if (range) yield range;
    range = { entries: [entry], start: entry.position, end };
  }
  if (range) yield range;
}
