import { describe, expect, it } from 'vitest';
import { suggestion } from '../../lib/core/suggestion.ts';

describe('the suggestion for an unknown name', () => {
  it.each([
    ['delivries', ['deliveries', 'datasets'], 'did you mean deliveries?'],
    ['Keep_Archives', ['keepArchives'], 'did you mean keepArchives?'],
    ['信号気', ['歩行者', '信号機'], 'use 歩行者, 信号機'],
    ['大型トラク', ['歩行者', '大型トラック'], 'did you mean 大型トラック?'],
    ['車', ['人', '信号'], 'use 人, 信号'],
    ['自動車1', ['人', '自動車'], 'did you mean 自動車?'],
    ['car', [], 'there are none'],
  ])('%s of %j: %s', (name, names, expected) => {
    expect(suggestion(name, names)).toBe(expected);
  });
});
