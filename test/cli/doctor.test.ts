import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckResult } from '../../cli/doctor/check.ts';
import { CHECKS } from '../../cli/doctor/checks.ts';
import { listen } from '../../local/listen.ts';
import { LOCAL_STAGE, localNames, secretNames } from '../../local/names.ts';
import { type Ended, runCommand } from '../support/run-command.ts';
import { type RecordedStack, startRecordedStack } from './recorded-stack.ts';

const { project } = localNames;
const SECRETS = { webhook_secrets: [{ secret: localNames.webhookSecret, project_id: project }] };
const CREDENTIAL = { pat: localNames.personalAccessToken };
const AWS_ONLY = ['Lambda concurrency', 'schedules', 'alarms'];
let world: RecordedStack;

beforeAll(async () => {
  world = await startRecordedStack();
});
afterAll(() => world?.stop());

beforeEach(async () => {
  world.stack.aws.secrets.put(secretNames.webhooks, SECRETS);
  world.stack.aws.secrets.put(secretNames.credential, CREDENTIAL);
  await world.stack.registerWebhooks(project);
});
afterEach(() => {
  world.stack.annofab.faults.clear();
  world.stack.aws.faults.clear();
});

const doctor = (...args: readonly string[]) => world.run(['doctor', ...args]);

function resultsOf({ out, err }: Ended): CheckResult[] {
  expect(err).toBe('');
  return JSON.parse(out).checks;
}

/** The names of the checks that have this status. */
const named = (results: readonly CheckResult[], status: CheckResult['status']) =>
  results.filter((result) => result.status === status).map(({ check }) => check);

async function failures(...args: readonly string[]): Promise<Record<string, string>> {
  const ended = await doctor('--json', ...args);
  expect(ended.code).toBe(1);
  const failed = resultsOf(ended).filter(({ status }) => status === 'failed');
  for (const { cure } of failed) expect(cure).toMatch(/\w/);
  return Object.fromEntries(failed.map(({ check, detail }) => [check, detail]));
}

function record() {
  const found = world.stack.annofab.state.projects.get(project);
  if (found === undefined) throw new Error(`no project ${project}`);
  return found;
}

describe('the table of checks', () => {
  it('has unique names, and every check needs only earlier ones', () => {
    const names = CHECKS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const [index, { needs = [] }] of CHECKS.entries()) {
      expect(names.slice(0, index)).toEqual(expect.arrayContaining([...needs]));
    }
  });
});

