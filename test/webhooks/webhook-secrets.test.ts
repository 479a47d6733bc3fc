import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  derivedSecret,
  entriesFor,
  inScope,
  matchSecret,
  parseWebhookSecrets,
  type SecretToRegister,
  secretToRegister,
  type WebhookSecrets,
  WebhookSecretsError,
} from '../../lib/webhooks/webhook-secrets.ts';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';
const OTHER_KEY = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=';

const problemsOf = (json: unknown): readonly string[] => {
  try {
    parseWebhookSecrets(json);
  } catch (error) {
    if (error instanceof WebhookSecretsError) return error.problems.map(({ path, message }) => `${path} ${message}`);
  }
  return [];
};

describe('parseWebhookSecrets', () => {
  it('reads entries with and without a project', () => {
    const entries = [{ secret: 'one' }, { secret: 'two', project_id: 'project-b' }];
    expect(parseWebhookSecrets({ webhook_secrets: entries })).toEqual({ entries, keys: [] });
  });

  const noList = 'webhook_secrets must be a list with at least one entry';
  const isMissing = 'webhook_secrets[0].secret is missing';
  const unfit = 'webhook_secrets[0].secret must be 1 to 1024 printable ASCII characters, no space at its ends';
  const noProject =
    'webhook_secrets[0].project_id must be an id: 1 to 256 of A-Z a-z 0-9 _ . - and neither "." nor ".."';
  const unknownField = 'webhook_secrets[0] has a field other than secret and project_id';

  it.each<[string, unknown, ...string[]]>([
    ['a value that is undefined', undefined, noList],
    ['a text instead of a list', { webhook_secrets: 'one' }, noList],
    ['an empty list', { webhook_secrets: [] }, noList],
    ['an entry that is not an object', { webhook_secrets: ['one'] }, 'webhook_secrets[0] must be a JSON object'],
    ['an empty secret', { webhook_secrets: [{ secret: '' }] }, unfit],
    ['a missing secret', { webhook_secrets: [{ project_id: 'project-b' }] }, isMissing],
    ['spaces for a secret', { webhook_secrets: [{ secret: '   ' }] }, unfit],
    ['a secret with a leading space', { webhook_secrets: [{ secret: ' one' }] }, unfit],
    ['a secret with a trailing space', { webhook_secrets: [{ secret: 'one ' }] }, unfit],
    ['a secret with a trailing line break, which a header loses', { webhook_secrets: [{ secret: 'one\n' }] }, unfit],
    ['a secret that no header can carry', { webhook_secrets: [{ secret: '秘密' }] }, unfit],
    ['a secret that is too long', { webhook_secrets: [{ secret: 'x'.repeat(1_025) }] }, unfit],
    ['a secret that is a number', { webhook_secrets: [{ secret: 12345 }] }, unfit],
    ['an empty project', { webhook_secrets: [{ secret: 'one', project_id: '' }] }, noProject],
    ['a null project', { webhook_secrets: [{ secret: 'one', project_id: null }] }, noProject],
    [
      'a project that is present but undefined',
      { webhook_secrets: [{ secret: 'one', project_id: undefined }] },
      noProject,
    ],
    ['a misspelt project_id', { webhook_secrets: [{ secret: 'one', projectId: 'project-b' }] }, unknownField],
    [
      'a secret from a prototype',
      JSON.parse('{"webhook_secrets": [{"__proto__": {"secret": "one"}}]}'),
      unknownField,
      isMissing,
    ],
  ])('refuses %s', (_what, json, ...problems) => {
    expect(problemsOf(json)).toEqual(problems);
  });

  it.each(['x', 'a secret with spaces', '!~', 'x'.repeat(1_024)])('accepts the secret %j', (secret) => {
    expect(parseWebhookSecrets({ webhook_secrets: [{ secret }] })).toEqual({ entries: [{ secret }], keys: [] });
  });

  it('reads keys alone, and beside entries', () => {
    expect(parseWebhookSecrets({ keys: [KEY] })).toEqual({ entries: [], keys: [KEY] });
    const both = parseWebhookSecrets({ webhook_secrets: [{ secret: 'one' }], keys: [KEY, OTHER_KEY] });
    expect(both).toEqual({ entries: [{ secret: 'one' }], keys: [KEY, OTHER_KEY] });
  });

  const weak = 'must be 32 or more random bytes in hex or Base64, such as `openssl rand -hex 32` prints';
  it.each<[string, unknown, ...string[]]>([
    ['no list of keys', KEY, 'keys must be a list with at least one entry'],
    ['an empty list of keys', [], 'keys must be a list with at least one entry'],
    ['a key of 31 bytes in Base64', ['A1b2C3d4E5'.repeat(5).slice(0, 42)], `keys[0] ${weak}`],
    ['a key of one repeated word', ['secret'.repeat(10)], `keys[0] ${weak}`],
    ['a key with a line break at its end', [`${KEY}\n`], `keys[0] ${weak}`],
    ['a key behind a space', [` ${KEY}`], `keys[0] ${weak}`],
    ['a key that is a number', [KEY, 1], `keys[1] ${weak}`],
    ['a list in place of a key', [[KEY]], `keys[0] ${weak}`],
  ])('refuses %s', (_what, keys, ...problems) => {
    expect(problemsOf({ keys })).toEqual(problems);
    expect(problemsOf({ webhook_secrets: [{ secret: 'one' }], keys })).toEqual(problems);
  });

  it('reports all problems at once and repeats no secret', () => {
    const problems = problemsOf({
      webhook_secrets: [{ secret: 'my-secret', project_id: '..' }, { secret: 'my-secret' }, { secret: 'my-secret\t' }],
    });
    expect(problems).toEqual([noProject, unfit.replace('[0]', '[2]')]);
    expect(problems.join()).not.toContain('my-secret');
  });

  it('puts all problems into the error message', () => {
    const bad = { webhook_secrets: [{ secret: '' }, 'two'] };
    expect(() => parseWebhookSecrets(bad)).toThrow(
      `The webhook secrets cannot be used: ${unfit}; webhook_secrets[1] must be a JSON object`,
    );
  });
});

