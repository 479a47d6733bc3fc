import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { webhookId } from '../../lib/webhooks/templates.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { type LambdaHost, startLambdaHost } from '../../local/lambda/index.ts';
import { localNames } from '../../local/names.ts';
import { LOCAL_TIME_LIMITS } from '../../local/time-limits.ts';
import { type Ended, runCommand } from '../support/run-command.ts';

/** Two stages in one account, whose functions run side by side, on one project of one Annofab. */
const STAGES = ['dev', 'prod'] as const;
type Stage = (typeof STAGES)[number];
const { project } = localNames;
const FOREIGN = 'webhook-of-another-program';
const KEPT = { secret: 'secret-of-another-project', project_id: 'another-project' };
let annofab: AnnofabEmulator;
let aws: LocalAws;
let hosts: Record<Stage, LambdaHost>;
let s3: S3Client;
let secrets: SecretsManagerClient;

beforeAll(async () => {
  const { webhookTimeoutMilliseconds } = LOCAL_TIME_LIMITS;
  [annofab, aws] = await Promise.all([
    startAnnofabEmulator({ settings: { webhookTimeoutMilliseconds } }),
    startLocalAws(),
  ]);
  for (const stage of STAGES) {
    aws.secrets.put(`annofab-functions/${stage}/credential`, { pat: localNames.personalAccessToken });
    aws.secrets.put(`annofab-functions/${stage}/webhooks`, { webhook_secrets: [KEPT] });
  }
  const start = (stage: Stage) =>
    startLambdaHost({
      aws,
      stage,
      env: { ANNOFAB_ENDPOINT_URL: annofab.url, ...LOCAL_TIME_LIMITS.env },
      minTimeoutSeconds: LOCAL_TIME_LIMITS.minTimeoutSeconds,
    });
  hosts = { dev: await start('dev'), prod: await start('prod') };
  const sdk = { region: aws.region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  s3 = new S3Client({ ...sdk, endpoint: aws.s3Url, forcePathStyle: true });
  secrets = new SecretsManagerClient({ ...sdk, endpoint: aws.secretsManagerUrl });
});
afterAll(async () => {
  s3?.destroy();
  secrets?.destroy();
  for (const host of Object.values(hosts ?? {})) await host.stop();
  await Promise.all([annofab?.stop(), aws?.stop()]);
});

const credential = () => ({ ANNOFAB_PAT: localNames.personalAccessToken, ANNOFAB_ENDPOINT_URL: annofab.url });

function run(name: string, subcommand: string, stage: Stage, ...more: readonly string[]): Promise<Ended> {
  const args = [subcommand, '--project', project, '--stage', stage, ...more];
  return runCommand(name, args, { ...aws.env, ...credential() });
}

const add = (stage: Stage, ...more: readonly string[]) =>
  run('projects', 'add', stage, '--url', hosts[stage].url, '--json', ...more);
const changes = ({ out, err }: Ended): string[] =>
  JSON.parse(out || JSON.stringify({ webhooks: [{ change: err }] })).webhooks.map(
    (row: { change: string }) => row.change,
  );

function webhooks() {
  const found = annofab.state.projects.get(project)?.webhooks;
  if (found === undefined) throw new Error(`no project ${project}`);
  return found;
}

const idsOf = (stage: Stage) => EVENT_TYPES.map((eventType) => webhookId(eventType, stage));
const registered = () => [...webhooks().keys()].sort();

async function exportsOf(stage: Stage, task: string): Promise<string[]> {
  const Bucket = hosts[stage].buckets['DatasetBucket'];
  const Prefix = `projects/${project}/tasks/${task}/`;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
  return Contents.flatMap(({ Key = '' }) => (Key.endsWith('/manifest.json') ? [Key] : []));
}

async function entriesOf(stage: Stage): Promise<{ secret: string; project_id: string }[]> {
  const SecretId = `annofab-functions/${stage}/webhooks`;
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  return JSON.parse(SecretString).webhook_secrets;
}

async function complete(task: string): Promise<void> {
  await annofab.completeTask(project, task);
  await annofab.settled();
  for (const stage of STAGES) await hosts[stage].settled();
}

describe('two stages on one project', () => {
  it('register their webhooks under ids of their own, each with its own secret and address', async () => {
    webhooks().set(FOREIGN, {
      ...{ project_id: project, webhook_id: FOREIGN, event_type: 'task-completed', webhook_status: 'inactive' },
      ...{ method: 'POST', headers: [], body: '{}', url: 'https://other.example/hook' },
      ...{ created_datetime: annofab.clock.stamp(), updated_datetime: annofab.clock.stamp() },
    });
    for (const stage of STAGES) expect(changes(await add(stage))).toEqual(Array(4).fill('created'));
    expect(registered()).toEqual([FOREIGN, ...idsOf('dev'), ...idsOf('prod')].sort());
    for (const stage of STAGES) {
      for (const id of idsOf(stage)) expect(webhooks().get(id)?.url).toContain(hosts[stage].url);
      expect(await entriesOf(stage)).toEqual([KEPT, { secret: expect.any(String), project_id: project }]);
    }
    const [dev, prod] = [await entriesOf('dev'), await entriesOf('prod')];
    expect(dev[1]?.secret).not.toBe(prod[1]?.secret);
  });

  it('change nothing when both are added again', async () => {
    for (const stage of STAGES) expect(changes(await add(stage))).toEqual(Array(4).fill('unchanged'));
  });

  it('both process every event, once each', async () => {
    await complete('task-1');
    for (const stage of STAGES) expect(await exportsOf(stage, 'task-1')).toHaveLength(1);
    for (const stage of STAGES) {
      const found = await hosts[stage].invoke('reconcile-deliveries', { full: true });
      expect(found).toMatchObject({ recovered: 0, resent: 0 });
    }
  });

  it('refuse the secret of the other stage', async () => {
    const [, entry] = await entriesOf('prod');
    const url = `${hosts.dev.url}/webhooks/annofab/task-completed`;
    const headers = { 'content-type': 'application/json', 'x-webhook-secret': entry?.secret ?? '' };
    expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(401);
  });

  it('keep their addresses: one stage is not registered with the address of the other without --replace', async () => {
    const { code, err } = await run('projects', 'add', 'dev', '--url', hosts.prod.url);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/another address now:.*--replace/s) });
    for (const id of idsOf('dev')) expect(webhooks().get(id)?.url).toContain(hosts.dev.url);
  });

  it('are removed one by one: webhooks remove leaves the webhooks of the other stage, which goes on', async () => {
    expect(changes(await run('webhooks', 'remove', 'dev', '--yes', '--json'))).toEqual(Array(4).fill('deleted'));
    expect(registered()).toEqual([FOREIGN, ...idsOf('prod')].sort());
    await complete('task-2');
    expect(await exportsOf('dev', 'task-2')).toEqual([]);
    expect(await exportsOf('prod', 'task-2')).toHaveLength(1);
  });

  it('come back with the same secret when the project is added again', async () => {
    const before = await entriesOf('dev');
    expect(changes(await add('dev'))).toEqual(Array(4).fill('created'));
    expect(await entriesOf('dev')).toEqual(before);
  });

  it('are removed one by one: projects remove leaves the webhooks and the secret of the other stage', async () => {
    const prod = await entriesOf('prod');
    expect(changes(await run('projects', 'remove', 'dev', '--yes', '--json'))).toEqual(Array(4).fill('deleted'));
    expect(registered()).toEqual([FOREIGN, ...idsOf('prod')].sort());
    expect(await entriesOf('dev')).toEqual([KEPT]);
    expect(await entriesOf('prod')).toEqual(prod);
    await run('projects', 'remove', 'prod', '--yes');
    expect(registered()).toEqual([FOREIGN]);
  });
});
