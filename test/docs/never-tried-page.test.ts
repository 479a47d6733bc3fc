import { expect, it } from 'vitest';
import { ASSUMPTIONS } from '../../cli/pilot/assumptions/assumptions.ts';
import { readPage } from './pages.ts';

it('docs/never-tried.md lists every assumption that pilot tries, and what rests on it', () => {
  const page = readPage('docs/never-tried.md');
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.+?) \| .*\w.* \|$/gm)].map(([, id, title]) => [id, title]);
  expect(rows).toEqual(ASSUMPTIONS.map(({ id, title }) => [id, title]));
});
