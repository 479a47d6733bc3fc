import { expect, it } from 'vitest';
import { suggestion } from '../../lib/core/suggestion.ts';

it('suggests a name in any script, and none that has nothing in common', () => {
  expect(suggestion('自動車1', ['人', '自動車'])).toBe('did you mean 自動車?');
  expect(suggestion('犬', ['車', '人'])).toBe('use 車, 人');
});
