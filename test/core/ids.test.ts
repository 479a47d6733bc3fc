import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidIdError } from '../../lib/annofab/errors.ts';
import { assertId, buildPath } from '../../lib/annofab/http/path.ts';
import { operations } from '../../lib/annofab/index.ts';
import { isId, isPathSegment } from '../../lib/core/ids.ts';
import { demoSeed } from '../../local/annofab/seed/demo-seed.ts';
import { createClient, failureOf, sendJson, startServer } from '../annofab/support.ts';
import { startEmulator } from '../local/annofab/emulator.ts';

const bad: [what: string, value: unknown][] = [
  ['nothing', ''],
  ['one dot', '.'],
  ['two dots', '..'],
  ['an escaped dot segment', '%2e%2e'],
  ['a slash', 'a/b'],
  ['a backslash', 'a\\b'],
  ['a line end after it', 'a\n'],
  ['half a character', '\ud800'],
  ['a number', 1],
  ['undefined', undefined],
  ['a list', ['a']],
];

/** What Annofab may have, but no storage key. */
const unusual = ['taro@example.com', 'a b', 'タスク', 'a+b', '100%', 'a'.repeat(257)];

describe('isId, isPathSegment and assertId', () => {
  it.each(['a', 'A-1_b.c', '...', '.a', 'a..b', '0', 'a'.repeat(256)])('accept %s', (id) => {
    expect(isId(id)).toBe(true);
    expect(isPathSegment(id)).toBe(true);
    expect(() => assertId('task_id', id)).not.toThrow();
  });

  it.each(unusual)('accept %s in a path, but not in a storage key', (id) => {
    expect(isId(id)).toBe(false);
    expect(isPathSegment(id)).toBe(true);
    expect(() => assertId('task_id', id)).not.toThrow();
  });

  it.each(bad)('refuse %s', (_what, value) => {
    expect(isId(value)).toBe(false);
    expect(isPathSegment(value)).toBe(false);
    expect(() => assertId('task_id', value)).toThrow(InvalidIdError);
  });

  it('name the parameter and do not repeat the value', () => {
    expect(() => assertId('task_id', 'secret/../value')).toThrow(/^task_id must be an id(?!.*secret)/);
  });
});

describe('a user id that is an e-mail address', () => {
  it('reaches Annofab in the path of a request', async () => {
    const [project] = demoSeed.projects;
    if (!project) throw new Error('the demo has no project');
    const user_id = 'taro@example.com';
    const seed = {
      ...demoSeed,
      accounts: [...demoSeed.accounts, { user_id, account_id: 'taro', username: 'Taro', password: 'secret' }],
      organizations: demoSeed.organizations.map((one) => ({
        ...one,
        members: [...one.members, { user_id, role: 'contributor' as const }],
      })),
      projects: [{ ...project, members: [...project.members, { user_id, role: 'worker' as const }] }],
    };
    const { owner } = await startEmulator({ seed });
    expect(await owner.getProjectMember({ project_id: 'demo-project', user_id })).toMatchObject({ user_id });
  });
});

describe('a request with a bad id', () => {
  const texts = bad.filter((entry): entry is [string, string] => typeof entry[1] === 'string');

  it.each(texts)('is not sent when the id is %s', async (_what, task_id) => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const annofab = createClient(server);
    expect(await failureOf(annofab.getTask({ project_id: 'p', task_id }))).toBeInstanceOf(InvalidIdError);
    expect(server.log).toEqual([]);
  });

  it('is not sent when the id is left out', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const annofab = createClient(server);
    const params: { project_id: string; task_id: string } = JSON.parse('{"project_id":"p"}');
    expect((await failureOf(annofab.getTask(params))).message).toMatch(/^task_id/);
    expect(server.log).toEqual([]);
  });
});

describe('buildPath', () => {
  const templates = fc.constantFrom(...Object.values(operations).map(({ path }) => path));

  it('keeps the segments of its template for any ids', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('.', '..', '%2e', '%2E%2e', '..%2f', '?', '#', 'a/../b', '\\..\\'),
      fc.stringMatching(/^[A-Za-z0-9_.-]{1,20}$/),
    );
    fc.assert(
      fc.property(templates, fc.array(hostile, { minLength: 6, maxLength: 6 }), (template, values) => {
        const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
        const ids = Object.fromEntries(names.map((name, index) => [name, values[index]]));
        let path: string;
        try {
          path = buildPath(template, ids);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidIdError);
          return;
        }
        const segments = new URL(path, 'https://annofab.com').pathname.split('/');
        const expected = template
          .split('/')
          .map((segment) => (segment.startsWith('{') ? ids[segment.slice(1, -1)] : segment));
        expect(segments.map(decodeURIComponent)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads ids from own parameters only, not from the prototype', () => {
    expect(() => buildPath('/x/{constructor}', {})).toThrow(InvalidIdError);
  });
});
