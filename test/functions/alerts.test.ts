import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import {
  captureOutput,
  envelopeOf,
  httpEvent,
  lambdaContext,
  sqsEvent,
  sqsRecord,
  startTestAws,
  type TestAws,
} from '../lambda/support.ts';

let aws: TestAws;
let annofab: AnnofabEmulator;
let output: ReturnType<typeof captureOutput>;

beforeAll(async () => {
  aws = await startTestAws();
  await aws.createBucket('dataset');
  annofab = await startAnnofabEmulator();
  const { url } = await aws.createQueue('queue');
  for (const name of [
    'TASK_COMPLETED',
    'ANNOTATION_ARCHIVE_UPDATED',
    'INPUT_DATA_ZIP_REGISTERED',
    'PROJECT_COPY_COMPLETED',
  ]) {
    process.env[`${name}_QUEUE_URL`] = url;
  }
  Object.assign(process.env, {
    QUEUE_URL: url,
    DEAD_LETTER_QUEUE_URL: (await aws.createQueue('dead')).url,
    DATASET_BUCKET: 'dataset',
    CREDENTIAL_SECRET_ID: 'credential',
    WEBHOOKS_SECRET_ID: 'webhooks',
    ANNOFAB_ENDPOINT_URL: annofab.url,
    ARCHIVE_PROJECT_IDS: localNames.project,
  });
});

afterAll(async () => {
  await annofab.stop();
  await aws.stop();
});

beforeEach(async () => {
  await aws.newLedger();
  aws.secrets.put('credential', { pat: localNames.personalAccessToken });
  aws.secrets.put('webhooks', { webhook_secrets: [{ secret: localNames.webhookSecret }] });
  output = captureOutput();
  // New containers for each test: no client, no secret is kept.
  vi.resetModules();
});

afterEach(() => aws.faults.clear());

const event = {
  event_type: 'task-completed',
  project_id: localNames.project,
  task_id: 'task-1',
  complete_datetime: new Date().toISOString(),
} as const;

/** A task's export, a morning's archive updates, and a webhook. */
const work = {
  async export() {
    const { handler } = await import('../../functions/on-task-completed.ts');
    await handler(sqsEvent(sqsRecord(envelopeOf(event), { id: 'message-1' })), lambdaContext());
  },
  async schedule() {
    const { handler } = await import('../../functions/start-archive-updates.ts');
    await Promise.resolve(handler({}, lambdaContext())).catch(() => undefined);
  },
  async webhook() {
    const { handler } = await import('../../functions/receive-webhook.ts');
    const headers = { 'x-webhook-secret': localNames.webhookSecret };
    await handler(httpEvent({ headers, body: JSON.stringify(event) }), lambdaContext());
  },
};

/** The reasons of the alerts that were counted. */
const alerts = () => output.metrics().flatMap(({ alert, reason }) => (alert === undefined ? [] : [reason]));

describe('an alert is counted', () => {
  it.each(['export', 'schedule'] as const)('when the credential cannot be read for the %s', async (kind) => {
    aws.faults.add({ service: 'secretsmanager', status: 400, code: 'AccessDeniedException' });
    await work[kind]();
    expect(alerts()).toEqual(['secret']);
  });

  it.each(['export', 'schedule'] as const)('when the credential for the %s is invalid', async (kind) => {
    aws.secrets.put('credential', { token: 'x' });
    await work[kind]();
    expect(alerts()).toEqual(['secret']);
  });

  it.each(['export', 'schedule'] as const)('when Annofab refuses the credential of the %s', async (kind) => {
    aws.secrets.put('credential', { pat: 'revoked' });
    await work[kind]();
    expect(alerts()).toEqual(['credential']);
  });

  it('when the secrets of the webhooks cannot be read', async () => {
    aws.secrets.delete('webhooks');
    await work.webhook();
    expect(alerts()).toEqual(['secret']);
  });

  it.each(['export', 'webhook'] as const)('when the ledger fails at the %s', async (kind) => {
    aws.faults.add({ service: 'dynamodb', status: 500 });
    await work[kind]();
    expect(new Set(alerts())).toEqual(new Set(['ledger']));
  });

  it('for nothing when everything works', async () => {
    await annofab.completeTask(localNames.project, 'task-1');
    for (const kind of ['export', 'schedule', 'webhook'] as const) await work[kind]();
    expect(alerts()).toEqual([]);
  });
});
