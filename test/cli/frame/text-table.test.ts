import { describe, expect, it } from 'vitest';
import { textTable } from '../../../cli/frame/text-table.ts';

describe('textTable', () => {
  it('aligns columns as a terminal shows them, also with Japanese text and pictures', () => {
    const rows = [
      ['車両', '1'],
      ['歩行者🚶', '2'],
      ['road', '3'],
      ['ﾊﾞｽ', '4'],
    ];
    expect(textTable(rows).split('\n')).toEqual(['車両      1', '歩行者🚶  2', 'road      3', 'ﾊﾞｽ       4']);
  });

  it('escapes control characters', () => {
    expect(textTable([['\u001b[31mred', 'x']])).toBe('\\u{1b}[31mred  x');
  });
});
