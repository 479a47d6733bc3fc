import { invalidBody } from '../../core/errors.ts';

/**
 * The rows of a CSV file in UTF-8, with or without a byte order mark, or in UTF-16LE with one. Empty lines are none.
 *
 * @throws Failure 400 for any other encoding, and for a quotation that does not end
 */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes);
  const rows: string[][] = [];
  let row: string[] = [];
  let read = 0;
  for (const { 0: all, groups } of text.matchAll(FIELD)) {
    read += all.length;
    row.push(groups?.['quoted']?.replaceAll('""', '"') ?? groups?.['plain'] ?? '');
    if (groups?.['end'] === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (read < text.length)
    throw invalidBody(`The CSV cannot be read from ${JSON.stringify(text.slice(read, read + 30))} on`);
  return rows;
}

/** One after the other, to the end or to what is none. */
const FIELD = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r?\n)/gy;

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    // Ends with a line's end, so that every field has an end.
    return `${new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r?\n$/, '')}\n`;
  } catch {
    throw invalidBody('The CSV is neither UTF-8 nor UTF-16LE with a byte order mark');
  }
}
