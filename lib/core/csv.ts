/**
 * The rows of a CSV text (RFC 4180), with or without a byte order mark. Empty lines are skipped.
 *
 * @throws SyntaxError that names the line from which the text cannot be read: a quote is not closed, or stands inside a field
 */
export function parseCsv(text: string): string[][] {
  // With a newline at its end, every field has a terminator.
  const whole = `${text.replace(/^\ufeff/, '').replace(/\r?\n$/, '')}\n`;
  const rows: string[][] = [];
  let row: string[] = [];
  let read = 0;
  for (const { 0: all, groups } of whole.matchAll(FIELD)) {
    read += all.length;
    row.push(groups?.['quoted']?.replaceAll('""', '"') ?? groups?.['plain'] ?? '');
    if (groups?.['end'] === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (read < whole.length) {
    throw new SyntaxError(`The CSV cannot be read from line ${whole.slice(0, read).split('\n').length} on`);
  }
  return rows;
}

/** Sticky: matches field after field, and stops at the first character that is not part of a field. */
const FIELD = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r?\n)/gy;
