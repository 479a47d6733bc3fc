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

  it.each([
    ['nothing', undefined],
    ['no list', { webhook_secrets: 'one' }],
    ['an empty list', { webhook_secrets: [] }],
    ['an entry that is no object', { webhook_secrets: ['one'] }],
    ['an empty secret', { webhook_secrets: [{ secret: '' }] }],
    ['a missing secret', { webhook_secrets: [{ project_id: 'project-b' }] }],
    ['spaces for a secret', { webhook_secrets: [{ secret: '   ' }] }],
    ['a secret that ends in a line break, which a header loses', { webhook_secrets: [{ secret: 'one\n' }] }],
    ['a secret that no header can carry', { webhook_secrets: [{ secret: '秘密' }] }],
    ['a secret that is a number', { webhook_secrets: [{ secret: 12345 }] }],
    ['an empty project', { webhook_secrets: [{ secret: 'one', project_id: '' }] }],
    ['null for a project', { webhook_secrets: [{ secret: 'one', project_id: null }] }],
    ['a misspelt project_id', { webhook_secrets: [{ secret: 'one', projectId: 'project-b' }] }],
    ['a secret from a prototype', JSON.parse('{"webhook_secrets": [{"__proto__": {"secret": "one"}}]}')],
  ])('are refused at load for %s', (_what, json) => {
    expect(problemsOf(json)).not.toEqual([]);
  });

  it('are refused with all that is wrong, and with no secret in the message', () => {
    const problems = problemsOf({
      webhook_secrets: [{ secret: 'my-secret', project_id: '..' }, { secret: 'my-secret' }, { secret: 'my-secret\t' }],
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('my-secret');
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
