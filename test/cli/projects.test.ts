import { createServer, type Server } from 'node:http';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { derivedSecret } from '../../lib/webhooks/webhook-secrets.ts';
import { listen } from '../../local/listen.ts';
import { LOCAL_STAGE, localNames, secretNames } from '../../local/names.ts';
import { type Ended, runCommand } from '../support/run-command.ts';
import { type RecordedStack, startRecordedStack } from './recorded-stack.ts';

const { project } = localNames;
const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2);
const OTHER = { secret: 'secret-of-another-project', project_id: 'another-project' };
let world: RecordedStack;
let sdk: SecretsManagerClient;

beforeAll(async () => {
  world = await startRecordedStack();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  sdk = new SecretsManagerClient({ endpoint: world.stack.aws.sqsUrl, region: world.stack.aws.region, credentials });
});
afterAll(async () => {
  sdk?.destroy();
  await world?.stop();
});

beforeEach(() => {
  webhooksOf(project).clear();
  store({ webhook_secrets: [OTHER] });
});

const add = (...args: readonly string[]) => world.run(['projects', 'add', '--project', project, ...args]);
const remove = (...args: readonly string[]) => world.run(['projects', 'remove', '--project', project, ...args]);
const list = (...args: readonly string[]) => world.run(['projects', 'list', ...args]);
const jsonOf = ({ out, err }: Ended) => JSON.parse(out || JSON.stringify({ err }));
const changes = (ended: Ended) => jsonOf(ended).webhooks.map(({ change }: { change: string }) => change);
const store = (value: unknown) => world.stack.aws.secrets.put(secretNames.webhooks, value);

function webhooksOf(id: string) {
  const found = world.stack.annofab.state.projects.get(id);
  if (found === undefined) throw new Error(`no project ${id}`);
  return found.webhooks;
}

async function stored(): Promise<{ text: string; version: string | undefined }> {
  const { SecretString = '', VersionId } = await sdk.send(
    new GetSecretValueCommand({ SecretId: secretNames.webhooks }),
  );
  return { text: SecretString, version: VersionId };
}

function setRole(role: 'owner' | 'worker'): void {
  const members = world.stack.annofab.state.projects.get(project)?.members ?? new Map();
  for (const member of members.values()) if (member.user_id === localNames.userId) member.member_role = role;
}

describe('projects add', () => {
  it('adds an entry with a random secret, keeps the other entries, and registers webhooks that the receiver accepts', async () => {
    store({ webhook_secrets: [OTHER], note: 'of the operator' });
    const added = await add('--json');
    expect(jsonOf(added)).toMatchObject({ project_id: project, secret: 'created' });
    expect(changes(added)).toEqual(Array(4).fill('created'));
    const json = JSON.parse((await stored()).text);
    expect(json).toEqual({
      webhook_secrets: [OTHER, { secret: expect.stringMatching(/^[0-9a-f]{64}$/), project_id: project }],
      note: 'of the operator',
    });
    expect(added.out).not.toContain(json.webhook_secrets[1].secret);
    expect(await world.run(['webhooks', 'test', '--project', project])).toMatchObject({ code: 0 });
  });

  it('changes nothing when it runs again', async () => {
    await add();
    const before = await stored();
    const again = await add('--json');
    expect(jsonOf(again).secret).toBe('unchanged');
    expect(changes(again)).toEqual(Array(4).fill('unchanged'));
    expect(await stored()).toEqual(before);
  });

  it('derives the secret from a key, and writes nothing into Secrets Manager', async () => {
    store({ keys: [KEY] });
    const before = await stored();
    const { code, out } = await add();
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/created.*\nsecret: unchanged\n$/s) });
    expect(await stored()).toEqual(before);
    const headers = [...webhooksOf(project).values()].flatMap((webhook) => webhook.headers);
    expect(headers).toContainEqual({ name: 'X-Webhook-Secret', value: derivedSecret(KEY, project) });
  });

  it('leaves webhooks as they are that have the newer of two valid secrets', async () => {
    const newer = { secret: 'the-newer-secret-of-the-project', project_id: project };
    store({ webhook_secrets: [newer] });
    await add();
    store({ webhook_secrets: [{ secret: 'the-older-secret-of-the-project', project_id: project }, newer] });
    expect(changes(await add('--json'))).toEqual(Array(4).fill('unchanged'));
  });

  it('refuses to change the address of webhooks of the stage, and writes no secret then', async () => {
    store({ keys: [KEY] });
    await add('--url', 'https://elsewhere.example');
    store({ webhook_secrets: [OTHER] });
    const before = await stored();
    const { code, err } = await add();
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/another address now:.*--replace/s) });
    expect(await stored()).toEqual(before);
    expect(changes(await add('--replace', '--json'))).toEqual(Array(4).fill('updated'));
  });

  it('reports that the account is not an owner, and changes nothing', async () => {
    const before = await stored();
    setRole('worker');
    const asWorker = await add();
    setRole('owner');
    expect(asWorker).toMatchObject({
      code: 1,
      err: expect.stringMatching(/must be an owner of project demo-project, and is worker/),
    });
    const unknown = await world.run(['projects', 'add', '--project', 'no-such-project']);
    expect(unknown).toMatchObject({ code: 1, err: expect.stringMatching(/not an active member/) });
    expect(await stored()).toEqual(before);
    expect(webhooksOf(project).size).toBe(0);
  });

  it.each([
    ['is not there', undefined, /no secret annofab-functions\/local\/webhooks/],
    ['is not JSON', 'not-json-but-secret', /is not a JSON object/],
    ['cannot be used', { webhook_secrets: [] }, /cannot be used/],
  ])('reports a secret that %s, without its text', async (_what, value, message) => {
    if (value === undefined) world.stack.aws.secrets.delete(secretNames.webhooks);
    else store(value);
    const { code, err } = await add();
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(message) });
    expect(err).not.toContain('not-json-but-secret');
    expect(webhooksOf(project).size).toBe(0);
  });
});