describe('matchSecret', () => {
  const entries = [
    { secret: 'old' },
    { secret: 'new' },
    { secret: 'shared', project_id: 'project-a' },
    { secret: 'shared', project_id: 'project-b' },
  ];

  it('matches any entry, so that a secret can be changed without downtime', () => {
    expect(matchSecret('old', entries)).toEqual([{ secret: 'old' }]);
    expect(matchSecret('new', entries)).toEqual([{ secret: 'new' }]);
  });

  it('returns all entries with the same secret', () => {
    expect(matchSecret('shared', entries)).toHaveLength(2);
  });

  it.each([undefined, '', 'ol', 'oldd', 'OLD', ' old', 'old,old'])(
    'matches no entry for the wrong header %j',
    (header) => {
      expect(matchSecret(header, entries)).toEqual([]);
    },
  );

  it('never matches an empty secret', () => {
    expect(matchSecret('', [{ secret: '' }])).toEqual([]);
    expect(matchSecret(undefined, [{ secret: '' }])).toEqual([]);
  });

  it('limits a secret to its project, unless the entry names no project', () => {
    expect(inScope(matchSecret('shared', entries), 'project-b')).toBe(true);
    expect(inScope(matchSecret('shared', entries), 'project-c')).toBe(false);
    expect(inScope(matchSecret('old', entries), 'project-c')).toBe(true);
    expect(inScope([], 'project-a')).toBe(false);
  });
});

describe('secretToRegister', () => {
  const own = { secret: 'own', project_id: 'a' };
  const other = { secret: 'other', project_id: 'b' };
  const shared = { secret: 'shared' };
  const derived = { secret: derivedSecret(OTHER_KEY, 'a'), projectId: 'a' };

  it.each<[string, WebhookSecrets, SecretToRegister | undefined]>([
    [
      'the entry of the project, before anything else',
      { entries: [other, shared, own], keys: [KEY] },
      { secret: 'own' },
    ],
    ['a secret under the last key', { entries: [shared, other], keys: [KEY, OTHER_KEY] }, derived],
    ['the shared secret, if there is no key', { entries: [other, shared], keys: [] }, { secret: 'shared' }],
    ['nothing, if only other projects have one', { entries: [other], keys: [] }, undefined],
  ])('is %s', (_what, secrets, expected) => {
    expect(secretToRegister(secrets, 'a')).toEqual(expected);
  });
});

describe('derived secrets', () => {
  const keys = fc.uint8Array({ minLength: 32, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  const ids = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
  const valid = (secret: string, projectHeader: string | undefined, projectId: string, known: readonly string[]) =>
    inScope(matchSecret(secret, entriesFor(projectHeader, { entries: [], keys: known })), projectId);

  it('are the HMAC-SHA256 of the project id, as openssl prints it', () => {
    // printf %s demo-project | openssl dgst -sha256 -hmac <KEY>
    expect(derivedSecret(KEY, 'demo-project')).toBe('21a75483e633fcd7b47310de1dd890ed1e1d9e0ff674ccbe85375350eb7769c3');
  });

  it('are valid for the project that the header names, and for no other', () => {
    fc.assert(
      fc.property(keys, ids, ids, (key, own, other) => {
        fc.pre(own !== other);
        const secret = derivedSecret(key, own);
        expect(valid(secret, own, own, [key])).toBe(true);
        expect(valid(secret, own, other, [key])).toBe(false);
        expect(valid(secret, other, other, [key])).toBe(false);
        expect(valid(secret, other, own, [key])).toBe(false);
        expect(valid(secret, undefined, own, [key])).toBe(false);
      }),
    );
  });

  it('are valid under every key that is configured, and under no removed one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(keys, { minLength: 2, maxLength: 4 }), ids, ([removed = '', ...kept], project) => {
        const isValid = (key: string, known: readonly string[]) =>
          valid(derivedSecret(key, project), project, project, known);
        for (const key of kept) expect(isValid(key, [removed, ...kept])).toBe(true);
        expect(isValid(removed, [removed, ...kept])).toBe(true);
        expect(isValid(removed, kept)).toBe(false);
      }),
    );
  });

  it('never match another text', () => {
    fc.assert(
      fc.property(keys, ids, fc.string(), (key, project, text) => {
        expect(valid(text, project, project, [key])).toBe(text === derivedSecret(key, project));
      }),
    );
  });

  it.each(['', '.', '..', 'a,a', 'annofab-functions:test', 'a/b', ' a'])(
    'do not exist for the project header %j, which is no id',
    (header) => {
      expect(entriesFor(header, { entries: [{ secret: 'one' }], keys: [KEY] })).toEqual([{ secret: 'one' }]);
    },
  );
});
