import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { webhookId } from '../../lib/webhooks/templates.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { type LambdaHost, startLambdaHost } from '../../local/lambda/index.ts';
import { listen } from '../../local/listen.ts';
import { localNames } from '../../local/names.ts';
import { type Ended, runCommand } from '../support/run-command.ts';

const root = join(import.meta.dirname, '..', '..');
const secret = localNames.webhookSecret;
let annofab: AnnofabEmulator;
let aws: LocalAws;
let host: LambdaHost;

beforeAll(async () => {
  [annofab, aws] = await Promise.all([
    startAnnofabEmulator(),
    startLocalAws({ secrets: { 'annofab-functions/local/webhooks': { webhook_secrets: [{ secret }] } } }),
  ]);
  host = await startLambdaHost({ aws });
});

afterAll(async () => {
  await host?.stop();
  await Promise.all([aws?.stop(), annofab?.stop()]);
});

const inherited = Object.fromEntries(
  ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

const credential = { ANNOFAB_PAT: localNames.personalAccessToken };

/** Runs `annofab-functions webhooks …` with a credential in its environment, and with nothing else but `env`. */
function webhooks(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runCommand('webhooks', args, { ...credential, ...env });
}

/** Runs it in a process of its own. */
function inOwnProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd: string = root,
): Promise<Ended> {
  const all = { ...inherited, ...credential, ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'cli/annofab-functions.js'), 'webhooks', ...args],
      { cwd, env: all },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
  });
}

const project = () => ['--project', localNames.project, '--endpoint', annofab.url];
const withSecret = { ANNOFAB_WEBHOOK_SECRET: secret };
const changes = ({ out }: Ended): string[] => JSON.parse(out).webhooks.map(({ change }: { change: string }) => change);

describe('the webhooks command', () => {
  it('only plans webhooks in a dry run', async () => {
    const planned = await inOwnProcess(['apply', ...project(), '--url', host.url, '--dry-run', '--json'], withSecret);
    expect(changes(planned)).toEqual(Array(4).fill('to be created'));
    expect(annofab.spy.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('cannot test webhooks that are not registered', async () => {
    const { code, out } = await webhooks(['test', ...project()]);
    expect(code).toBe(1);
    expect(out.match(/not registered/g)).toHaveLength(4);
  });

  it('registers the webhooks of another stage beside those of the first', async () => {
    const args = ['apply', ...project(), '--url', 'https://prod.example.com', '--stage', 'prod', '--json', '--yes'];
    expect(changes(await webhooks(args, withSecret))).toEqual(Array(4).fill('created'));
    const ids = (await webhooks(['list', ...project(), '--stage', 'prod', '--json'])).out;
    const ours = JSON.parse(ids).webhooks.filter((webhook: { ours: boolean }) => webhook.ours);
    expect(ours.map(({ webhook_id }: { webhook_id: string }) => webhook_id).sort()).toEqual(
      EVENT_TYPES.map((eventType) => `annofab-functions-prod-${eventType}`).sort(),
    );
    for (const webhook_id of EVENT_TYPES.map((eventType) => webhookId(eventType, 'prod')))
      annofab.state.projects.get(localNames.project)?.webhooks.delete(webhook_id);
  });

  it('deletes the webhook of an event that the settings switch off', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'settings-'));
    await mkdir(join(folder, 'settings'));
    await writeFile(join(folder, 'settings/quiet.yml'), 'events: { project-copy-completed: false }\n');
    const args = ['apply', ...project(), '--url', host.url, '--stage', 'quiet', '--json', '--yes'];
    await webhooks(args, withSecret);
    const ended = await inOwnProcess(args, withSecret, folder);
    expect(changes(ended)).toEqual(['unchanged', 'unchanged', 'unchanged', 'deleted']);
    for (const eventType of EVENT_TYPES)
      annofab.state.projects.get(localNames.project)?.webhooks.delete(webhookId(eventType, 'quiet'));
    await rm(folder, { recursive: true });
  });

  it('registers webhooks once, and again only if something differs', async () => {
    const apply = (url: string) =>
      webhooks(['apply', ...project(), '--url', url, '--json', '--yes', '--replace'], withSecret);
    expect(changes(await apply('https://elsewhere.example'))).toEqual(Array(4).fill('created'));
    expect(changes(await apply(`${host.url}/`))).toEqual(Array(4).fill('updated'));
    expect(changes(await apply(host.url))).toEqual(Array(4).fill('unchanged'));
  });

  it('tests webhooks: Annofab calls the receiver, which accepts each delivery and queues none', async () => {
    const { code, out, err } = await webhooks(['test', ...project(), '--json']);
    expect(JSON.parse(out || '{}').webhooks).toEqual(
      ['task-completed', 'annotation-archive-updated', 'input-data-zip-registered', 'project-copy-completed'].map(
        (event_type) => expect.objectContaining({ event_type, ok: true, result: 'success', response_status: 202 }),
      ),
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await host.settled();
    expect(host.logs.filter(({ text }) => text.includes('"Delivery processing started"'))).toEqual([]);
  });

  it('derives the secret of the project from a key, which the receiver then accepts without an entry', async () => {
    // Runs before the first refused webhook: after one, the receiver does not read its secrets again for 30 seconds.
    const key = '0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2);
    aws.secrets.put('annofab-functions/local/webhooks', { webhook_secrets: [{ secret }], keys: [key] });
    const env = { ANNOFAB_WEBHOOK_KEY: key };
    const applied = await webhooks(['apply', ...project(), '--url', host.url, '--json', '--yes'], env);
    expect(changes(applied)).toEqual(Array(4).fill('updated'));
    expect(applied.out).not.toContain(key);
    const { code, out } = await webhooks(['test', ...project()]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^task-completed +success/m) });
  });

  it('fails when the receiver refuses a webhook', async () => {
    await webhooks([
      'apply',
      ...project(),
      '--url',
      host.url,
      '--secret',
      'another-webhook-secret',
      '--replace',
      '--yes',
    ]);
    const { code, out } = await inOwnProcess(['test', ...project()]);
    expect(code).toBe(1);
    expect(out).toMatch(/^task-completed +failure +response_status=401/m);
  });

  it('lists webhooks', async () => {
    const { code, out } = await webhooks(['list', ...project()]);
    expect(code).toBe(0);
    expect(out).toContain(`${host.url}/webhooks/annofab/task-completed`);
    expect(out).toContain('annofab-functions-task-completed');
  });

  it('signs in with user id and password', async () => {
    const login = { ANNOFAB_PAT: '', ANNOFAB_USER_ID: localNames.userId, ANNOFAB_PASSWORD: localNames.password };
    const { code, out } = await inOwnProcess(['list', ...project()], login);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('task-completed') });
  });
});

