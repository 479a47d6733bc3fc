import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCommand, runCommand, startCommand } from '../support/run-command.ts';

const command = fileURLToPath(new URL('../../cli/annofab-functions.js', import.meta.url));
const processes = new Set<ChildProcess>();
let running: RunningCommand | undefined;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-emulator-command-'));
  await writeFile(file('seed.yaml'), SEED);
  await writeFile(file('settings.yaml'), 'nonMemberStatus: 404\nwebhookRetries: 1\n');
  await writeFile(file('faults.json'), '[{ "operation": "getProject", "status": 503, "times": 1 }]');
});
afterEach(async () => {
  for (const child of processes) child.kill('SIGKILL');
  processes.clear();
  running?.interrupt();
  await running?.ended;
  running = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

const file = (name: string) => join(folder, name);

const SEED = `
accounts: [{ user_id: alice, password: secret, personal_access_tokens: [alice-pat] }]
organizations: [{ organization_name: acme, members: [{ user_id: alice, role: owner }] }]
projects:
  - { project_id: streets, organization_name: acme, members: [{ user_id: alice, role: owner }], labels: [] }
`;

/** Starts it in a process of its own. */
async function startProcess(...args: string[]) {
  const child = spawn(process.execPath, [command, 'emulator', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.add(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    return (await ended)[0];
  };
  return { ...fromReadyLine(line), stop };
}

async function startReady(...args: string[]) {
  running = startCommand('emulator', ['--json', ...args]);
  return fromReadyLine(await running.firstLine);
}

function fromReadyLine(line: string) {
  const ready: { url: string; owner: { pat: string }; projects: string[] } = JSON.parse(line);
  const get = async (path: string) => {
    const answer = await fetch(ready.url + path, { headers: { authorization: `Bearer ${ready.owner.pat}` } });
    return { status: answer.status, json: await answer.json() };
  };
  return { ready, get };
}

const outcomeOf = (...args: string[]) => runCommand('emulator', args);

describe('the emulator command', () => {
  it('starts from a seed file and prints the owner and the token', async () => {
    const { ready, get } = await startReady('--seed', file('seed.yaml'));
    expect(ready).toMatchObject({
      organization: 'acme',
      owner: { user_id: 'alice', password: 'secret', pat: 'alice-pat' },
      projects: ['streets'],
    });
    expect(await get('/api/v1/projects/streets')).toMatchObject({ status: 200 });
  });

  it('reads settings and faults from files and the command line, which takes precedence', async () => {
    const { get } = await startReady(
      ...['--settings', file('settings.yaml'), '--set', 'webhookRetries=3', '--set', 'errorExt={"a":1}'],
      ...['--faults', file('faults.json'), '--fault', 'operation=*,status=429,retryAfter=7,times=1'],
    );
    expect((await get('/__emulator/settings')).json).toMatchObject({
      nonMemberStatus: 404,
      webhookRetries: 3,
      errorExt: { a: 1 },
    });
    expect((await get('/__emulator/faults')).json).toMatchObject([
      { fault: { operation: 'getProject', status: 503, times: 1 } },
      { fault: { operation: '*', status: 429, retryAfter: 7, times: 1 } },
    ]);
    expect((await get('/api/v1/my/account')).status).toBe(429);
  });

  it('saves a snapshot when it is stopped and continues from it', async () => {
    const [seedFile, snapshot] = [file('seed.yaml'), file('state.json')];
    const first = await startProcess('--seed', seedFile, '--set', 'webhookRetries=2', '--save-on-exit', snapshot);
    await fetch(`${first.ready.url}/__emulator/clock`, { method: 'POST', body: '{"now":"2030-01-01T00:00:00Z"}' });
    expect(await first.stop()).toBe(0);
    expect(JSON.parse(await readFile(snapshot, 'utf8'))).toMatchObject({ version: 1 });
    const second = await startReady('--load', snapshot);
    expect(second.ready).toMatchObject({ owner: { pat: 'alice-pat' }, projects: ['streets'] });
    expect((await second.get('/__emulator/clock')).json).toMatchObject({
      now: expect.stringMatching(/^2030-01-01T09:/),
    });
    expect((await second.get('/__emulator/settings')).json).toMatchObject({ webhookRetries: 2 });
  });

  it('accepts control requests under the names of --control-host', async () => {
    const { ready } = await startReady('--control-host', 'annofab.test');
    const { port } = new URL(ready.url);
    expect((await fetch(`http://127.0.0.1:${port}/__emulator`)).status).toBe(200);
  });
});

describe('the emulator command explains in one line why it does not start:', () => {
  it.each<[string, () => string[], string, number?]>([
    ['a missing seed file', () => ['--seed', file('none.yaml')], 'none.yaml: there is no such file'],
    ['an invalid seed', () => ['--seed', file('settings.yaml')], 'settings.yaml: nonMemberStatus is unknown'],
    ['a missing snapshot', () => ['--load', file('none.json')], 'none.json: there is no such file'],
    ['an invalid snapshot', () => ['--load', file('faults.json')], 'it is not a snapshot of an Annofab emulator', 1],
    [
      'a folder that cannot be written',
      () => ['--save-on-exit', join(folder, 'nowhere', 'state.json')],
      'is not writable',
      1,
    ],
    ['an unknown setting', () => ['--set', 'speed=1'], '--set speed=1: speed is unknown: use idTokenSeconds'],
    ['a setting without a value', () => ['--set', 'speed'], '--set speed: "speed" is not of the form name=value'],
    ['an invalid value', () => ['--set', 'webhookRetries=many'], 'webhookRetries must be a whole number from 0'],
    ['invalid settings', () => ['--settings', file('faults.json')], 'faults.json: settings must be a JSON object'],
    ['invalid faults', () => ['--faults', file('settings.yaml')], 'settings.yaml: it must be a list of faults'],
    ['an invalid fault', () => ['--fault', 'operation=getTusk,status=500'], 'operation must be an operation id'],
  ])('%s', async (_, args, message, exitCode = 2) => {
    const { code, out, err } = await outcomeOf(...args());
    expect({ code, out }).toEqual({ code: exitCode, out: '' });
    expect(err).toMatch(/^emulator: [^\n]+\n$/);
    expect(err).toContain(message);
  });

  it('a seed combined with a snapshot', async () => {
    const { code, err } = await outcomeOf('--seed', file('seed.yaml'), '--load', file('state.json'));
    expect(code).toBe(2);
    expect(err).toContain("'--load <snapshot>' cannot be used with option '--seed <file>'");
  });
});

it('the emulator command lists every option in --help, with its page in the docs', async () => {
  const { code, out } = await outcomeOf('--help');
  expect(code).toBe(0);
  const options = ['--port', '--files-port', '--host', '--seed', '--load', '--save-on-exit', '--import', '--settings'];
  for (const part of [
    ...options,
    '--set',
    '--faults',
    '--fault',
    '--control-host',
    '--legacy',
    '--json',
    'docs/emulator.md',
  ])
    expect(out).toContain(part);
});
