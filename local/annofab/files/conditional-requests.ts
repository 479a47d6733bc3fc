import type { IncomingHttpHeaders } from 'node:http';
import type { StoredFile } from '../core/state.ts';

/** From `start`, inclusive, to `end`, exclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a `Range` header with one range. As on S3, an invalid header and several ranges mean the whole file.
 *
 * @returns `unsatisfiable` when the range begins behind the end of the file
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') {
    const length = Math.min(size, Number(last));
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size : Math.min(size, Number(last) + 1) };
}

/** Evaluates the conditions of a GET (RFC 9110, 13.2.2): an ETag takes precedence over a date. */
export function preconditionOf(headers: IncomingHttpHeaders, file: StoredFile): 304 | 412 | undefined {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match !== undefined && !matches(match, file.etag)) return 412;
  if (match === undefined && isChangedSince(headers['if-unmodified-since'], file) === true) return 412;
  if (noneMatch !== undefined) return matches(noneMatch, file.etag) ? 304 : undefined;
  return isChangedSince(headers['if-modified-since'], file) === false ? 304 : undefined;
}

function matches(list: string, etag: string): boolean {
  return list.split(',').some((item) => ['*', etag].includes(item.trim().replace(/^W\//, '')));
}

/** Undefined without a valid date. Compares seconds, the precision of HTTP dates. */
function isChangedSince(date: string | undefined, file: StoredFile): boolean | undefined {
  const since = Date.parse(date ?? '');
  return Number.isNaN(since) ? undefined : Math.floor(file.lastModified.getTime() / 1000) > since / 1000;
}