describe('projects list', () => {
  it('shows the role and the webhooks of each project that has an entry', async () => {
    await add();
    expect(jsonOf(await list('--json')).projects).toEqual([
      { project_id: OTHER.project_id, role: null, webhooks: 'unknown', problems: [] },
      { project_id: project, role: 'owner', webhooks: 'in order', problems: [] },
    ]);
    const { out } = await list();
    expect(out).toMatch(/^another-project +not a member +unknown\ndemo-project +owner +in order$/m);
  });

  it('shows which webhooks are missing or different', async () => {
    await add();
    webhooksOf(project).delete('annofab-functions-local-task-completed');
    expect(jsonOf(await list('--json')).projects[1]).toMatchObject({
      webhooks: 'missing',
      problems: ['task-completed: missing'],
    });
    const archive = webhooksOf(project).get('annofab-functions-local-annotation-archive-updated');
    if (archive) Object.assign(archive, { webhook_status: 'inactive', headers: [] });
    expect(jsonOf(await list('--json')).projects[1]).toMatchObject({
      webhooks: 'different',
      problems: ['task-completed: missing', 'annotation-archive-updated: different (webhook_status, headers)'],
    });
  });

  it('finds projects without an entry by their webhooks, when secrets are derived', async () => {
    store({ keys: [KEY] });
    expect((await list()).out).toMatch(/knows no project/);
    await add();
    expect(jsonOf(await list('--json')).projects).toEqual([
      { project_id: project, role: 'owner', webhooks: 'in order', problems: [] },
    ]);
  });
});

describe('projects remove', () => {
  it('removes the webhooks of the stage and the entry, and nothing else', async () => {
    await add();
    await world.run(['webhooks', 'apply', '--project', project, '--url', 'https://a.example', '--yes']);
    const removed = await remove('--yes', '--json');
    expect(jsonOf(removed).secret).toBe('removed');
    expect(changes(removed)).toEqual(Array(4).fill('deleted'));
    expect(JSON.parse((await stored()).text)).toEqual({ webhook_secrets: [OTHER] });
    expect(webhooksOf(project).size).toBe(0);
    expect((await remove('--yes')).out).toBe('secret: unchanged\n');
  });

  it('keeps the last entry, because the receiver cannot run without one', async () => {
    const own = { webhook_secrets: [{ secret: 'the-only-secret-of-the-stage', project_id: project }] };
    store(own);
    await add();
    expect((await remove('--yes')).out).toMatch(/the entry of the project stays/);
    expect(JSON.parse((await stored()).text)).toEqual(own);
  });

  it('removes the last entry when there are keys', async () => {
    store({ keys: [KEY], webhook_secrets: [{ secret: 'the-only-secret-of-the-stage', project_id: project }] });
    expect((await remove('--yes')).out).toMatch(/was removed/);
    expect(JSON.parse((await stored()).text)).toEqual({ keys: [KEY] });
  });

  it('asks, and changes nothing where nobody can answer', async () => {
    await add();
    const { code, err } = await remove();
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/with 4 webhooks\? .*add --yes/) });
    expect(webhooksOf(project).size).toBe(4);
  });
});

describe('projects in AWS', () => {
  let lambda: Server;
  let env: Readonly<Record<string, string>>;
  let url: string | undefined;

  beforeAll(async () => {
    lambda = createServer((_request, response) => {
      response.statusCode = url === undefined ? 404 : 200;
      response.end(JSON.stringify({ Environment: { Variables: { WEBHOOK_URL: url } } }));
    });
    const { annofab, aws } = world.stack;
    env = {
      ...aws.env,
      AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${await listen(lambda)}`,
      ANNOFAB_ENDPOINT_URL: annofab.url,
      ANNOFAB_PAT: localNames.personalAccessToken,
    };
  });
  afterAll(() => void lambda?.close());

  it('asks the deployment for the address of its HTTP API', async () => {
    url = world.stack.host.url;
    const args = ['add', '--project', project, '--stage', LOCAL_STAGE, '--json'];
    expect(changes(await runCommand('projects', args, env))).toEqual(Array(4).fill('created'));
    expect(await world.run(['webhooks', 'test', '--project', project])).toMatchObject({ code: 0 });
  });

  it('asks for --url when the deployment does not know the address', async () => {
    url = undefined;
    const args = ['add', '--project', project, '--stage', LOCAL_STAGE];
    const { code, err } = await runCommand('projects', args, env);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/address of the HTTP API.*give --url/) });
  });
});
