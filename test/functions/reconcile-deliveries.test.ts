import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import { captureOutput, lambdaContext, startTestAws, type TestAws } from '../lambda/support.ts';

let aws: TestAws;
let annofab: AnnofabEmulator;
let output: ReturnType<typeof captureOutput>;

const QUEUES = ['TASK_COMPLETED', 'ANNOTATION_ARCHIVE_UPDATED', 'INPUT_DATA_ZIP_REGISTERED', 'PROJECT_COPY_COMPLETED'];

beforeAll(async () => {
  aws = await startTestAws({ credential: { pat: localNames.personalAccessToken } });
  for (const name of QUEUES) process.env[`${name}_QUEUE_URL`] = (await aws.createQueue(name)).url;
  process.env['CREDENTIAL_SECRET_ID'] = 'credential';
  process.env['WEBHOOK_URL'] = 'https://functions.example';
  process.env['DATASET_BUCKET'] = 'dataset';
  await aws.createBucket('dataset');
});
afterAll(() => aws.stop());

beforeEach(async () => {
  annofab = await startAnnofabEmulator();
  await aws.newLedger();
  process.env['ANNOFAB_ENDPOINT_URL'] = annofab.url;
  output = captureOutput();
  vi.resetModules();
});
afterEach(() => annofab.stop());

async function run(event: unknown): Promise<unknown> {
  const { handler } = await import('../../functions/reconcile-deliveries.ts');
  return handler(event, lambdaContext());
}

describe('reconcile-deliveries', () => {
  it('compares the projects of the account by default, and returns its findings', async () => {
    // The four completed tasks of the demo's three projects are of the day before, when there was no webhook.
    const result = await run({});
    expect(result).toMatchObject({ unfired: 4, resent: 0, deferred: false });
    expect(Object(result).compared.toSorted()).toEqual(['demo-point-cloud', localNames.project, 'demo-video']);
    expect(output.metrics()).toContainEqual(expect.objectContaining({ unfired: 4, event_type: 'task-completed' }));
    expect(output.metrics()).toContainEqual(
      expect.objectContaining({ reconciled: 1, function: 'reconcile-deliveries' }),
    );
  });

  it('reads its settings from the environment', async () => {
    process.env['RESEND_AFTER_SECONDS'] = '1';
    process.env['RECONCILE_PROJECT_IDS'] = localNames.project;
    process.env['QUEUE_UNFIRED'] = 'true';
    try {
      expect(await run({ full: true })).toMatchObject({ unfired: 2, inferred: 2 });
    } finally {
      for (const name of ['RESEND_AFTER_SECONDS', 'RECONCILE_PROJECT_IDS', 'QUEUE_UNFIRED']) delete process.env[name];
    }
    expect(await aws.counts(process.env['TASK_COMPLETED_QUEUE_URL'] ?? '')).toMatchObject({ waiting: 2 });
  });

  it('compares no project when the list of projects is empty', async () => {
    process.env['RECONCILE_PROJECT_IDS'] = '';
    try {
      expect(await run({})).toMatchObject({ compared: [], unfinished: [] });
    } finally {
      delete process.env['RECONCILE_PROJECT_IDS'];
    }
  });

  it('names a missing variable', async () => {
    const secret = process.env['CREDENTIAL_SECRET_ID'];
    delete process.env['CREDENTIAL_SECRET_ID'];
    await expect(run({})).rejects.toThrow('CREDENTIAL_SECRET_ID is missing');
    process.env['CREDENTIAL_SECRET_ID'] = secret;
  });

  it('counts an alert for a failing ledger, and fails', async () => {
    aws.faults.add({ service: 'dynamodb', status: 400, code: 'AccessDeniedException' });
    await expect(run({})).rejects.toThrow(/^parts of the reconciliation failed: /);
    aws.faults.clear();
    expect(output.metrics()).toContainEqual(expect.objectContaining({ alert: 1, reason: 'ledger' }));
  });
});
