import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { AnnofabClient } from '../../lib/annofab/index.ts';

const folder = new URL('../../docs/client/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

it.each(pages)('%s names only methods that the client has', (page) => {
  const annofab = new AnnofabClient({ credentials: { pat: 'not-sent' } });
  const text = readFileSync(new URL(page, folder), 'utf8');
  const names = new Set([...text.matchAll(/\bannofab\.((?:\w+\.)?\w+)(?=[(`])/g)].map(([, name = '']) => name));
  const unknown = [...names].filter((name) => !isThere(annofab, name.split('.')));
  expect(unknown).toEqual([]);
});

function isThere(from: object, [name = '', ...rest]: string[]): boolean {
  if (!(name in from)) return false;
  if (rest.length === 0) return true;
  const value: unknown = Reflect.get(from, name);
  return typeof value === 'object' && value !== null && isThere(value, rest);
}
