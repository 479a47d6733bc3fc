import type { ZipEntry } from './central-directory.ts';

/** Entries that are fetched at once, and the bytes that hold them. */
export interface Span {
  readonly entries: ZipEntry[];
  readonly start: number;
  end: number;
}

/** A request costs about as much time as this many bytes. */
const MAX_GAP = 128 * 1024;

/** How much is fetched at once, unless one entry alone is larger. */
const MAX_SPAN = 2 * 2 ** 20;

/** Before and behind the content of an entry: the local header's extra fields, and the sizes that may follow. */
const SLACK = 256;

/**
 * Groups entries, in the order given, so that what stands close together is fetched by one request. In an archive
 * without order there may be one span per entry.
 */
export function* planSpans(entries: Iterable<ZipEntry>, archiveBytes: number): Generator<Span, void, undefined> {
  let span: Span | undefined;
  for (const entry of entries) {
    const end = Math.min(archiveBytes, entry.position + 30 + entry.path.length + entry.compressedBytes + SLACK);
    if (span && entry.position >= span.start && entry.position <= span.end + MAX_GAP && end - span.start <= MAX_SPAN) {
      span.entries.push(entry);
      span.end = Math.max(span.end, end);
      continue;
    }
    if (span) yield span;
    span = { entries: [entry], start: entry.position, end };
  }
  if (span) yield span;
}
