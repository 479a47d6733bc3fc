import { describe, expect, it } from 'vitest';
import { inScope, matchSecret, parseWebhookSecrets, WebhookSecretsError } from '../../lib/webhooks/webhook-secrets.ts';

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
    expect(parseWebhookSecrets({ webhook_secrets: entries })).toEqual(entries);
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
    expect(parseWebhookSecrets({ webhook_secrets: [{ secret }] })).toEqual([{ secret }]);
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
