import { describe, expect, it } from 'vitest';
import { InvalidQueryError } from '../../../lib/annofab/errors.ts';
import { encodeQuery } from '../../../lib/annofab/http/query.ts';
import { createClient, sendJson, startServer } from '../support.ts';

const encodings = { status: 'text', query: 'json', task_id: 'comma', no_user: 'flag' } as const;

describe('a query', () => {
  it.each([
    ['text as it is', { status: 'complete' }, '?status=complete'],
    ['numbers', { status: 3 }, '?status=3'],
    ['booleans', { status: false }, '?status=false'],
    ['what a URL cannot hold', { status: 'a&b=c 日本' }, '?status=a%26b%3Dc%20%E6%97%A5%E6%9C%AC'],
    ['half a surrogate pair', { status: '\ud800' }, '?status=%EF%BF%BD'],
    ['an object as JSON text', { query: { label_id: 'car' } }, `?query=${encodeURIComponent('{"label_id":"car"}')}`],
    ['JSON text that is ready', { query: '{"a":1}' }, `?query=${encodeURIComponent('{"a":1}')}`],
    ['ids joined by commas', { task_id: ['a', 'b'] }, '?task_id=a%2Cb'],
    ['a flag by its presence', { no_user: true }, '?no_user=true'],
    ['a flag that is off not at all', { no_user: false }, ''],
    ['what is undefined or null not at all', { status: undefined, task_id: null }, ''],
    ['several fields', { status: 'x', no_user: true }, '?status=x&no_user=true'],
    ['nothing', {}, ''],
  ])('encodes %s', (_what, query, expected) => {
    expect(encodeQuery(encodings, query)).toBe(expected);
  });

  it.each([
    ['a field the operation does not have', { stauts: 'x' }, /stauts; there is status, query, task_id, no_user/],
    ['an object where text is wanted', { status: {} }, /status/],
    ['not a number', { status: Number.NaN }, /status/],
    ['an empty list, which would filter nothing', { task_id: [] }, /task_id/],
    ['text where a list is wanted', { task_id: 'a' }, /task_id/],
    ['an item with a comma, which would be two', { task_id: ['a,b'] }, /comma/],
  ])('refuses a query with %s', (_what, query, message) => {
    expect(() => encodeQuery(encodings, query)).toThrow(InvalidQueryError);
    expect(() => encodeQuery(encodings, query)).toThrow(message);
  });

  it('sends the encoded query to Annofab', async () => {
    const server = await startServer((_request, response) => sendJson(response, { success: [], failure: [] }));
    const annofab = createClient(server);
    await annofab.getTasksInBulk({ project_id: 'p', query: { task_id: ['a', 'b'] } });
    await annofab.getTasks({ project_id: 'p', query: { status: 'complete', rejected_only: true, page: undefined } });
    expect(server.log).toEqual([
      'GET /api/v1/projects/p/tasks-in-bulk?task_id=a%2Cb',
      'GET /api/v1/projects/p/tasks?status=complete&rejected_only=true',
    ]);
  });
});
