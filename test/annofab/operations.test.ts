import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Operation } from '../../lib/annofab/api-description.ts';
import { operations } from '../../lib/annofab/api-description.ts';

const table: [id: string, operation: Operation][] = Object.entries(operations);

interface PathItem {
  readonly parameters?: readonly { readonly $ref: string }[];
}

function readPaths(): Record<string, PathItem> {
  const url = new URL('../../lib/annofab/openapi.yaml', import.meta.url);
  return parse(readFileSync(url, 'utf8')).paths;
}

describe('the operation table', () => {
  it('has every current and removed operation of Annofab', () => {
    expect(table).toHaveLength(175);
    expect(table.filter(([, operation]) => !operation.removed)).toHaveLength(149);
  });

  it('has one row per method and path', () => {
    const routes = new Set(table.map(([, { method, path }]) => `${method} ${path}`));
    expect(routes.size).toBe(table.length);
  });

  it.each(table)('%s has a valid path and summary', (_id, { path, summary }) => {
    expect(path).toMatch(/^\/api(\/v[12])?(\/([a-z0-9_-]+|\{[a-z_]+\}))+$/);
    expect(summary).toMatch(/^[A-Z][^\n]*[^.\s]$/);
  });

  it('declares every path parameter', () => {
    const paths = readPaths();
    for (const [id, { path }] of table) {
      const inBraces = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `#/components/parameters/${name}`);
      const declared = paths[path]?.parameters?.map(({ $ref }) => $ref) ?? [];
      expect(declared, id).toEqual(inBraces);
    }
  });

  it('names the replacement of each removed operation', () => {
    const nameless = table.filter(([, { removed, deprecated }]) => removed && !deprecated);
    expect(nameless).toEqual([]);
  });

  it('marks reads as safe to retry, and operations with a lock as unsafe', () => {
    for (const [id, { method, retry, conflict }] of table) {
      if (method === 'GET') expect(retry, id).toBe('safe');
      if (method !== 'GET' && conflict?.includes('stale')) expect(retry, id).toBe('unsafe');
    }
  });

  it('marks an operation as paged only where its query has paging fields', () => {
    for (const [id, { paging, query }] of table) {
      if (paging === 'page') expect(query, id).toMatchObject({ page: 'text', limit: 'text' });
      if (paging === 'cursor') expect(query, id).toHaveProperty('exclusive_start_created_datetime');
    }
  });

  it('needs no token for operations that return one', () => {
    const open = table.filter(([, { auth, removed }]) => auth === 'none' && !removed).map(([id]) => id);
    expect(open.sort()).toEqual([
      'issueProjectGuestUserToken',
      'login',
      'loginRespondToAuthChallenge',
      'logout',
      'refreshToken',
      'requestPluginToken',
    ]);
  });
});
