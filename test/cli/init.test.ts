import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import { parseWebhookSecrets } from '../../lib/webhooks/webhook-secrets.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { listen } from '../../local/listen.ts';
import { localNames } from '../../local/names.ts';
import { type Ended, runCommand } from '../support/run-command.ts';
import { HAS_TERMINAL, onTerminal } from '../support/terminal.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'cli/annofab-functions.js');
const { personalAccessToken: pat, userId: user_id, password, project } = localNames;
const CREDENTIAL = 'annofab-functions/dev/credential';
const WEBHOOKS = 'annofab-functions/dev/webhooks';
const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2);

let annofab: AnnofabEmulator;
let aws: LocalAws;
let sts: Server;
let sdk: SecretsManagerClient;
let env: Readonly<Record<string, string>>;
let folder: string;

beforeAll(async () => {
  [annofab, aws] = await Promise.all([startAnnofabEmulator(), startLocalAws()]);
  const identity = { GetCallerIdentityResponse: { GetCallerIdentityResult: { Account: '123456789012', Arn: 'arn' } } };
  sts = createServer((_request, response) => void response.end(JSON.stringify(identity)));
  env = { ...aws.env, AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${await listen(sts)}` };
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  sdk = new SecretsManagerClient({ endpoint: aws.sqsUrl, region: aws.region, credentials });
});
afterAll(async () => {
  sdk?.destroy();
  sts?.close();
  await annofab?.stop();
  await aws?.stop();
});

beforeEach(async () => {
  aws.secrets.delete(CREDENTIAL);
  aws.secrets.delete(WEBHOOKS);
  annofab.faults.clear();
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-init-'));
  await mkdir(join(folder, 'settings'));
  return () => rm(folder, { recursive: true });
});

/** Runs `init` with this on its standard input. */
async function init(args: readonly string[], input = ''): Promise<Ended> {
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') ?? {};
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
  Object.defineProperty(process, 'stdin', { value: Readable.from([input]), configurable: true });
  try {
    return await runCommand('init', ['--endpoint', annofab.url, ...args], env);
  } finally {
    Object.defineProperty(process, 'stdin', stdin);
    cwd.mockRestore();
  }
}

const script = (args: readonly string[], input: string) =>
  init(['--credential-stdin', '--yes', '--json', ...args], input);
const settingsText = () => readFile(join(folder, 'settings/dev.yml'), 'utf8');
const writeSettings = (content: string) => writeFile(join(folder, 'settings/dev.yml'), content);

async function stored(name: string): Promise<unknown> {
  const { SecretString = '' } = await sdk.send(new GetSecretValueCommand({ SecretId: name }));
  return JSON.parse(SecretString);
}

const isThere = (name: string) =>
  stored(name).then(
    () => true,
    () => false,
  );

const changesOf = ({ out, err }: { out: string; err: string }): Record<string, string> => {
  expect(err).toBe('');
  const { steps }: { steps: { what: string; change: string }[] } = JSON.parse(out);
  return Object.fromEntries(steps.map(({ what, change }) => [what, change]));
};

describe('init in a script', () => {
  it('creates the two secrets as the functions read them, and valid settings, and says what comes next', async () => {
    const ended = await script(['--project', project], `${pat}\n`);
    expect(ended.code).toBe(0);
    expect(changesOf(ended)).toEqual({
      [CREDENTIAL]: 'created',
      [WEBHOOKS]: 'created',
      'settings/dev.yml': 'created',
    });
    expect(await stored(CREDENTIAL)).toEqual({ pat });
    const webhooks = await stored(WEBHOOKS);
    expect(webhooks).toEqual({ keys: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
    expect(parseWebhookSecrets(webhooks).keys).toHaveLength(1);
    const { settings, problems } = await readSettingsFile(folder, 'dev');
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ annofabEndpointUrl: annofab.url, archiveProjectIds: [project] });
    const { next, account, notes } = JSON.parse(ended.out);
    expect({ account, notes }).toEqual({ account: '123456789012', notes: [] });
    const commands = next.flatMap(({ command }: { command?: string }) => command ?? []).join('\n');
    expect(commands).toMatch(/^npm run deploy -- --stage dev\n.*\n.* pilot .*\n.* projects add .*\n.* doctor /);
  });

  it('writes no secret to its output or into a file', async () => {
    const ended = await init(['--credential-stdin', '--yes'], pat);
    const { keys }: { keys?: string[] } = Object(await stored(WEBHOOKS));
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const contents = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
    const written = [ended.out, ended.err, ...(await Promise.all(contents))].join('\n');
    expect(ended.code).toBe(0);
    expect(written).not.toContain(pat);
    expect(written).not.toContain(keys?.[0]);
  });

  it('keeps the comments of the example, with every setting commented out', async () => {
    await script([], pat);
    const text = await settingsText();
    expect(text).toContain('# ── What runs');
    expect(text).toMatch(/^#exportConcurrency: 2$/m);
    expect(text).toMatch(/^# How many frames of a task are read/m);
    const uncommented = text.replaceAll(/^( *)#(?=\S)/gm, '$1');
    await writeSettings(uncommented);
    expect((await readSettingsFile(folder, 'dev')).problems).toEqual([]);
  });

  it('changes nothing when it runs again, and keeps the stored credential without standard input', async () => {
    await script(['--project', project], pat);
    const before = [await stored(WEBHOOKS), await settingsText()];
    const again = await init(['--yes', '--json', '--project', project]);
    expect(Object.values(changesOf(again))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect([await stored(WEBHOOKS), await settingsText()]).toEqual(before);
  });

  it('takes a user id with a password, from text or from JSON', async () => {
    expect(await script(['--user-id', user_id], `${password}\n`)).toMatchObject({ code: 0 });
    expect(await stored(CREDENTIAL)).toEqual({ user_id, password });
    aws.secrets.delete(CREDENTIAL);
    expect(await script([], JSON.stringify({ user_id, password }))).toMatchObject({ code: 0 });
    expect(await stored(CREDENTIAL)).toEqual({ user_id, password });
  });

  it('adds a key to a webhooks secret that has only entries, and keeps these and everything else', async () => {
    const before = { webhook_secrets: [{ secret: 'secret-of-the-project', project_id: project }], note: 'mine' };
    aws.secrets.put(WEBHOOKS, before);
    expect(changesOf(await script([], pat))[WEBHOOKS]).toBe('changed');
    expect(await stored(WEBHOOKS)).toEqual({ ...before, keys: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
  });

  it('keeps the keys of a webhooks secret', async () => {
    aws.secrets.put(WEBHOOKS, { keys: [KEY] });
    expect(changesOf(await script([], pat))[WEBHOOKS]).toBe('unchanged');
    expect(await stored(WEBHOOKS)).toEqual({ keys: [KEY] });
  });

  it('replaces the stored credential by another one', async () => {
    aws.secrets.put(CREDENTIAL, { pat: 'an-old-token' });
    expect(changesOf(await script([], pat))[CREDENTIAL]).toBe('changed');
    expect(await stored(CREDENTIAL)).toEqual({ pat });
  });

  it('changes only what differs in a settings file, and keeps the rest byte for byte', async () => {
    await writeSettings('# mine\narchiveProjectIds:\n  - other   # the old one\nlogLevel:   DEBUG # loud\n');
    await script(['--project', project, '--project', 'other'], pat);
    expect(await settingsText()).toBe(
      `# mine\narchiveProjectIds:\n  - other   # the old one\n  - ${project}\nlogLevel:   DEBUG # loud\nannofabEndpointUrl: ${annofab.url}\n`,
    );
  });

  it('prints with --dry-run what it would do, and does nothing', async () => {
    const ended = await script(['--dry-run'], pat);
    expect(Object.values(changesOf(ended))).toEqual(['to be created', 'to be created', 'to be created']);
    expect([await isThere(CREDENTIAL), await isThere(WEBHOOKS)]).toEqual([false, false]);
    expect(await readdir(join(folder, 'settings'))).toEqual([]);
  });

  it('names the projects of which the account is not an owner', async () => {
    const { notes } = JSON.parse((await script(['--project', 'someone-elses'], pat)).out);
    expect(notes).toEqual([expect.stringMatching(/not an owner of project someone-elses/)]);
  });

  it.each([
    ['a credential that Annofab refuses', [], 'hidden-wrong-token', 1, /does not accept the credential.*401/],
    ['a wrong password', ['--user-id', user_id], 'hidden-wrong-password', 1, /does not accept the credential/],
    ['a token with a space', [], 'hidden wrong', 1, /pat must be a token/],
    ['no credential on standard input', [], '', 1, /pat must be a token/],
    [
      'saved tokens, which expire',
      [],
      '{"tokens":{"id_token":"hidden","access_token":"b","refresh_token":"c"}}',
      1,
      /must be/,
    ],
    ['an address that does not answer', ['--endpoint', 'http://127.0.0.1:2'], pat, 1, /could not be tried at http/],
  ])('stores nothing, and explains what is wrong, with %s', async (_, args, input, code, message) => {
    const ended = await script(args, input);
    expect(ended).toMatchObject({ code, out: '', err: expect.stringMatching(message) });
    expect(ended.err).not.toContain('hidden');
    expect([await isThere(CREDENTIAL), await isThere(WEBHOOKS)]).toEqual([false, false]);
    expect(await readdir(join(folder, 'settings'))).toEqual([]);
  });

  it('refuses the name of the example as a stage', async () => {
    expect(await script(['--stage', 'example'], pat)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is the example/),
    });
  });

  it('needs --yes to create, and a credential', async () => {
    expect(await init(['--credential-stdin'], pat)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Create these 3 in AWS account 123456789012, region .* add --yes/),
    });
    expect(await init(['--yes'])).toMatchObject({ code: 2, err: expect.stringMatching(/--credential-stdin/) });
    expect(await isThere(WEBHOOKS)).toBe(false);
  });

  it.each([
    [
      'a webhooks secret that the receiver cannot use',
      () => aws.secrets.put(WEBHOOKS, { keys: ['hidden'] }),
      /Correct it/,
    ],
    ['a webhooks secret that is not JSON', () => aws.secrets.put(WEBHOOKS, 'hidden'), /not a JSON object/],
    ['settings that are not valid', () => writeSettings('exportConcurrency: many\n'), /exportConcurrency/],
    [
      'settings that would contradict each other',
      () => writeSettings('events: { annotation-archive-updated: false }\n'),
      /settings\/dev.yml: archiveProjectIds lets archives be built that nothing mirrors/,
    ],
  ])('stores nothing, and explains what is wrong, with %s', async (_, prepare, message) => {
    await prepare();
    const ended = await script(['--project', project], pat);
    expect(ended).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    expect(ended.err).not.toContain('hidden');
    expect(await isThere(CREDENTIAL)).toBe(false);
  });
});

