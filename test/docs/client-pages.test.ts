import { expect, it } from 'vitest';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { PAGES, readPage } from './pages.ts';

it.each(PAGES.filter((page) => /^(README|docs\/client\/)/.test(page)))(
  '%s names only methods that the client has',
  (page) => {
    const annofab = new AnnofabClient({ credentials: { pat: 'not-sent' } });
    const text = readPage(page);
    const names = new Set([...text.matchAll(/\bannofab\.((?:\w+\.)?\w+)(?=[(`])/g)].map(([, name = '']) => name));
    const unknown = [...names].filter((name) => !isThere(annofab, name.split('.')));
    expect(unknown).toEqual([]);
  },
);

function isThere(from: object, [name = '', ...rest]: string[]): boolean {
  if (!(name in from)) return false;
  if (rest.length === 0) return true;
  const value: unknown = Reflect.get(from, name);
  return typeof value === 'object' && value !== null && isThere(value, rest);
}
