import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { webhookEvents } from '../../lib/settings/switches.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { putWebhooks } from '../../lib/webhooks/put-webhooks.ts';
import { webhookId } from '../../lib/webhooks/templates.ts';
import { type SecretToRegister, secretToRegister } from '../../lib/webhooks/webhook-secrets.ts';
import { withAnnofab } from '../annofab-client.ts';
import { httpUrl } from '../deployment/http-url.ts';
import { stageSettings } from '../deployment/stage-settings.ts';
import { openTarget, type Target } from '../deployment/target.ts';
import { addWebhookSecret, removeWebhookSecret, webhookSecrets } from '../deployment/webhook-secret.ts';
import { confirm } from '../frame/confirm.ts';
import { interruptible } from '../frame/signals.ts';
import { type Row, rowsText } from '../webhooks/output.ts';
import { appliedRow, assertSameAddress, removedRow } from '../webhooks/rows.ts';
import { acceptedSecrets, webhookStates } from '../webhooks/webhook-state.ts';
import { knownProjects, projectStates, rolesByProject } from './known-projects.ts';
import type { AddOptions, ProjectsOptions, RemoveOptions } from './options.ts';
import { type Listed, listed, listText } from './output.ts';

/** What happened to the entry of the project in Secrets Manager, and to each of its webhooks. */
interface Changed {
  readonly project_id: string;
  readonly secret: 'created' | 'unchanged' | 'removed' | 'kept';
  readonly webhooks: readonly Row[];
}

const SECRET_TEXTS: Readonly<Record<Changed['secret'], string>> = {
  created: 'secret: an entry for the project was created',
  unchanged: 'secret: unchanged',
  removed: 'secret: the entry of the project was removed',
  kept: 'secret: the entry of the project stays, because the receiver needs one and there is no other',
};

/** Connects a project: its secret, and its webhooks. */
export async function runAdd(options: AddOptions): Promise<void> {
  const changed = await interruptible((signal) => add(options, signal), AGAIN);
  print(options, changed);
}

/** Disconnects a project, after a question on a terminal. */
export async function runRemove(options: RemoveOptions): Promise<void> {
  const changed = await interruptible((signal) => remove(options, signal), AGAIN);
  print(options, changed);
}

/** Lists the projects that the deployment knows. */
export async function runList(options: ProjectsOptions): Promise<void> {
  const projects = await interruptible((signal) => list(options, signal));
  console.log(options.json ? JSON.stringify({ projects }) : listText(projects));
}

const AGAIN = 'Run the same command again.';

async function add(options: AddOptions, signal: AbortSignal): Promise<Changed> {
  const { project: project_id, replace } = options;
  const target = await openTarget(options);
  return withAnnofab(options, async (annofab) => {
    await assertOwner(annofab, project_id, signal);
    const wanted = { project_id, url: await httpUrl(target, options.url, signal), ...(await stageWebhooks(target)) };
    const registered = await annofab.getWebhooks({ project_id }, { signal });
    const before = new Map(registered.map(({ webhook_id, url }) => [webhook_id, url]));
    const { known, inOrder } = await knownSecret(target, { ...wanted, registered }, signal);
    const unwritten = { ...wanted, secret: known ?? { secret: '' }, dryRun: true, signal };
    if (!replace) assertSameAddress((await putWebhooks(annofab, unwritten)).planned, before);
    // First the secret: a webhook that the receiver does not accept would lose its events.
    const secret = inOrder ?? known ?? (await addWebhookSecret(target, project_id, signal));
    const { planned, deleted } = await putWebhooks(annofab, { ...wanted, secret, signal });
    const webhooks = [
      ...planned.map((one) => appliedRow(one, before, true)),
      ...deleted.map((type) => removedRow(type, target.stage, true)),
    ];
    return { project_id, secret: known === undefined ? 'created' : 'unchanged', webhooks };
  });
}

/** Of a webhook that no secret changes. */
const UNTOUCHED = ['in order', 'switched off'];

type Wanted = Parameters<typeof webhookStates>[1] & { readonly project_id: string };

/**
 * The secret that the deployment has for the project; and one of those that it accepts, if all webhooks are registered with it:
 * while a secret is replaced, they are left as they are.
 */
async function knownSecret(
  target: Target,
  { registered, ...wanted }: Omit<Wanted, 'accepted'> & { registered: Parameters<typeof webhookStates>[0] },
  signal: AbortSignal,
): Promise<{ known: SecretToRegister | undefined; inOrder: SecretToRegister | undefined }> {
  const secrets = await webhookSecrets(target, signal);
  const inOrder = acceptedSecrets(secrets, wanted.project_id).find((secret) =>
    webhookStates(registered, { ...wanted, accepted: [secret] }).every(({ state }) => UNTOUCHED.includes(state)),
  );
  return { known: secretToRegister(secrets, wanted.project_id), inOrder };
}

async function remove(options: RemoveOptions, signal: AbortSignal): Promise<Changed> {
  const { project: project_id, yes } = options;
  const target = await openTarget(options);
  return withAnnofab(options, async (annofab) => {
    await assertOwner(annofab, project_id, signal);
    // Read before anything is changed: the secret may be missing, or not readable by this account.
    await webhookSecrets(target, signal);
    const ids = new Set((await annofab.getWebhooks({ project_id }, { signal })).map(({ webhook_id }) => webhook_id));
    const ours = EVENT_TYPES.filter((type) => ids.has(webhookId(type, target.stage)));
    const question = `Remove project ${project_id} from stage ${target.stage}, with ${ours.length} webhooks?`;
    if (!(await confirm(question, yes))) throw new Error('Nothing was changed.');
    // First the webhooks: without the secret, the receiver would refuse their events.
    for (const type of ours) {
      await annofab.deleteWebhook({ project_id, webhook_id: webhookId(type, target.stage) }, { signal });
    }
    const secret = await removeWebhookSecret(target, project_id, signal);
    const webhooks = ours.map((type) => removedRow(type, target.stage, true));
    return { project_id, secret: secret === 'none' ? 'unchanged' : secret, webhooks };
  });
}

async function list(options: ProjectsOptions, signal: AbortSignal): Promise<Listed[]> {
  const target = await openTarget(options);
  return withAnnofab(options, async (annofab) => {
    const secrets = await webhookSecrets(target, signal);
    const url = await httpUrl(target, options.url, signal);
    const expected = { url, secrets, ...(await stageWebhooks(target)) };
    const known = await knownProjects(annofab, expected, signal);
    return (await projectStates(annofab, known, expected, signal)).map(listed);
  });
}

async function stageWebhooks({ stage }: Target) {
  return { stage, eventTypes: webhookEvents(await stageSettings(stage)) };
}

async function assertOwner(annofab: AnnofabClient, project_id: string, signal: AbortSignal): Promise<void> {
  const role = (await rolesByProject(annofab, signal)).get(project_id);
  if (role === 'owner') return;
  const is = role === undefined ? 'not an active member of it' : role;
  throw new Error(
    `The account must be an owner of project ${project_id}, and is ${is}. Let an owner change its role, or check the id.`,
  );
}

function print({ json }: { readonly json?: true }, changed: Changed): void {
  const webhooks = changed.webhooks.length === 0 ? [] : [rowsText(changed.webhooks)];
  console.log(json ? JSON.stringify(changed) : [...webhooks, SECRET_TEXTS[changed.secret]].join('\n'));
}
