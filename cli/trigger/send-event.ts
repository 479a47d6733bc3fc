import { isJsonObject, ownField, parseJson } from '../../lib/core/json.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import { PROJECT_HEADER, SECRET_HEADER } from '../../lib/webhooks/templates.ts';
import type { SecretToRegister } from '../../lib/webhooks/webhook-secrets.ts';
import { httpFetch } from '../deployment/http-fetch.ts';

const TIMEOUT_MS = 30_000;

/**
 * Sends an event as a webhook of Annofab does.
 *
 * @returns the receiver's status: `queued`, or `duplicate`
 * @throws Error with the receiver's own explanation when it does not accept the event
 */
export async function sendEvent(
  url: string,
  event: WebhookEvent,
  { secret: { secret, projectId }, signal }: { secret: SecretToRegister; signal: AbortSignal },
): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    [SECRET_HEADER]: secret,
    ...(projectId !== undefined && { [PROJECT_HEADER]: projectId }),
  };
  const request = { method: 'POST', headers, body: JSON.stringify(event) };
  const within = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const response = await httpFetch(url, { ...request, signal: within }).catch((cause: unknown) => {
    throw new Error(`The receiver at ${url} does not answer: ${reasonOf(cause)}`, { cause });
  });
  const answer = parseJson(await response.text());
  if (response.ok) return fieldOf(answer, 'status') ?? 'accepted';
  throw new Error(`The receiver answered ${response.status}: ${explanation(answer)}`);
}

/** Of a problem as RFC 9457 has it, or of an answer of the HTTP API. */
function explanation(answer: unknown): string {
  const errors = isJsonObject(answer) ? ownField(answer, 'errors') : undefined;
  const problems = Array.isArray(errors) ? errors : [];
  return [
    fieldOf(answer, 'detail') ?? fieldOf(answer, 'message') ?? 'no explanation',
    ...problems.map((problem: unknown) => `${fieldOf(problem, 'field')} ${fieldOf(problem, 'message')}`),
  ].join(' ');
}

/** A field of a JSON object, if it is text. */
function fieldOf(json: unknown, name: string): string | undefined {
  const value = isJsonObject(json) ? ownField(json, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
