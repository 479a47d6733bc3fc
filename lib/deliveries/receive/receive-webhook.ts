import { QueueError } from '../../aws/queue.ts';
import type { Secret } from '../../aws/secret.ts';
import { untilAborted } from '../../core/async/until-aborted.ts';
import { countAlerts } from '../../runtime/alerts.ts';
import type { HttpInvocation } from '../../runtime/context.ts';
import { errorFields } from '../../runtime/error-fields.ts';
import { type HttpAnswer, HttpProblem } from '../../runtime/http-problem.ts';
import type { HttpRequest } from '../../runtime/http-request.ts';
import { deliveryKey } from '../../webhooks/delivery-key.ts';
import type { WebhookEvent } from '../../webhooks/events.ts';
import { MAX_BODY_BYTES, readEvent } from '../../webhooks/read-event.ts';
import { PROJECT_HEADER, SECRET_HEADER } from '../../webhooks/templates.ts';
import {
  entriesFor,
  inScope,
  matchSecret,
  type WebhookSecret,
  type WebhookSecrets,
} from '../../webhooks/webhook-secrets.ts';
import type { NewDelivery } from '../ledger/entry.ts';
import { acceptDelivery, type Outbox } from './accept-delivery.ts';

export interface ReceiverServices extends Outbox {
  readonly webhookSecrets: Secret<WebhookSecrets>;
  /** A request that takes longer, in milliseconds, is answered with a 503. */
  readonly answerWithinMs: number;
}

const JSON_TYPE = /^(|text\/plain|application\/json|[!#$&^_.+a-z0-9-]+\/[!#$&^_.+a-z0-9-]+\+json)$/;

const RETRY_AFTER = { headers: { 'retry-after': '60' } };

/**
 * Receives a webhook of Annofab and puts its event into the queue of its type. The checks are listed in the order in which
 * they are made: before the secret, nothing of the body is checked except its size.
 */
export async function receiveWebhook(ctx: ReceiverServices & HttpInvocation): Promise<HttpAnswer> {
  const { request } = ctx;
  const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(ctx.answerWithinMs)]);
  checkMethod(request);
  checkSize(request);
  const entries = await matchingEntries(ctx, signal);
  checkContentType(request);
  const { kind, event } = readBody(request, ctx.now());
  checkIsOn(ctx, event);
  if (kind === 'test') return acknowledgeTest(ctx, event);
  await checkScope(ctx, { event, entries, signal });
  return accept(ctx, event, signal);
}

function checkMethod({ method }: HttpRequest): void {
  if (method === 'POST') return;
  throw new HttpProblem(405, 'method', 'Webhooks are sent by POST.', { headers: { allow: 'POST' } });
}

function checkSize({ body }: HttpRequest): void {
  if (body.byteLength > MAX_BODY_BYTES) throw tooLarge();
}

async function matchingEntries(ctx: ReceiverServices & HttpInvocation, signal: AbortSignal): Promise<WebhookSecret[]> {
  const { request, webhookSecrets } = ctx;
  const header = request.header(SECRET_HEADER);
  if (header === undefined || header === '') {
    throw new HttpProblem(401, 'missing-secret', `The header ${SECRET_HEADER} is missing.`);
  }
  const known = matching(request, await readSecrets(signal, () => webhookSecrets.get()));
  if (known.length > 0) return known;
  const reread = await rereadEntries(ctx, signal);
  if (reread.length > 0) return reread;
  throw new HttpProblem(401, 'wrong-secret', `The header ${SECRET_HEADER} does not hold a known secret.`);
}

/** Before a request is refused: the secrets may have been changed recently. */
async function rereadEntries(
  { request, webhookSecrets }: ReceiverServices & HttpInvocation,
  signal: AbortSignal,
): Promise<WebhookSecret[]> {
  return matching(request, await readSecrets(signal, () => webhookSecrets.reread()));
}

/** Only headers are read: an entry that matches says of which project the body may be. */
function matching(request: HttpRequest, secrets: WebhookSecrets): WebhookSecret[] {
  return matchSecret(request.header(SECRET_HEADER), entriesFor(request.header(PROJECT_HEADER), secrets));
}

