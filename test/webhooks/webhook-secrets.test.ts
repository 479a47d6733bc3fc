import { describe, expect, it } from 'vitest';
import { inScope, matchSecret, parseWebhookSecrets, WebhookSecretsError } from '../../lib/webhooks/webhook-secrets.ts';

const problemsOf = (json: unknown): readonly string[] => {
  try {
    parseWebhookSecrets(json);
  } catch (error) {
    if (error instanceof WebhookSecretsError) return error.problems;
  }
  return [];
};

describe('webhook secrets', () => {
  it('are read as entries, with or without a project', () => {
    const entries = [{ secret: 'one' }, { secret: 'two', project_id: 'project-b' }];
    expect(parseWebhookSecrets({ webhook_secrets: entries })).toEqual(entries);
  });

  const noList = 'webhook_secrets must be a list with at least one entry';
  const isEmpty = 'webhook_secrets[0].secret is empty';
  const unfit = 'webhook_secrets[0].secret must be 1 to 1024 printable ASCII characters, no space at its ends';
  const noProject = 'webhook_secrets[0].project_id is not an id';
  const unknownField = 'webhook_secrets[0] has a field other than secret and project_id';

  it.each<[string, unknown, ...string[]]>([
    ['nothing', undefined, noList],
    ['no list', { webhook_secrets: 'one' }, noList],
    ['an empty list', { webhook_secrets: [] }, noList],
    ['an entry that is no object', { webhook_secrets: ['one'] }, 'webhook_secrets[0] must be an object'],
    ['an empty secret', { webhook_secrets: [{ secret: '' }] }, isEmpty],
    ['a missing secret', { webhook_secrets: [{ project_id: 'project-b' }] }, isEmpty],
    ['spaces for a secret', { webhook_secrets: [{ secret: '   ' }] }, unfit],
    ['a space before it', { webhook_secrets: [{ secret: ' one' }] }, unfit],
    ['a space after it', { webhook_secrets: [{ secret: 'one ' }] }, unfit],
    ['a line break at its end, which a header loses', { webhook_secrets: [{ secret: 'one\n' }] }, unfit],
    ['a secret that no header can carry', { webhook_secrets: [{ secret: '秘密' }] }, unfit],
    ['a secret that is too long', { webhook_secrets: [{ secret: 'x'.repeat(1_025) }] }, unfit],
    ['a secret that is a number', { webhook_secrets: [{ secret: 12345 }] }, unfit],
    ['an empty project', { webhook_secrets: [{ secret: 'one', project_id: '' }] }, noProject],
    ['null for a project', { webhook_secrets: [{ secret: 'one', project_id: null }] }, noProject],
    [
      'a project that is there and undefined',
      { webhook_secrets: [{ secret: 'one', project_id: undefined }] },
      noProject,
    ],
    ['a misspelt project_id', { webhook_secrets: [{ secret: 'one', projectId: 'project-b' }] }, unknownField],
    [
      'a secret from a prototype',
      JSON.parse('{"webhook_secrets": [{"__proto__": {"secret": "one"}}]}'),
      unknownField,
      isEmpty,
    ],
  ])('are refused at load for %s', (_what, json, ...problems) => {
    expect(problemsOf(json)).toEqual(problems);
  });

  it.each(['x', 'a secret with spaces', '!~', 'x'.repeat(1_024)])('may be %j', (secret) => {
    expect(parseWebhookSecrets({ webhook_secrets: [{ secret }] })).toEqual([{ secret }]);
  });

  it('are refused with all that is wrong, and with no secret in the message', () => {
    const problems = problemsOf({
      webhook_secrets: [{ secret: 'my-secret', project_id: '..' }, { secret: 'my-secret' }, { secret: 'my-secret\t' }],
    });
    expect(problems).toEqual([noProject, unfit.replace('[0]', '[2]')]);
    expect(problems.join()).not.toContain('my-secret');
  });

  it('say so with all problems in the message', () => {
    const bad = { webhook_secrets: [{ secret: '' }, 'two'] };
    expect(() => parseWebhookSecrets(bad)).toThrow(
      `The webhook secrets cannot be used: ${isEmpty}; webhook_secrets[1] must be an object`,
    );
  });
});

describe('a secret in a header', () => {
  const entries = [
    { secret: 'old' },
    { secret: 'new' },
    { secret: 'shared', project_id: 'project-a' },
    { secret: 'shared', project_id: 'project-b' },
  ];

  it('matches any entry, so that a secret can be changed without a gap', () => {
    expect(matchSecret('old', entries)).toEqual([{ secret: 'old' }]);
    expect(matchSecret('new', entries)).toEqual([{ secret: 'new' }]);
  });

  it('matches all entries that have it', () => {
    expect(matchSecret('shared', entries)).toHaveLength(2);
  });

  it.each([undefined, '', 'ol', 'oldd', 'OLD', ' old', 'old,old'])('matches none when it is wrong: %j', (header) => {
    expect(matchSecret(header, entries)).toEqual([]);
  });

  it('never matches an empty one', () => {
    expect(matchSecret('', [{ secret: '' }])).toEqual([]);
    expect(matchSecret(undefined, [{ secret: '' }])).toEqual([]);
  });

  it('is good for its own project alone, or for all where the entry names none', () => {
    expect(inScope(matchSecret('shared', entries), 'project-b')).toBe(true);
    expect(inScope(matchSecret('shared', entries), 'project-c')).toBe(false);
    expect(inScope(matchSecret('old', entries), 'project-c')).toBe(true);
    expect(inScope([], 'project-a')).toBe(false);
  });
});
