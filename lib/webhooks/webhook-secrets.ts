import { createHash, timingSafeEqual } from 'node:crypto';
import { isId } from '../core/ids.ts';
import { isJsonObject, ownField } from '../core/json.ts';
import { LoggableError } from '../core/loggable-error.ts';

/**
 * A secret that Annofab's calls may carry. Every member of a project can read the headers of its webhooks, so an entry
 * names the project whose events it is good for; without one it is good for all (a single team's mode).
 */
export interface WebhookSecret {
  readonly secret: string;
  readonly project_id?: string;
}

/** What is wrong with the configured webhook secrets. It never holds a secret. */
export class WebhookSecretsError extends LoggableError {
  override readonly name = 'WebhookSecretsError' as const;
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The webhook secrets cannot be used: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

// What survives a trip in an HTTP header unchanged: printable ASCII, no space at either end.
const SECRET_PATTERN = /^[\x21-\x7e](?:[\x20-\x7e]{0,1022}[\x21-\x7e])?$/;

/**
 * Reads `{"webhook_secrets": [{"secret": "…", "project_id": "…"}, …]}`. Several entries for one project allow a change of
 * the secret without a gap.
 *
 * @throws WebhookSecretsError naming all that is wrong: no entry, an empty secret, one that no header can carry, a
 * field that it does not know (a misspelt `project_id` would open all projects)
 */
export function parseWebhookSecrets(json: unknown): WebhookSecret[] {
  const entries = isJsonObject(json) ? ownField(json, 'webhook_secrets') : undefined;
  if (!Array.isArray(entries) || entries.length === 0) {
    throw new WebhookSecretsError(['webhook_secrets must be a list with at least one entry']);
  }
  const read = entries.map((entry: unknown, index) => readEntry(entry, `webhook_secrets[${index}]`));
  const problems = read.flatMap((entry) => entry.problems);
  if (problems.length > 0) throw new WebhookSecretsError(problems);
  return read.flatMap(({ entry }) => entry ?? []);
}

function readEntry(json: unknown, at: string): { entry?: WebhookSecret; problems: string[] } {
  if (!isJsonObject(json)) return { problems: [`${at} must be an object`] };
  const secret = ownField(json, 'secret');
  const projectId = ownField(json, 'project_id');
  const problems = Object.keys(json)
    .filter((name) => name !== 'secret' && name !== 'project_id')
    .map(() => `${at} has a field other than secret and project_id`);
  if (secret === '' || secret === undefined) return { problems: [...problems, `${at}.secret is empty`] };
  if (typeof secret !== 'string' || !SECRET_PATTERN.test(secret)) {
    return {
      problems: [...problems, `${at}.secret must be 1 to 1024 printable ASCII characters, no space at its ends`],
    };
  }
  if (projectId === undefined && !Object.hasOwn(json, 'project_id')) return { entry: { secret }, problems };
  if (!isId(projectId)) return { problems: [...problems, `${at}.project_id is not an id`] };
  return { entry: { secret, project_id: projectId }, problems };
}

/**
 * The entries whose secret is the one in the header; none for a missing or wrong one. Both sides are hashed and all
 * entries are compared, so that the time taken tells nothing of a secret, its length or its place.
 */
export function matchSecret(header: string | undefined, entries: readonly WebhookSecret[]): WebhookSecret[] {
  const given = sha256(header ?? '');
  const matching: WebhookSecret[] = [];
  for (const entry of entries) {
    if (timingSafeEqual(given, sha256(entry.secret))) matching.push(entry);
  }
  // An empty secret cannot be loaded, and must not let a missing header in even if one were.
  return header === undefined || header === '' ? [] : matching;
}

/** Whether one of the entries that matched is good for the project. */
export function inScope(entries: readonly WebhookSecret[], projectId: string): boolean {
  return entries.some(({ project_id }) => project_id === undefined || project_id === projectId);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
