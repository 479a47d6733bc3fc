import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import type { StageWebhooks } from '../../lib/webhooks/put-webhooks.ts';
import { webhookId } from '../../lib/webhooks/templates.ts';
import type { WebhookSecrets } from '../../lib/webhooks/webhook-secrets.ts';
import { acceptedSecrets, type WebhookState, webhookStates } from '../webhooks/webhook-state.ts';

/** An account may own hundreds of projects. */
const CONCURRENCY = 4;

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
  const owned = await annofab.projects.idsWithRole(['owner'], { signal });
  const others = owned.filter((project_id) => !known.has(project_id));
  await mapInOrder(others, CONCURRENCY, async (project_id) => {
    const webhooks = await annofab.getWebhooks({ project_id }, { signal });
    if (webhooks.some(({ webhook_id }) => ours.has(webhook_id))) known.add(project_id);
  });
  return [...known].sort();
}

/** The roles of the account, by the ids of the projects in which it is an active member. */
export async function rolesByProject(
  annofab: AnnofabClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const memberships = await annofab.getMyProjectMembers({}, { signal });
  const active = memberships.filter(({ member_status }) => member_status === 'active');
  return new Map(active.map(({ project_id, member_role }) => [project_id, member_role]));
}

/** The role of the account in each project, and its webhooks compared with the deployment. */
export async function projectStates(
  annofab: AnnofabClient,
  projects: readonly string[],
  { secrets, ...expected }: Expected,
  signal: AbortSignal,
): Promise<ProjectState[]> {
  const roles = await rolesByProject(annofab, signal);
  return mapInOrder(projects, CONCURRENCY, async (project_id) => {
    const role = roles.get(project_id);
    const registered = role === 'owner' ? await annofab.getWebhooks({ project_id }, { signal }) : undefined;
    const accepted = acceptedSecrets(secrets, project_id);
    const webhooks = registered && webhookStates(registered, { ...expected, accepted });
    return { project_id, role, webhooks };
  });
}
