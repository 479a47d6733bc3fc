import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '../core/ids.ts';
import {
  array,
  check,
  explain,
  id,
  isJsonObject,
  type JsonObject,
  object,
  optional,
  ownField,
  type Problem,
  pattern,
  type Read,
  type Shape,
} from '../core/json.ts';
import { LoggableError } from '../core/loggable-error.ts';

/**
 * A secret that authenticates Annofab's calls. Every member of a project can read the headers of its webhooks, so an entry
 * names the project whose events it is valid for; without a project it is valid for all (for a single team).
 */
export interface WebhookSecret {
  readonly secret: string;
  readonly project_id?: string;
}

/** What the secret of the webhooks holds. */
export interface WebhookSecrets {
  readonly entries: readonly WebhookSecret[];
  /** From each key, a secret is derived for every project: see {@link derivedSecret}. */
  readonly keys: readonly string[];
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

const entryShape = object(
  {
    // What survives a trip in an HTTP header unchanged.
    secret: pattern(
      /^[\x21-\x7e](?:[\x20-\x7e]{0,1022}[\x21-\x7e])?$/,
      'must be 1 to 1024 printable ASCII characters, no space at its ends',
    ),
    project_id: optional(id),
  },
  { unknown: 'refuse unnamed' },
);

const ENCODED_BYTES = /^[A-Za-z0-9+/_-]{43,1024}={0,2}$/;

/** Random bytes have more different digits than this, in hex too; a typed word that was repeated has fewer. */
const MIN_DIFFERENT_DIGITS = 10;

const keyShape = check(
  (value): value is string =>
    typeof value === 'string' && ENCODED_BYTES.test(value) && new Set(value).size >= MIN_DIFFERENT_DIGITS,
  'must be 32 or more random bytes in hex or Base64, such as `openssl rand -hex 32` prints',
);

const entriesShape = array(entryShape, { isEmptyAllowed: false });
const keysShape = array(keyShape, { isEmptyAllowed: false });

/**
 * Reads `{"webhook_secrets": [{"secret": "…", "project_id": "…"}, …], "keys": ["…", …]}`, where one of the two lists may be
 * left out. Several entries for one project, and several keys, allow a change without downtime.
 *
 * @throws WebhookSecretsError naming all that is wrong: neither entry nor key, an empty secret, one that no header can carry, a
 * weak key, an unknown field of an entry (a misspelt `project_id` would open all projects)
 */
export function parseWebhookSecrets(json: unknown): WebhookSecrets {
  const given = isJsonObject(json) ? json : {};
  const hasKeys = Object.hasOwn(given, 'keys');
  const hasEntries = Object.hasOwn(given, 'webhook_secrets') || !hasKeys;
  const entries = readList(entriesShape, given, { name: 'webhook_secrets', isRead: hasEntries });
  const keys = readList(keysShape, given, { name: 'keys', isRead: hasKeys });
  if (entries.ok && keys.ok) return { entries: entries.value, keys: keys.value };
  throw new WebhookSecretsError([entries, keys].flatMap((read) => (read.ok ? [] : read.problems)));
}

function readList<T>(
  shape: Shape<T[]>,
  json: JsonObject,
  { name, isRead }: { name: string; isRead: boolean },
): Read<T[]> {
  return isRead ? shape.read(ownField(json, name), name) : { ok: true, value: [] };
}

/**
 * The secret of a project under a key: the HMAC-SHA256 of its id, in hex. It reveals neither the key nor the secret of another
 * project, so a member may read it in the headers of the project's webhooks.
 *
 * The key is used as text: `printf %s <project id> | openssl dgst -sha256 -hmac <key>` prints the same.
 */
export function derivedSecret(key: string, projectId: string): string {
  return createHmac('sha256', key).update(projectId).digest('hex');
}

/**
 * The entries that a request can match: the configured ones, and one for each key if the request names its project.
 *
 * @param projectHeader not trusted: an entry that is derived from it is valid only for that project, and only the holder of a
 * key knows its secret
 */
export function entriesFor(projectHeader: string | undefined, { entries, keys }: WebhookSecrets): WebhookSecret[] {
  if (!isId(projectHeader)) return [...entries];
  const derived = keys.map((key) => ({ secret: derivedSecret(key, projectHeader), project_id: projectHeader }));
  return [...entries, ...derived];
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

/** What to register in the webhooks of a project. With `projectId`, the request names its project: see {@link derivedSecret}. */
export interface SecretToRegister {
  readonly secret: string;
  readonly projectId?: string;
}

/**
 * The secret to register in a project: its own, one derived from the last key (a new key is added at the end), or else one that
 * is valid for all projects.
 */
export function secretToRegister({ entries, keys }: WebhookSecrets, projectId: string): SecretToRegister | undefined {
  const own = entries.find(({ project_id }) => project_id === projectId);
  if (own !== undefined) return { secret: own.secret };
  const key = keys.at(-1);
  if (key !== undefined) return { secret: derivedSecret(key, projectId), projectId };
  const shared = entries.find(({ project_id }) => project_id === undefined);
  return shared && { secret: shared.secret };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
