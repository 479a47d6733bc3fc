import { createHash, timingSafeEqual } from 'node:crypto';
import { array, explain, id, isJsonObject, object, optional, ownField, type Problem, pattern } from '../core/json.ts';
import { LoggableError } from '../core/loggable-error.ts';

/**
 * A secret that authenticates Annofab's calls. Every member of a project can read the headers of its webhooks, so an entry
 * names the project whose events it is valid for; without a project it is valid for all (for a single team).
 */
export interface WebhookSecret {
  readonly secret: string;
  readonly project_id?: string;
}

/** The configured webhook secrets are wrong. The problems never contain a secret. */
export class WebhookSecretsError extends LoggableError {
  override readonly name = 'WebhookSecretsError' as const;
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`The webhook secrets cannot be used: ${explain(problems)}`);
    this.problems = problems;
  }
}

const shape = array(
  object(
    {
      // What survives a trip in an HTTP header unchanged.
      secret: pattern(
        /^[\x21-\x7e](?:[\x20-\x7e]{0,1022}[\x21-\x7e])?$/,
        'must be 1 to 1024 printable ASCII characters, no space at its ends',
      ),
      project_id: optional(id),
    },
    { unknown: 'refuse unnamed' },
  ),
  { isEmptyAllowed: false },
);

/**
 * Reads `{"webhook_secrets": [{"secret": "…", "project_id": "…"}, …]}`. Several entries for one project allow a change of
 * the secret without a gap.
 *
 * @throws WebhookSecretsError naming all that is wrong: no entry, an empty secret, one that no header can carry, an
 * unknown field (a misspelt `project_id` would open all projects)
 */
export function parseWebhookSecrets(json: unknown): WebhookSecret[] {
  const read = shape.read(isJsonObject(json) ? ownField(json, 'webhook_secrets') : undefined, 'webhook_secrets');
  if (read.ok) return read.value;
  throw new WebhookSecretsError(read.problems);
}

/**
 * The entries whose secret is in the header; none for a missing or wrong header. Both sides are hashed and all entries are
 * compared, so that the time reveals nothing about a secret, its length or its position.
 */
export function matchSecret(header: string | undefined, entries: readonly WebhookSecret[]): WebhookSecret[] {
  const given = sha256(header ?? '');
  const matching: WebhookSecret[] = [];
  for (const entry of entries) {
    if (timingSafeEqual(given, sha256(entry.secret))) matching.push(entry);
  }
  // An empty secret cannot be loaded; even if one were, it must not accept a missing header.
  return header === undefined || header === '' ? [] : matching;
}

/** Whether one of the matching entries is valid for the project. */
export function inScope(entries: readonly WebhookSecret[], projectId: string): boolean {
  return entries.some(({ project_id }) => project_id === undefined || project_id === projectId);
}

/** The secret to register in a project: its own, or else one that is valid for all projects. */
export function secretOf(entries: readonly WebhookSecret[], projectId: string): string | undefined {
  const own = entries.find(({ project_id }) => project_id === projectId);
  return (own ?? entries.find(({ project_id }) => project_id === undefined))?.secret;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
