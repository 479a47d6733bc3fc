import { EVENT_TYPES, type EventType } from '../../lib/webhooks/events.ts';
import { planWebhooks, type RegisteredWebhook, type WebhookField } from '../../lib/webhooks/plan-webhooks.ts';
import type { StageWebhooks } from '../../lib/webhooks/put-webhooks.ts';
import { webhookId, webhookRequest } from '../../lib/webhooks/templates.ts';
import { derivedSecret, type SecretToRegister, type WebhookSecrets } from '../../lib/webhooks/webhook-secrets.ts';

/** How a webhook of the stage is registered in a project, compared with the deployment. */
export interface WebhookState {
  readonly eventType: EventType;
  /** `switched off`: it is registered, and the settings switch its event off. */
  readonly state: 'in order' | 'missing' | 'different' | 'switched off';
  /** The fields that differ. Their values are left out, because one of them is the secret. */
  readonly differs: readonly WebhookField[];
}

interface Expected extends StageWebhooks {
  /** The address of the HTTP API. */
  readonly url: string;
  /** Any of them may be registered. */
  readonly accepted: readonly SecretToRegister[];
}

/** The state of each webhook that is, or should be, registered. */
export function webhookStates(registered: readonly RegisteredWebhook[], expected: Expected): WebhookState[] {
  const ids = new Set(registered.map(({ webhook_id }) => webhook_id));
  return EVENT_TYPES.flatMap((eventType): WebhookState[] => {
    const isRegistered = ids.has(webhookId(eventType, expected.stage));
    if (!expected.eventTypes.includes(eventType)) {
      return isRegistered ? [{ eventType, state: 'switched off', differs: [] }] : [];
    }
    if (!isRegistered) return [{ eventType, state: 'missing', differs: [] }];
    const differs = fewestDifferences(registered, eventType, expected);
    return [{ eventType, state: differs.length === 0 ? 'in order' : 'different', differs }];
  });
}

/** Every secret that the receiver accepts for a project: several are valid while one is replaced. */
export function acceptedSecrets({ entries, keys }: WebhookSecrets, projectId: string): SecretToRegister[] {
  return [
    ...entries.filter(({ project_id }) => project_id === projectId).map(({ secret }) => ({ secret })),
    ...keys.toReversed().map((key) => ({ secret: derivedSecret(key, projectId), projectId })),
    ...entries.filter(({ project_id }) => project_id === undefined).map(({ secret }) => ({ secret })),
  ];
}

function fewestDifferences(
  registered: readonly RegisteredWebhook[],
  eventType: EventType,
  { url, stage, accepted }: Expected,
): readonly WebhookField[] {
  const wanted = (secret: SecretToRegister) => [webhookRequest(eventType, { url, stage, ...secret })];
  const all = accepted.flatMap((secret) => planWebhooks(registered, wanted(secret)).map(({ differs }) => differs));
  return all.toSorted((one, other) => one.length - other.length)[0] ?? ['headers'];
}
