/** Fields of Annofab's bodies whose value is a secret. */
const SECRET_FIELD = /password|token|secret|session|mfa_code/i;

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // The query of a signed address works like a password.
  [/(https?:\/\/[^\s"'<>?]*)\?[^\s"'<>]*/gi, '$1?[redacted]'],
  [/\bBearer\s+[^\s"',]+/gi, 'Bearer [redacted]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[redacted]'],
  [
    /("?\b\w*(?:password|token|secret|session|mfa_code)\w*"?\s*[:=]\s*)(?:"(?:[^"\\]|\\.)*"?|'[^']*'|[^\s,"'}]+)/gi,
    '$1[redacted]',
  ],
];

/** Shorter ones would remove half a message, and do not occur. */
const SHORTEST_SECRET = 4;

/**
 * Removes from a text what must not reach a log: the given secrets (as they are, within JSON, within a URL), signed
 * queries, tokens, and the values of fields named like secrets.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const forms = secrets.filter((secret) => secret.length >= SHORTEST_SECRET).flatMap(formsOf);
  const withoutSecrets = forms.reduce((rest, form) => rest.replaceAll(form, '[redacted]'), text);
  return PATTERNS.reduce((rest, [pattern, replacement]) => rest.replaceAll(pattern, replacement), withoutSecrets);
}

function formsOf(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())];
}

/** An address without its query, for messages. */
export function redactUrl(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

/** The secrets in a request body, so that a response that quotes them can be redacted. */
export function secretsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' && SECRET_FIELD.test(name) ? [value] : secretsIn(value),
  );
}
