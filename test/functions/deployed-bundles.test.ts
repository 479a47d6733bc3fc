/** The bundles lack parts of the AWS SDK and of undici: they have to do what the sources do. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Dataset from '../../lib/aws/dataset.ts';
import type * as S3 from '../../lib/aws/s3-client.ts';
import type * as Machine from '../../lib/lambda/services/dataset-machine.ts';
import type * as Client from '../../lib/runtime/function-client.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { DEPLOYED_BUNDLE } from '../../local/lambda/bundle-options.ts';
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
import { startProxy } from '../support/proxy.ts';
import { sampleEvents } from '../webhooks/events.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FUNCTIONS = [
  'on-task-completed',
  'on-annotation-archive-updated',
  'start-archive-updates',
  'reconcile-deliveries',
];
const QUEUES = ['TASK_COMPLETED', 'ANNOTATION_ARCHIVE_UPDATED', 'INPUT_DATA_ZIP_REGISTERED', 'PROJECT_COPY_COMPLETED'];
const MIB = 1024 * 1024;

let folder: string;
let aws: TestAws;
let annofab: AnnofabEmulator;
let output: ReturnType<typeof captureOutput>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-deployed-'));
  await bundle({ entryPoints: FUNCTIONS.map((name) => join(ROOT, 'functions', `${name}.ts`)), outdir: folder });
  aws = await startTestAws({ credential: { pat: localNames.personalAccessToken } });
  await aws.createBucket('dataset');
  for (const name of QUEUES) process.env[`${name}_QUEUE_URL`] = (await aws.createQueue(name)).url;
  Object.assign(process.env, {
    DATASET_BUCKET: 'dataset',
    CREDENTIAL_SECRET_ID: 'credential',
    WEBHOOK_URL: 'https://api.example.com',
    QUEUE_URL: (await aws.createQueue('queue')).url,
    DEAD_LETTER_QUEUE_URL: (await aws.createQueue('dead')).url,
  });
});

afterAll(async () => {
  await aws.stop();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  annofab = await startAnnofabEmulator();
  await aws.newLedger();
  process.env['ANNOFAB_ENDPOINT_URL'] = annofab.url;
  output = captureOutput();
});

afterEach(() => annofab.stop());

async function bundle(options: BuildOptions): Promise<void> {
  await build({ ...DEPLOYED_BUNDLE, absWorkingDir: ROOT, sourcemap: false, logLevel: 'silent', ...options });
}

/** Loads a bundle as a new process does: what an earlier test has loaded is not used again. */
function load(name: string) {
  const path = join(folder, `${name}.cjs`);
  const require = createRequire(path);
  delete require.cache[path];
  return require(path);
}

/** Bundles modules of ours, as a function that imports them would hold them. */
async function loadBundled<Modules>(name: string, modules: readonly string[]): Promise<Modules> {
  const contents = modules.map((path) => `export * from './${path}';`).join('\n');
  await bundle({ stdin: { contents, resolveDir: ROOT }, outfile: join(folder, `${name}.cjs`) });
  return load(name);
}

const outcomes = () => output.logs().flatMap(({ outcome }) => outcome ?? []);

async function receive(name: string, event: WebhookEvent) {
  return await load(name).handler(sqsEvent(sqsRecord(envelopeOf(event))), lambdaContext(900_000));
}

const loadDataset = () =>
  loadBundled<typeof Dataset & typeof S3>('dataset', ['lib/aws/dataset.ts', 'lib/aws/s3-client.ts']);

