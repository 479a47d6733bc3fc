import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import type { StageWebhooks } from '../../lib/webhooks/put-webhooks.ts';
import { webhookId } from '../../lib/webhooks/templates.ts';
import type { WebhookSecrets } from '../../lib/webhooks/webhook-secrets.ts';
import { acceptedSecrets, type WebhookState, webhookStates } from '../webhooks/webhook-state.ts';

/** What a deployment expects of its projects. */
export interface Expected extends StageWebhooks {
  /** The address of the HTTP API. */
  readonly url: string;
  readonly secrets: WebhookSecrets;
}

/** A project, as the account of the client sees it. */
export interface ProjectState {
  readonly project_id: string;
  /** `undefined`: the account is not an active member. */
  readonly role: string | undefined;
  /** `undefined`: only an owner can read webhooks. */
  readonly webhooks: readonly WebhookState[] | undefined;
}

/**
 * The ids of the projects that the deployment knows: those that have an entry in the webhook secrets, and, where a secret is
 * valid for projects without one, those of the account that have a webhook of the stage.
 */
export async function knownProjects(
  annofab: AnnofabClient,
  { secrets, stage }: Pick<Expected, 'secrets' | 'stage'>,
  signal: AbortSignal,
): Promise<string[]> {
  const known = new Set(secrets.entries.flatMap(({ project_id }) => (project_id === undefined ? [] : [project_id])));
  const hasOthers = secrets.keys.length > 0 || secrets.entries.some(({ project_id }) => project_id === undefined);
  if (!hasOthers) return [...known].sort();
  const ours = new Set(EVENT_TYPES.map((eventType) => webhookId(eventType, stage)));
  for (const project_id of await annofab.projects.idsWithRole(['owner'], { signal })) {
    if (known.has(project_id)) continue;
    const webhooks = await annofab.getWebhooks({ project_id }, { signal });
    if (webhooks.some(({ webhook_id }) => ours.has(webhook_id))) known.add(project_id);
  }
  return [...known].sort();
}

/** The role of the account in a project, and its webhooks compared with the deployment. */
export async function projectState(
  annofab: AnnofabClient,
  project_id: string,
  { secrets, ...expected }: Expected,
  signal: AbortSignal,
): Promise<ProjectState> {
  const role = await roleIn(annofab, project_id, signal);
  if (role !== 'owner') return { project_id, role, webhooks: undefined };
  const registered = await annofab.getWebhooks({ project_id }, { signal });
  const accepted = acceptedSecrets(secrets, project_id);
  return { project_id, role, webhooks: webhookStates(registered, { ...expected, accepted }) };
}

/** The role of the account in a project; `undefined` where it is not an active member. */
export async function roleIn(
  annofab: AnnofabClient,
  project_id: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const memberships = await annofab.getMyProjectMembers({}, { signal });
  const member = memberships.find((one) => one.project_id === project_id);
  return member?.member_status === 'active' ? member.member_role : undefined;
}
