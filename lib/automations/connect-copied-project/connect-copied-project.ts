import type { Secret } from '../../aws/secret.ts';
import type { EventContext } from '../../runtime/context.ts';
import { NonRetryableError, Skip } from '../../runtime/outcomes.ts';
import { putWebhooks, type StageWebhooks } from '../../webhooks/put-webhooks.ts';
import { type SecretToRegister, secretToRegister, type WebhookSecrets } from '../../webhooks/webhook-secrets.ts';
import { withConflictHandling } from '../conflict-handling.ts';
import { recordCopy, settingsOf } from '../projects/settings-of.ts';
import type { Services, WithProjects } from '../services.ts';
import { type ArchiveUpdateOutcome, updateArchive } from '../start-archive-updates.ts';
import { setConfiguration, setMembers } from './copied-settings.ts';
import { assertCopied, assertOwner } from './project-copy.ts';

export interface ConnectServices extends Services, WithProjects {
  readonly webhookSecrets: Secret<WebhookSecrets>;
  /** What the copy gets; none without a receiver. */
  readonly ownWebhooks: (StageWebhooks & { readonly url: string }) | undefined;
}

type Context = EventContext<'project-copy-completed', ConnectServices>;

export interface ConnectedProject {
  /** How many of our webhooks were written; those that were right already are not. */
  readonly webhooks: number;
  /** How many members were written. */
  readonly members: number;
  readonly configured: boolean;
  readonly archive: ArchiveUpdateOutcome | 'off';
}

/**
 * Connects a copied project. A copy has the webhooks of its source, with the secret of the source, which the receiver refuses
 * for any other project. So the copy gets webhooks with its own secret; it takes over the settings that this application has for
 * the source; members and configuration are set as those settings say; and the first update of its archive is started.
 *
 * Each step finds out what is there, so a repetition writes nothing.
 *
 * @throws RetryLater while the copy, or a job that excludes a step, is in progress; Skip when copies of the project are not
 * connected, or nothing was copied; NonRetryableError when a right or a secret is missing
 */
export async function connectCopiedProject(ctx: Context): Promise<ConnectedProject> {
  const { project_id: source, dest_project_id: project_id } = ctx.event;
  const { projectCopy } = await settingsOf(ctx, source);
  if (projectCopy === false) throw new Skip(`copies of project ${source} are not connected: it has no such setting`);
  await assertCopied(ctx);
  await assertOwner(ctx);

  await recordCopy(ctx, { project_id, copied_from: source });
  const webhooks = await connectWebhooks(ctx);
  const target = { ...ctx, project_id };
  const members = await withConflictHandling(ctx, project_id, () => setMembers(target, projectCopy.members ?? {}));
  const configured = await withConflictHandling(ctx, project_id, () =>
    setConfiguration(target, projectCopy.configuration ?? {}),
  );
  const archive: ConnectedProject['archive'] =
    projectCopy.updateArchive === false
      ? 'off'
      : await withConflictHandling(ctx, project_id, () => updateArchive(ctx, project_id));

  const result = { webhooks, members, configured, archive };
  ctx.log.info('Copied project connected', { project_id, webhooks, members, changed: configured, outcome: archive });
  return result;
}

/** @returns how many webhooks of the copy were written */
async function connectWebhooks(ctx: Context): Promise<number> {
  const { annofab, event, signal, ownWebhooks } = ctx;
  if (ownWebhooks === undefined) return 0;
  const { dest_project_id: project_id } = event;
  const secret = await ownSecret(ctx, project_id);
  const { planned, deleted } = await putWebhooks(annofab, { ...ownWebhooks, project_id, secret, signal });
  return planned.filter(({ change }) => change !== 'unchanged').length + deleted.length;
}

/** A secret that was added a moment ago may not be in the cache. */
async function ownSecret({ webhookSecrets }: Context, project_id: string): Promise<SecretToRegister> {
  const secret =
    secretToRegister(await webhookSecrets.get(), project_id) ??
    secretToRegister(await webhookSecrets.reread(), project_id);
  if (secret !== undefined) return secret;
  throw new NonRetryableError(
    `the webhook secrets have none for the copied project ${project_id}: add one, and send the delivery again`,
  );
}
