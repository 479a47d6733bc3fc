import fc from 'fast-check';
import type { WebhookEvent } from '../../../lib/webhooks/events.ts';
import { httpEvent } from '../../lambda/support.ts';
import { events } from '../../webhooks/events.ts';

/** A call of the receiver, before it becomes the event of a Lambda or bytes on a connection. */
export interface Call {
  readonly method: string;
  /** What the path names. */
  readonly eventType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly base64: boolean;
  /** Laid over the Lambda event at last; `undefined` takes a field away. */
  readonly over: Readonly<Record<string, unknown>>;
  /** What was to be sent before anybody meddled with it. */
  readonly event: WebhookEvent;
  readonly secret: string;
}

export const SECRET_NAME = 'x-webhook-secret';

/** Good for any project. */
export const MASTER_SECRET = 'good "for", all of them~';

/** What the receiver knows: one is the beginning of another, one differs in its case only, one project has two. */
export const webhookSecrets: readonly { readonly secret: string; readonly project_id?: string }[] = [
  { secret: 'a-secret', project_id: 'project-a' },
  { secret: 'a-secret-of-b', project_id: 'project-b' },
  { secret: 'A-Secret', project_id: 'project-c' },
  { secret: 'the next one of a', project_id: 'project-a' },
  { secret: MASTER_SECRET },
];

/** Was good once. */
export const WITHDRAWN_SECRET = 'the last one of a';

/** Nothing is wrong with these. */
export const validCalls: fc.Arbitrary<Call> = fc
  .tuple(events, fc.constantFrom(...webhookSecrets))
  .map(([event, { secret, project_id = event.project_id }]) => callOf({ ...recent(event), project_id }, secret));

/** The same in the week before the sample events, and at the same time of the day. */
function recent<E extends WebhookEvent>(event: E): E {
  const complete_datetime = event.complete_datetime.replace(
    /^\d{4}-\d(\d)-\d\d/,
    (_, digit) => `2019-05-0${1 + (digit % 6)}`,
  );
  return { ...event, complete_datetime };
}

/** A call as Annofab would make it. */
export function callOf(event: WebhookEvent, secret: string): Call {
  return {
    method: 'POST',
    eventType: event.event_type,
    headers: { 'content-type': 'application/json', [SECRET_NAME]: secret },
    body: JSON.stringify(event),
    base64: false,
    over: {},
    event,
    secret,
  };
}

/** The event as Lambda hands it to the function, in JSON: only there `__proto__` is a name as any other. */
export function lambdaEvent({ method, eventType, headers, body, base64, over }: Call): string {
  return JSON.stringify({ ...httpEvent({ method, eventType, headers, body, base64 }), ...over });
}

/**
 * Whether an event of Lambda may have an effect on a project, told without the receiver's own code: one of the headers of
 * that name is a secret, letter by letter, which is good for the project.
 */
export function mayHaveEffect(lambdaEvent: string, projectId: string): boolean {
  const { headers }: { headers?: unknown } = JSON.parse(lambdaEvent);
  const given = Object.entries(Object(headers)).filter(([name]) => name.toLowerCase() === SECRET_NAME);
  return webhookSecrets.some(
    ({ secret, project_id = projectId }) => project_id === projectId && given.some(([, value]) => value === secret),
  );
}
