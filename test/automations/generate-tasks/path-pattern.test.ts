import { describe, expect, it } from 'vitest';
import { parsePathPattern } from '../../../lib/automations/generate-tasks/path-pattern.ts';

const read = (pattern: string, path: string) => parsePathPattern(pattern)?.(path);

describe('a path pattern', () => {
  it.each([
    ['*/{city}/{date}/*', 'a.zip/tokyo/2026-01-31/1.png', { city: 'tokyo', date: '2026-01-31' }],
    ['**/cam-{camera}/*.png', 'a.zip/x/y/cam-2/1.png', { camera: '2' }],
    ['a.(zip)/{x}_{y}', 'a.(zip)/1_2', { x: '1', y: '2' }],
    ['{道}', 'x', undefined],
    ['*/{city}/*', 'a.zip/tokyo', undefined],
    ['*/{city}/*', 'a.zip/tokyo/x/1.png', undefined],
    ['a.zip/{x}', 'aXzip/1', undefined],
    ['{x}', '', undefined],
  ])('%s reads %s', (pattern, path, values) => {
    expect(read(pattern, path)).toEqual(values);
  });

  it.each(['', '*/*', '{}', '{a b}', '{a}/{a}', '{a', 'a}', '{a}{'])('is refused: %s', (pattern) => {
    expect(parsePathPattern(pattern)).toBeUndefined();
  });
});