describe('the deployed bundle', () => {
  it('exports a completed task, and recognises the delivery when it comes again', async () => {
    await annofab.completeTask(localNames.project, 'task-1');
    const complete_datetime = '2019-05-08T10:00:00.000+09:00';
    const event = {
      event_type: 'task-completed',
      project_id: localNames.project,
      task_id: 'task-1',
      complete_datetime,
    };
    for (const _time of ['first', 'second']) {
      expect(await receive('on-task-completed', { ...event, event_type: 'task-completed' })).toEqual({
        batchItemFailures: [],
      });
    }
    const { createDataset, s3Client } = await loadDataset();
    const dataset = createDataset({ bucket: 'dataset', client: s3Client() });
    expect(await dataset.read('projects/demo-project/tasks/task-1/latest.json')).toBeDefined();
    expect(annofab.spy.requests.filter(({ operation }) => operation === 'patchTasksMetadata')).toHaveLength(1);
  });

  it('starts the update of an archive, and mirrors the archive', async () => {
    process.env['ARCHIVE_PROJECT_IDS'] = localNames.project;
    await load('start-archive-updates').handler({}, lambdaContext());
    delete process.env['ARCHIVE_PROJECT_IDS'];
    await annofab.settled();
    expect(await receive('on-annotation-archive-updated', sampleEvents[1])).toEqual({ batchItemFailures: [] });
    expect(outcomes()).toEqual(['started', 'done', 'done']);
  });

  it('compares the events of the projects with the ledger', async () => {
    const result = await load('reconcile-deliveries').handler({}, lambdaContext());
    expect(result).toMatchObject({ unfired: 4, resent: 0, deferred: false });
  });

  it('writes, replaces, uploads in parts, lists and deletes objects of S3', async () => {
    const { createDataset, s3Client } = await loadDataset();
    const dataset = createDataset({ bucket: 'dataset', client: s3Client() });
    const json = { contentType: 'application/json' };
    const sha256 = '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b';
    await dataset.put('bundle/small', '1', { ...json, sha256 });
    await expect(dataset.put('bundle/wrong', '2', { ...json, sha256 })).rejects.toThrow();
    const { etag } = (await dataset.read('bundle/small')) ?? {};
    expect(await dataset.replace('bundle/small', '2', { ...json, etag })).toBe('written');
    expect(await dataset.replace('bundle/small', '3', { ...json, etag: undefined })).toBe('changed');
    expect(await dataset.read('bundle/none')).toBeUndefined();
    const parts = (async function* () {
      for (let part = 0; part < 3; part += 1) yield Buffer.alloc(7 * MIB, part);
    })();
    const uploaded = await dataset.upload('bundle/large', parts, { ...json, contentLength: 21 * MIB });
    expect(uploaded).toMatchObject({ bytes: 21 * MIB, etag: expect.stringMatching(/-3"$/) });
    const listed = async () => {
      const found: [key: string, bytes: number][] = [];
      for await (const { key, bytes } of dataset.list('bundle/')) found.push([key, bytes]);
      return found;
    };
    expect(await listed()).toEqual([
      ['bundle/large', 21 * MIB],
      ['bundle/small', 1],
    ]);
    await dataset.delete(['bundle/large', 'bundle/small']);
    expect(await listed()).toEqual([]);
  });

  it('starts an execution of the state machine once, and says why one was refused', async () => {
    const { datasetMachine } = await loadBundled<typeof Machine>('machine', ['lib/lambda/services/dataset-machine.ts']);
    const DATASET_STATE_MACHINE_ARN = aws.stepFunctions.create('build', async () => 'built');
    const machine = datasetMachine.create({ DATASET_STATE_MACHINE_ARN });
    expect(await machine?.start('bundled', { a: 1 })).toBe('started');
    await aws.stepFunctions.settled();
    expect(await machine?.start('bundled', { a: 1 })).toBe('there');
    aws.faults.add({ service: 'states', status: 400, code: 'AccessDeniedException', times: 1 });
    await expect(machine?.start('refused', {})).rejects.toThrow('Deploy the stage again');
  });

  it('sends its requests to Annofab through a proxy that the environment names', async () => {
    const proxy = await startProxy(annofab);
    process.env['HTTP_PROXY'] = proxy.url;
    try {
      const { FunctionClient } = await loadBundled<typeof Client>('client', ['lib/runtime/function-client.ts']);
      const credentials = { pat: localNames.personalAccessToken };
      const client = new FunctionClient({ credentials, baseUrl: 'http://annofab.example' });
      // The emulator answers only to the names of this machine.
      await expect(client.getProject({ project_id: localNames.project })).rejects.toThrow('annofab.example');
      await client.close();
      expect(proxy.log).toEqual([`GET http://annofab.example/api/v1/projects/${localNames.project}`]);
    } finally {
      delete process.env['HTTP_PROXY'];
    }
  });
});