async function checkScope(
  ctx: ReceiverServices & HttpInvocation,
  { event, entries, signal }: { event: WebhookEvent; entries: WebhookSecret[]; signal: AbortSignal },
): Promise<void> {
  if (inScope(entries, event.project_id) || inScope(await rereadEntries(ctx, signal), event.project_id)) return;
  throw new HttpProblem(401, 'out-of-scope', 'The secret is not valid for this project.');
}

/**
 * Depending on their settings, webhooks may come without a type or as text; any charset is read as UTF-8. A gateway joins
 * repeated headers by commas.
 */
function checkContentType(request: HttpRequest): void {
  const header = (request.header('content-type') ?? '').toLowerCase().replaceAll(/"[^"]*"/g, '');
  const mediaTypes = header.split(',').map((one) => (one.split(';', 1)[0] ?? '').trim());
  if (mediaTypes.every((one) => JSON_TYPE.test(one))) return;
  throw new HttpProblem(415, 'content-type', 'The body must be JSON.');
}

function readBody({ pathParameters, body }: HttpRequest, now: number) {
  const read = readEvent(pathParameters['event_type'], decoded(body), now);
  switch (read.kind) {
    case 'too large':
      throw tooLarge();
    case 'bad json':
      throw badJson();
    case 'unknown event type':
      throw new HttpProblem(404, 'unknown-event-type', 'There is no such event type.');
    case 'bad fields':
      throw new HttpProblem(400, 'bad-fields', 'Fields of the body are missing or wrong.', { errors: read.problems });
    default:
      return read;
  }
}

function decoded(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw badJson();
  }
}

function badJson(): HttpProblem {
  return new HttpProblem(400, 'bad-json', 'The body is not JSON in UTF-8.');
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'too-large', 'The body is larger than 64 KiB.');
}

/** An event that a setting switches off has no queue. */
function checkIsOn({ queues }: ReceiverServices, { event_type }: WebhookEvent): void {
  if (queues[event_type] !== undefined) return;
  throw new HttpProblem(404, 'unknown-event-type', 'This event type is switched off: delete its webhook.');
}

/** A test delivery is not queued, so any known secret may send it. */
function acknowledgeTest({ log }: HttpInvocation, event: WebhookEvent): HttpAnswer {
  const { key, label } = deliveryKey(event);
  log
    .forDelivery({ delivery_key: key, delivery: label })
    .info('Test delivery received', { event_type: event.event_type });
  return { status: 202, json: { key, status: 'test' } };
}

async function accept(
  ctx: ReceiverServices & HttpInvocation,
  event: WebhookEvent,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { request, counters, now } = ctx;
  const { key, label } = deliveryKey(event);
  const log = ctx.log.forDelivery({ delivery_key: key, delivery: label });
  const { event_type } = event;
  const arrival = { receivedAt: new Date(now()).toISOString(), requestId: request.id };
  const onUnrecorded = (error: unknown) => {
    log.warn('Ledger update failed after the message was queued', { event_type, ...errorFields(error) });
    countAlerts(counters, error);
  };

  const delivery: NewDelivery = { key, label, event, source: 'webhook', ...arrival };
  const status = await acceptDelivery(ctx, delivery, { signal, onUnrecorded }).catch((cause: unknown) => {
    if (!(cause instanceof QueueError)) throw unavailable('ledger', cause);
    log.error('Queueing the message failed', { event_type });
    throw unavailable('queue', cause);
  });
  if (status === 'duplicate') {
    log.info('Delivery received again; dropped as a duplicate', { event_type, outcome: 'duplicate' });
    counters.count('duplicate', { event_type });
  } else {
    log.info('Delivery received and queued', { event_type, body_bytes: request.body.byteLength });
    counters.count('received', { event_type });
  }
  return { status: 202, json: { key, status } };
}

async function readSecrets(signal: AbortSignal, read: () => Promise<WebhookSecrets>): Promise<WebhookSecrets> {
  try {
    return await untilAborted(signal, read);
  } catch (cause) {
    throw unavailable('secret', cause);
  }
}

function unavailable(what: 'ledger' | 'queue' | 'secret', cause: unknown): HttpProblem {
  return new HttpProblem(503, what, 'The request could not be processed now: try again later.', {
    ...RETRY_AFTER,
    cause,
  });
}
