import { styleText } from 'node:util';

/**
 * A table for people. The head is bold on a terminal. Control characters are escaped: what is shown may come from others, and
 * contain terminal escape sequences.
 */
export function textTable(rows: readonly (readonly string[])[], head?: readonly string[]): string {
  const all = [...(head === undefined ? [] : [head]), ...rows].map((row) => row.map(printable));
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  const isHead = (index: number) => head !== undefined && index === 0;
  return lines
    .map((line, index) => (isHead(index) ? styleText('bold', line, { stream: process.stdout }) : line))
    .join('\n');
}

/** Characters that take two columns of a terminal: those of Japanese, Chinese and Korean, in full width, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/** Escapes control characters. */
export function printable(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
