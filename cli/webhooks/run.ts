import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { webhookEvents } from '../../lib/settings/switches.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { putWebhooks } from '../../lib/webhooks/put-webhooks.ts';
import { webhookId } from '../../lib/webhooks/templates.ts';
import { withAnnofab } from '../annofab-client.ts';
import { stageSettings } from '../deployment/stage-settings.ts';
import { confirm } from '../frame/confirm.ts';
import type { ApplyOptions, ChangeOptions, WebhooksOptions } from './options.ts';
import { type Row, rowsText } from './output.ts';
import { type Addresses, appliedRow, assertSameAddress, removedRow } from './rows.ts';
import { givenSecret } from './secret.ts';
import { stageOf } from './stage-of.ts';
import { testWebhook } from './test-webhook.ts';

/** Registers the webhooks of a stage, after a question on a terminal. */
export function runApply(options: ApplyOptions): Promise<void> {
  const secret = givenSecret(options);
  return printing(options, async (annofab) => {
    const { project: project_id, url, stage, dryRun, replace } = options;
    const eventTypes = webhookEvents(await stageSettings(stage));
    const wanted = { project_id, url, secret, stage, eventTypes };
    const { planned, deleted } = await putWebhooks(annofab, { ...wanted, dryRun: true });
    const before: Addresses = new Map(
      (await annofab.getWebhooks({ project_id })).map(({ webhook_id, url }) => [webhook_id, url]),
    );
    if (!replace) assertSameAddress(planned, before);
    const rowsWhen = (done: boolean) => [
      ...planned.map((one) => appliedRow(one, before, done)),
      ...deleted.map((type) => removedRow(type, stage, done)),
    ];
    const changes = planned.filter(({ change }) => change !== 'unchanged').length + deleted.length;
    if (dryRun || changes === 0) return rowsWhen(changes === 0);
    await ask(`Write these ${changes} changes into project ${project_id}?`, rowsWhen(false), options);
    await putWebhooks(annofab, wanted);
    return rowsWhen(true);
  });
}

/** Removes the webhooks of a stage, after a question on a terminal. */
export function runRemove(options: ChangeOptions): Promise<void> {
  return printing(options, async (annofab) => {
    const { project: project_id, stage, dryRun } = options;
    const ids = new Set((await annofab.getWebhooks({ project_id })).map(({ webhook_id }) => webhook_id));
    const ours = EVENT_TYPES.filter((type) => ids.has(webhookId(type, stage)));
    const rowsWhen = (done: boolean) => ours.map((type) => removedRow(type, stage, done));
    if (dryRun || ours.length === 0) return rowsWhen(false);
    await ask(`Remove these ${ours.length} webhooks from project ${project_id}?`, rowsWhen(false), options);
    for (const type of ours) await annofab.deleteWebhook({ project_id, webhook_id: webhookId(type, stage) });
    return rowsWhen(true);
  });
}

/** Lets Annofab send a test delivery to each webhook of a stage. */
export function runTest(options: WebhooksOptions): Promise<void> {
  return printing(options, async (annofab) => {
    const { project: project_id, stage } = options;
    const registered = new Set((await annofab.getWebhooks({ project_id })).map(({ webhook_id }) => webhook_id));
    const rows: Row[] = [];
    for (const event_type of webhookEvents(await stageSettings(stage))) {
      const webhook_id = webhookId(event_type, stage);
      const isThere = registered.has(webhook_id);
      const result = isThere ? await testWebhook(annofab, project_id, event_type, webhook_id) : NOT_REGISTERED;
      rows.push({ webhook_id, event_type, ...result });
    }
    return rows;
  });
}

export function runList(options: WebhooksOptions): Promise<void> {
  return printing(options, async (annofab) => {
    const webhooks = await annofab.getWebhooks({ project_id: options.project });
    return webhooks.map(({ webhook_id, event_type, webhook_status, method, url }) => {
      const stage = stageOf(webhook_id, event_type);
      const ours = stage === options.stage;
      return { webhook_id, event_type, webhook_status, method, url, ours, ...(stage !== undefined && { stage }) };
    });
  });
}

const NOT_REGISTERED = { ok: false, result: 'not registered' };

/** Prints the rows of a command. The command fails if one of them is not ok. */
async function printing(options: WebhooksOptions, work: (annofab: AnnofabClient) => Promise<Row[]>): Promise<void> {
  const rows = await withAnnofab(options, work);
  console.log(options.json ? JSON.stringify({ project_id: options.project, webhooks: rows }) : rowsText(rows));
  if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
}

/** Shows on a terminal what would change, and asks. */
async function ask(question: string, rows: readonly Row[], { yes }: ChangeOptions): Promise<void> {
  if (!yes && process.stdin.isTTY) console.error(rowsText(rows));
  if (!(await confirm(question, yes))) throw new Error('Nothing was changed.');
}
