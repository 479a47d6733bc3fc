import { styleText } from 'node:util';

/**
 * A table for people. The head is bold on a terminal. Control characters are escaped: what is shown may come from others, and
 * contain terminal escape sequences.
 */
export function textTable(rows: readonly (readonly string[])[], head?: readonly string[]): string {
  const all = [...(head === undefined ? [] : [head]), ...rows].map((row) => row.map(printable));
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const isHead = (index: number) => head !== undefined && index === 0;
  return lines
    .map((line, index) => (isHead(index) ? styleText('bold', line, { stream: process.stdout }) : line))
    .join('\n');
}

/** Escapes control characters. */
export function printable(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