describe('the command line of webhooks', () => {
  it.each([
    ['no secret', ['apply', '--url', 'https://hooks.example'], {}, /ANNOFAB_WEBHOOK_SECRET/],
    [
      'a secret that no header can carry',
      ['apply', '--url', 'https://hooks.example', '--secret', 'a\nb'],
      {},
      /printable/,
    ],
    ['a weak key', ['apply', '--url', 'https://hooks.example', '--key', 'secret'], {}, /32 or more random bytes/],
    [
      'both a secret and a key',
      ['apply', '--url', 'https://hooks.example', '--secret', 'one', '--key', 'two'],
      {},
      /either a webhook secret or a webhook key/,
    ],
    ['no address', ['apply', '--secret', 'one'], {}, /--url/],
    [
      'an address with the path of a webhook',
      ['apply', '--url', 'https://hooks.example/webhooks/annofab/{event_type}', '--secret', 'one'],
      {},
      /Leave out \/webhooks\/annofab/,
    ],
    ['an invalid address', ['apply', '--url', 'hooks.example', '--secret', 'one'], {}, /https:\/\//],
    ['an address without TLS', ['apply', '--url', 'http://hooks.example', '--secret', 'one'], {}, /https:\/\//],
    ['a short secret', ['apply', '--url', 'https://hooks.example', '--secret', 'a-short-one'], {}, /weak/],
    ['a repeated secret', ['apply', '--url', 'https://hooks.example', '--secret', 'ab'.repeat(20)], {}, /weak/],
    ['nobody who can answer', ['apply', '--url', 'https://hooks.example', '--stage', 'new'], withSecret, /add --yes/],
    [
      'a webhook of this stage at another address',
      ['apply', '--url', 'https://hooks.example', '--yes'],
      withSecret,
      /another address now:\n {2}annofab-functions-task-completed: http:\/\/127.*--replace/s,
    ],
    ['nobody who can answer whether to remove', ['remove'], {}, /Remove these 4 webhooks.*add --yes/],
  ])('explains what is wrong with %s, and exits with 2', async (_what, [name = '', ...args], env, message) => {
    const { code, err } = await webhooks([name, ...project(), ...args], env);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it.each([
    ['no credential', { ANNOFAB_PAT: '' }, /ANNOFAB_PAT/],
    ['a wrong credential', { ANNOFAB_PAT: 'wrong' }, /401/],
  ])('explains what is wrong with %s', async (_what, env, message) => {
    const { code, err } = await webhooks(['list', ...project()], env);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it('reports that Annofab cannot be reached', async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const { code, err } = await inOwnProcess(['list', '--project', 'p', '--endpoint', `http://127.0.0.1:${port}`]);
    expect(code).toBe(1);
    expect(err).toMatch(/\S/);
  });

  it('never prints a secret', async () => {
    const runs = await Promise.all([
      inOwnProcess(['apply', ...project(), '--url', host.url, '--yes'], withSecret),
      inOwnProcess(['list', ...project(), '--json']),
      inOwnProcess(['apply', '--help'], withSecret),
    ]);
    for (const { out, err } of runs) expect(out + err).not.toContain(secret);
  });

  it('removes the webhooks of one stage, and no others', async () => {
    await webhooks(['apply', ...project(), '--url', 'https://a.example', '--stage', 'other', '--yes'], withSecret);
    const planned = await webhooks(['remove', ...project(), '--dry-run', '--json']);
    expect(changes(planned)).toEqual(Array(4).fill('to be deleted'));
    expect(changes(await webhooks(['remove', ...project(), '--yes', '--json']))).toEqual(Array(4).fill('deleted'));
    const left = JSON.parse((await webhooks(['list', ...project(), '--json'])).out).webhooks;
    expect(left.map(({ stage }: { stage: string }) => stage)).toEqual(Array(4).fill('other'));
    expect(changes(await webhooks(['remove', ...project(), '--yes', '--json']))).toEqual([]);
  });

  it.each(['apply', 'test', 'list', 'remove'])('explains the subcommand %s', async (name) => {
    const { code, out } = await webhooks([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/--project <id>/);
  });
});
