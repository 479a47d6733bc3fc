import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import type { FormatName } from '../../lib/datasets/index.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import {
  captureOutput,
  envelopeOf,
  lambdaContext,
  sqsEvent,
  sqsRecord,
  startTestAws,
  type TestAws,
} from '../lambda/support.ts';

const PROJECTS = '../../functions/projects.ts';
const ESTIMATE = '../../lib/automations/build-dataset/estimate.ts';

let aws: TestAws;
let annofab: AnnofabEmulator;
let output: ReturnType<typeof captureOutput>;

beforeAll(async () => {
  aws = await startTestAws({ credential: { pat: localNames.personalAccessToken } });
  await aws.createBucket('dataset');
  annofab = await startAnnofabEmulator();
  const owner = new AnnofabClient({ baseUrl: annofab.url, credentials: { pat: localNames.personalAccessToken } });
  await owner.archives.update({ project_id: localNames.project });
  await owner.close();
  await annofab.settled();
  Object.assign(process.env, {
    ANNOFAB_ENDPOINT_URL: annofab.url,
    DATASET_BUCKET: 'dataset',
    DATASET_STATE_MACHINE_ARN: aws.stepFunctions.create('build'),
    CREDENTIAL_SECRET_ID: 'credential',
    QUEUE_URL: (await aws.createQueue('queue')).url,
    DEAD_LETTER_QUEUE_URL: (await aws.createQueue('dead')).url,
  });
});

afterAll(async () => {
  vi.doUnmock(PROJECTS);
  vi.doUnmock(ESTIMATE);
  await annofab.stop();
  await aws.stop();
});

beforeEach(async () => {
  await aws.newLedger();
  output = captureOutput();
});

/** The function with these formats for every project, and an archive that takes as long as a large one. */
async function archiveUpdated(hour: number, formats: readonly FormatName[]): Promise<unknown> {
  vi.resetModules();
  const { defineProjects } = await import('../../lib/lambda/services/projects.ts');
  const projects = defineProjects({ '*': { dataset: { formats } } });
  vi.doMock(PROJECTS, () => ({ projects }));
  vi.doMock(ESTIMATE, () => ({ secondsToDescribe: () => 1, secondsToConvert: () => 10_000 }));
  const { handler } = await import('../../functions/on-annotation-archive-updated.ts');
  const event = {
    event_type: 'annotation-archive-updated',
    project_id: localNames.project,
    complete_datetime: `2026-01-01T0${hour}:00:00.000+09:00`,
  } as const;
  return await handler(sqsEvent(sqsRecord(envelopeOf(event))), lambdaContext(900_000));
}

it('an updated archive whose dataset does not fit into the invocation starts the state machine, once', async () => {
  for (const hour of [1, 2]) expect(await archiveUpdated(hour, ['coco'])).toEqual({ batchItemFailures: [] });
  expect(aws.stepFunctions.executions).toEqual([
    expect.objectContaining({
      input: { project_id: localNames.project, version: expect.any(String), formats: ['coco'], settings: {} },
    }),
  ]);
  expect(output.text()).toContain('Dataset execution started');
});

it('an updated archive is retried while the state machine refuses to start', async () => {
  aws.faults.add({ service: 'states', status: 400, code: 'AccessDeniedException' });
  expect(await archiveUpdated(3, ['jsonl'])).toEqual({ batchItemFailures: [expect.anything()] });
  expect(output.text()).toContain('does not allow states:StartExecution. Deploy the stage again.');
  aws.faults.clear();
});
