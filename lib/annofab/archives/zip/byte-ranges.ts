import type { EntryTable } from './entry-table.ts';
import { HEADER_BYTES } from './local-header.ts';

/** Entries that one request fetches, and the bytes that hold them. `end` is exclusive. */
export interface ByteRange {
  /** Indices, since an object for each entry of the ranges ahead would outlive several garbage collections. */
  readonly indices: number[];
  readonly start: number;
  end: number;
}

/** Fetching this many unwanted bytes takes about as long as another request. */
const MAX_GAP = 128 * 1024;

/** The longest range, unless a single entry is larger. */
export const MAX_RANGE_BYTES = 2 * 2 ** 20;

/** Allowance for the local header's extra fields before the content, and the data descriptor behind it. */
const SLACK = 256;

/**
 * Groups entries, in the order given, so that one request fetches those that are close together. If the order is not
 * that of the archive, there may be one range per entry.
 */
export function* planByteRanges(
  table: EntryTable,
  indices: Iterable<number>,
  archiveBytes: number,
  maxBytes = MAX_RANGE_BYTES,
): Generator<ByteRange, void, undefined> {
  let range: ByteRange | undefined;
  for (const index of indices) {
    const start = table.positionAt(index);
    const end = Math.min(archiveBytes, start + HEADER_BYTES + table.contentBytesAt(index) + SLACK);
    if (range && start >= range.start && start <= range.end + MAX_GAP && end - range.start <= maxBytes) {
      range.indices.push(index);
      range.end = Math.max(range.end, end);
      continue;
    }
    if (range) yield range;
    range = { indices: [index], start, end };
  }
  if (range) yield range;
}