describe('doctor --local', () => {
  it('finds nothing wrong with a stack that works, and skips what only AWS has', async () => {
    const ended = await doctor('--json');
    const results = resultsOf(ended);
    expect(named(results, 'failed')).toEqual([]);
    expect(named(results, 'skipped')).toEqual(AWS_ONLY);
    expect(ended.code).toBe(0);
    expect(ended.out).not.toContain(localNames.webhookSecret);
  });

  it('prints a line for each check, the cure of a failure, and the numbers at the end', async () => {
    record().webhooks.delete('annofab-functions-local-task-completed');
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(out).toMatch(/^ok {7}Node\.js: v/m);
    expect(out).toMatch(/^skipped {2}alarms \(the local stack has none\)$/m);
    expect(out).toMatch(
      /^failed {3}webhooks: demo-project: task-completed: missing\n {9}Do: annofab-functions projects add --local/m,
    );
    expect(out).toMatch(/\n14 ok, 1 failed, 3 skipped\n$/);
  });

  it('skips the checks of projects when none is connected', async () => {
    world.stack.aws.secrets.put(secretNames.webhooks, { keys: ['0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2)] });
    record().webhooks.clear();
    const results = resultsOf(await doctor('--json'));
    expect(named(results, 'skipped')).toEqual(expect.arrayContaining(['project roles', 'webhooks', 'test delivery']));
    expect(named(results, 'failed')).toEqual([]);
  });

  it('reports secrets that are missing or cannot be used, and skips what needs them', async () => {
    world.stack.aws.secrets.delete(secretNames.credential);
    world.stack.aws.secrets.put(secretNames.webhooks, 'hidden-and-not-json');
    const ended = await doctor('--json');
    const results = resultsOf(ended);
    expect(named(results, 'failed')).toEqual(['credential secret', 'webhook secret']);
    expect(named(results, 'skipped')).toEqual(expect.arrayContaining(['Annofab sign-in', 'webhooks']));
    expect(ended.out).toMatch(/credential could not be read/);
    expect(ended.out).not.toContain('hidden-and-not-json');
  });

  it('reports a credential that Annofab refuses', async () => {
    world.stack.aws.secrets.put(secretNames.credential, { pat: 'a-revoked-token' });
    const failed = await failures();
    expect(failed).toEqual({ 'Annofab sign-in': expect.stringMatching(/401/) });
  });

  it('skips the age of the token when the account signs in with a password', async () => {
    const { userId: user_id, password } = localNames;
    world.stack.aws.secrets.put(secretNames.credential, { user_id, password });
    const results = resultsOf(await doctor('--json'));
    expect(named(results, 'skipped')).toEqual([...AWS_ONLY, 'personal access token']);
    expect(named(results, 'failed')).toEqual([]);
  });

  it('reports an Annofab that does not work', async () => {
    world.stack.annofab.faults.add({ operation: 'getMyAccount', status: 500 });
    expect(await failures()).toHaveProperty(['Annofab sign-in']);
  });

  it('reports a project in which the account is not an owner', async () => {
    const failed = await failures('--project', 'no-such-project', '--project', project);
    expect(failed).toEqual({ 'project roles': expect.stringMatching(/no-such-project: not an active member$/) });
  });

  it('reports a webhook with another secret, and that the receiver refuses it', async () => {
    const webhook = record().webhooks.get('annofab-functions-local-task-completed');
    if (webhook) webhook.headers = [{ name: 'X-Webhook-Secret', value: 'another-secret' }];
    const failed = await failures();
    expect(failed).toEqual({
      webhooks: 'demo-project: task-completed: different (headers)',
      'test delivery': 'demo-project, task-completed: 401',
    });
  });

  it('reports a webhook that is switched off', async () => {
    const webhook = record().webhooks.get('annofab-functions-local-task-completed');
    if (webhook) webhook.webhook_status = 'inactive';
    expect(await failures()).toMatchObject({ webhooks: 'demo-project: task-completed: different (webhook_status)' });
  });

  it('reports an address that does not answer, or not as the receiver does', async () => {
    const closed = await failures('--url', 'http://127.0.0.1:2');
    expect(closed['HTTP API']).toMatch(/does not answer .*ECONNREFUSED/);
    const other = createServer((_request, response) => void response.end('hello'));
    const failed = await failures('--url', `http://127.0.0.1:${await listen(other)}`);
    other.close();
    expect(failed['HTTP API']).toMatch(/GET was answered with 200.*POST without a secret with 200/);
  });

  it('reports dead letters', async () => {
    const { aws, host } = world.stack;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const sqs = new SQSClient({ endpoint: aws.sqsUrl, region: aws.region, credentials });
    const QueueUrl = host.queues['TaskCompletedDeadLetterQueue'];
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
    expect(await failures()).toEqual({ 'dead letters': 'task-completed: about 1' });
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    sqs.destroy();
  });

  it('reports queues and a ledger that cannot be found', async () => {
    world.stack.aws.faults.add({
      service: 'dynamodb',
      operation: 'ListTables',
      status: 400,
      code: 'AccessDeniedException',
    });
    expect(await failures()).toHaveProperty(['queues and ledger']);
  });

  it('reports a local stack that does not answer, and only that', async () => {
    const ended = await runCommand('doctor', ['--local', 'http://127.0.0.1:1', '--json']);
    const results = resultsOf(ended);
    expect(named(results, 'failed')).toEqual(['AWS credentials']);
    expect(results.find(({ status }) => status === 'failed')).toMatchObject({
      detail: expect.stringContaining('the local stack at http://127.0.0.1:1 does not answer'),
      cure: 'start it: npm start',
    });
  });

  it('reports a personal access token that expires soon', async () => {
    const token = [...world.stack.annofab.state.logins.personalAccessTokens.values()][0];
    const before = token?.expired_datetime ?? '';
    if (token) token.expired_datetime = new Date(Date.now() + 3.5 * 24 * 3_600_000).toISOString();
    expect(await failures()).toEqual({ 'personal access token': 'it expires in 3 days' });
    if (token) token.expired_datetime = before;
  });
});

describe('doctor in AWS', () => {
  const stack = `annofab-functions-${LOCAL_STAGE}`;
  const scheduled = (name: string, State = 'ENABLED') => ({
    State,
    Target: { Arn: `arn:aws:lambda:ap-northeast-1:123456789012:function:${stack}-${name}` },
  });
  const HEALTHY = {
    identity: {
      GetCallerIdentityResponse: { GetCallerIdentityResult: { Account: '123456789012', Arn: 'arn:aws:iam::1:user/x' } },
    },
    limit: { AccountLimit: { ConcurrentExecutions: 1000 } },
    alarms: { MetricAlarms: [{ AlarmName: `${stack}-dead-letters-waiting`, StateValue: 'OK', ActionsEnabled: true }] },
    schedules: [
      { Schedules: [scheduled('start-archive-updates')], NextToken: 'next/page+2' },
      { Schedules: [scheduled('reconcile-deliveries'), scheduled('elsewhere', 'DISABLED')] },
    ],
  };
  let server: Server;
  let env: Readonly<Record<string, string>>;
  let answers: Record<string, unknown> = HEALTHY;
  const requests: { url: string; target: unknown; authorization: string; body: string }[] = [];

  /** STS, CloudWatch, the Scheduler and Lambda, as far as the checks use them. */
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { 'x-amz-target': target, authorization = '' } = request.headers;
      const url = request.url ?? '';
      requests.push({ url, target, authorization, body: await text(request) });
      const [first, second] = HEALTHY.schedules;
      const schedules =
        answers['schedules'] === HEALTHY.schedules
          ? url.includes('NextToken')
            ? second
            : first
          : answers['schedules'];
      const answer = url.startsWith('/schedules')
        ? schedules
        : target === undefined
          ? url.includes('account-settings')
            ? answers['limit']
            : answers['identity']
          : answers['alarms'];
      response.statusCode = answer === undefined ? 403 : 200;
      response.end(JSON.stringify(answer ?? { message: 'You may not do this' }));
    });
    const fake = `http://127.0.0.1:${await listen(server)}`;
    env = {
      ...world.stack.aws.env,
      AWS_ENDPOINT_URL_STS: fake,
      AWS_ENDPOINT_URL_CLOUDWATCH: fake,
      AWS_ENDPOINT_URL_SCHEDULER: fake,
      AWS_ENDPOINT_URL_LAMBDA: fake,
      ANNOFAB_ENDPOINT_URL: world.stack.annofab.url,
    };
  });
  afterAll(() => void server?.close());
  afterEach(() => {
    answers = HEALTHY;
    requests.length = 0;
  });

  const inAws = (...args: readonly string[]) =>
    runCommand('doctor', ['--stage', LOCAL_STAGE, '--url', world.stack.host.url, '--json', ...args], env);

  async function failedInAws(changed: Record<string, unknown>): Promise<Record<string, string>> {
    answers = { ...HEALTHY, ...changed };
    const failed = resultsOf(await inAws()).filter(({ status }) => status === 'failed');
    return Object.fromEntries(failed.map(({ check, detail }) => [check, detail]));
  }

  it('checks identity, quota, schedules on several pages and alarms, by signed requests', async () => {
    const ended = await inAws();
    const results = resultsOf(ended);
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(ended.code).toBe(0);
    expect(results.find(({ check }) => check === 'AWS credentials')?.detail).toBe(
      'account 123456789012, region ap-northeast-1, as arn:aws:iam::1:user/x',
    );
    const scopes = requests.map(({ authorization }) => authorization.match(/ap-northeast-1\/(\w+)\//)?.[1]);
    expect(scopes).toEqual(expect.arrayContaining(['sts', 'monitoring', 'scheduler', 'lambda']));
    expect(requests.map(({ url }) => url)).toContain('/schedules?MaxResults=100&NextToken=next%2Fpage%2B2');
    expect(requests.find(({ target }) => target)?.body).toContain(`"AlarmNamePrefix":"${stack}-"`);
  });

  it('skips what needs AWS when the credentials are refused', async () => {
    answers = { ...HEALTHY, identity: undefined };
    const results = resultsOf(await inAws());
    expect(named(results, 'failed')).toEqual(['AWS credentials']);
    expect(named(results, 'ok')).toEqual(['Node.js', 'settings', 'address of the HTTP API', 'HTTP API']);
  });

  it('does not blame the address of the HTTP API when the credentials are refused', async () => {
    answers = { ...HEALTHY, identity: undefined };
    const args = ['--stage', 'elsewhere', '--json'];
    const results = resultsOf(await runCommand('doctor', args, env));
    expect(named(results, 'failed')).toEqual(['AWS credentials']);
  });

  it('reports a quota that the workers can use up', async () => {
    expect(await failedInAws({ limit: { AccountLimit: { ConcurrentExecutions: 9 } } })).toEqual({
      'Lambda concurrency': expect.stringMatching(/may run 9 functions.*can use 10/),
    });
  });

  it('reports a schedule that is missing or disabled', async () => {
    const Schedules = [scheduled('start-archive-updates', 'DISABLED')];
    expect(await failedInAws({ schedules: { Schedules } })).toEqual({
      schedules: 'the schedule of start-archive-updates is DISABLED; reconcile-deliveries has no schedule',
    });
  });

  it('reports alarms that are in alarm, notify nobody, are missing or cannot be read', async () => {
    const MetricAlarms = [
      { AlarmName: 'one', StateValue: 'ALARM', ActionsEnabled: true },
      { AlarmName: 'two', StateValue: 'OK', ActionsEnabled: false },
    ];
    expect(await failedInAws({ alarms: { MetricAlarms } })).toEqual({ alarms: 'one is in alarm; two notifies nobody' });
    expect((await failedInAws({ alarms: { MetricAlarms: [] } }))['alarms']).toMatch(/no alarm whose name begins with/);
    expect((await failedInAws({ alarms: undefined }))['alarms']).toBe('cloudWatch answered 403: You may not do this');
  });

  it('reports a chat whose messages are switched on and whose secret is missing, and never its address', async () => {
    const folder = await mkdtemp(join(world.folder, 'settings-'));
    await mkdir(join(folder, 'settings'));
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
    await writeFile(join(folder, `settings/${LOCAL_STAGE}.yml`), 'chatMessages: slack\n');
    const missing = resultsOf(await inAws());
    world.stack.aws.secrets.put(secretNames.chat, { url: 'https://hooks.example.com/secret-path' });
    const stored = await inAws();
    world.stack.aws.secrets.delete(secretNames.chat);
    cwd.mockRestore();
    expect(named(missing, 'failed')).toEqual(['chat secret']);
    expect(named(resultsOf(stored), 'failed')).toEqual([]);
    expect(stored.out).not.toContain('secret-path');
  });

  it('reports a settings file that cannot be used, and follows one that switches the receiver and the alarms off', async () => {
    const folder = await mkdtemp(join(world.folder, 'settings-'));
    await mkdir(join(folder, 'settings'));
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const file = join(folder, `settings/${LOCAL_STAGE}.yml`);
    await writeFile(file, 'exportConcurrency: many\n');
    const unusable = resultsOf(await inAws());
    await writeFile(file, 'receiver: false\nqueueUnfired: true\nalarms: false\n');
    const off = resultsOf(await inAws());
    cwd.mockRestore();
    expect(named(unusable, 'failed')).toEqual(['settings']);
    expect(named(off, 'failed')).toEqual([]);
    expect(named(off, 'skipped')).toEqual(
      expect.arrayContaining(['address of the HTTP API', 'webhooks', 'HTTP API', 'test delivery', 'alarms']),
    );
  });
});