describe.runIf(HAS_TERMINAL)('init on a terminal', () => {
  const session = (...args: readonly string[]) => onTerminal([BIN, 'init', ...args], { cwd: folder, env });

  it('asks for everything, does not show the credential, and asks again when Annofab refuses it', async () => {
    const { shows, press, ended } = session();
    await shows('Stage [dev]: ');
    press('no stage\r');
    await shows('It must consist of letters, digits and hyphens.');
    await shows('Stage [dev]: ');
    press('\r');
    await shows('AWS region [ap-northeast-1]: ');
    press('\r');
    await shows('Address of Annofab [https://annofab.com]: ');
    press(`${annofab.url}\r`);
    await shows('(empty: none): ');
    press(`${project}\r`);
    await shows('personal access token): ');
    press('\r');
    await shows('Personal access token (not shown): ');
    press('hidden-wrong-token\r');
    await shows('does not accept the credential');
    await shows('personal access token): ');
    press('\r');
    await shows('Personal access token (not shown): ');
    press(`${pat}\r`);
    await shows('Create these 3 in AWS account 123456789012, region ap-northeast-1? [y/N] ');
    press('y\r');
    await shows('Next:');
    const { code, screen } = await ended;
    expect(code).toBe(0);
    expect(screen).not.toContain('hidden');
    expect(screen).not.toContain(pat);
    expect(await stored(CREDENTIAL)).toEqual({ pat });
    expect((await readSettingsFile(folder, 'dev')).settings.archiveProjectIds).toEqual([project]);
  });

  it('keeps what the operator does not want changed', async () => {
    aws.secrets.put(CREDENTIAL, { user_id, password });
    aws.secrets.put(WEBHOOKS, { webhook_secrets: [{ secret: 'secret-of-the-project' }] });
    await writeSettings(`annofabEndpointUrl: ${annofab.url}\n`);
    const { shows, press, ended } = session('--stage', 'dev', '--region', 'ap-northeast-1', '--project', project);
    await shows(`Address of Annofab [${annofab.url}]: `);
    press('\r');
    await shows('personal access token): ');
    press('\r');
    await shows('Personal access token (not shown; empty: keep the stored credential): ');
    press(`${pat}\r`);
    await shows(`Change ${CREDENTIAL}: a personal access token, instead of a user id with a password? [y/N] `);
    press('n\r');
    await shows(`Change ${WEBHOOKS}: a random key is added; entries: 1, keys: 0 are kept? [y/N] `);
    press('y\r');
    await shows(`Change settings/dev.yml: archiveProjectIds: added ${project}? [y/N] `);
    press('\r');
    await shows('Next:');
    const { code, screen } = await ended;
    expect(code).toBe(0);
    expect(screen).not.toContain(pat);
    expect(await stored(CREDENTIAL)).toEqual({ user_id, password });
    expect(await stored(WEBHOOKS)).toHaveProperty('keys');
    expect(await settingsText()).toBe(`annofabEndpointUrl: ${annofab.url}\n`);
  });

  it('leaves nothing behind when it is interrupted at a question', async () => {
    const { shows, press, ended } = session('--stage', 'dev', '--region', 'ap-northeast-1', '--endpoint', annofab.url);
    await shows('(empty: none): ');
    press('\r');
    await shows('personal access token): ');
    press('\r');
    await shows('(not shown): ');
    press(`${pat}\r`);
    await shows('Create these 3');
    press('\u0003');
    await shows('Interrupted.');
    expect(await ended).toMatchObject({ code: 130 });
    expect([await isThere(CREDENTIAL), await isThere(WEBHOOKS)]).toEqual([false, false]);
  });

  it('refuses --credential-stdin, which would show what is typed', async () => {
    const { ended } = session('--yes', '--credential-stdin', '--endpoint', annofab.url);
    expect(await ended).toMatchObject({ code: 2, screen: expect.stringMatching(/leave it out: you are asked/) });
  });
});
