import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../../local/listen.ts';
import { type RunningCommand, runCommand, startCommand } from '../../support/run-command.ts';
import { makeZip, sampleEntries } from './import/make-archive.ts';

const command = fileURLToPath(new URL('../../../cli/annofab-functions.js', import.meta.url));
const processes = new Set<ChildProcess>();
let running: RunningCommand | undefined;
let directory: string;
let archive: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'annofab-emulator-'));
  archive = join(directory, 'simple.zip');
  await writeFile(archive, await makeZip(sampleEntries()));
});
afterEach(async () => {
  for (const child of processes) child.kill('SIGKILL');
  processes.clear();
  running?.interrupt();
  await running?.ended;
  running = undefined;
});
afterAll(() => rm(directory, { recursive: true }));

/** Starts it in a process of its own. */
const start = (...args: string[]) => {
  const child = spawn(process.execPath, [command, 'emulator', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  processes.add(child);
  return child;
};
const startProcess = async (...args: string[]) => {
  const child = start('--json', ...args);
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, ready: JSON.parse(line) };
};
const startReady = async (...args: string[]) => {
  running = startCommand('emulator', ['--json', ...args]);
  return { ready: JSON.parse(await running.firstLine) };
};
const outcomeOf = (...args: string[]) => runCommand('emulator', args);
/** The outcome in a process of its own. */
const outcomeOfProcess = async (...args: string[]) => {
  const child = start(...args);
  const [[code], out, err] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, out, err };
};

describe('npm run emulator', () => {
  it('prints one line of JSON when it is ready, with working addresses', async () => {
    const { ready } = await startReady();
    expect(ready).toMatchObject({
      organization: 'demo-org',
      owner: { user_id: 'demo_owner', password: 'demo-password', pat: 'demo-pat' },
      projects: ['demo-project', 'demo-video', 'demo-point-cloud'],
    });
    const { statusCode } = await request(`${ready.url}/api/v1/my/account`, {
      headers: { authorization: `Bearer ${ready.owner.pat}` },
    });
    expect(statusCode).toBe(200);
    expect((await request(ready.files_url)).statusCode).toBe(403);
  });

  it('imports an archive and reports its assumptions', async () => {
    const { ready } = await startReady('--import', archive);
    expect(ready.projects).toEqual(['demo-project', 'demo-video', 'demo-point-cloud', 'archive-project']);
    expect(ready.imported).toMatchObject({ project_id: 'archive-project', tasks: 2, frames: 3, annotations: 9 });
    expect(ready.imported.assumptions).toContain('ignored: 1 file that no annotation refers to');
    const url = `${ready.url}/api/v1/projects/archive-project/tasks/task-2/inputs/frame-9/annotation/simple`;
    const { body } = await request(url, { headers: { authorization: 'Bearer demo-pat' } });
    expect(await body.text()).toBe(sampleEntries().find(([path]) => path === 'task-2/frame-9.json')?.[1]);
  });

  it.each([
    ['without the option', [], 404],
    ['with the option', ['--legacy'], 200],
  ])('answers removed operations only with --legacy: %s', async (_, args, status) => {
    const { ready } = await startReady(...args);
    const answer = await request(`${ready.url}/api/v1/sign-up`, {
      method: 'POST',
      body: '{"email":"new@example.com"}',
    });
    expect(answer.statusCode).toBe(status);
  });

  it('prints its addresses, names and a command that works as printed', async () => {
    const child = start('--import', archive);
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      if (line.includes('Ctrl-C')) break;
    }
    const printed = lines.join('\n');
    for (const part of [
      'demo-pat',
      'demo_owner / demo-password',
      'Imported archive-project: 2 tasks, 3 frames, 9 annotations',
      '  - image sizes: ',
    ]) {
      expect(printed).toContain(part);
    }
    const [, header = '', url = ''] = /curl -H '([^']+)' (\S+)/.exec(printed) ?? [];
    const [name = '', value = ''] = header.split(': ');
    expect((await request(url, { headers: { [name]: value } })).statusCode).toBe(200);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops cleanly on %s', async (signal) => {
    const { child, ready } = await startProcess();
    const ended = once(child, 'exit');
    child.kill(signal);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    await expect(request(ready.url)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('npm run emulator explains in one line why it does not start', () => {
  it('because a port is taken', async () => {
    const server = createServer();
    const port = await listen(server);
    const outcome = await outcomeOfProcess('--port', String(port));
    server.close();
    expect(outcome).toEqual({
      code: 1,
      out: '',
      err: `emulator: port ${port} is taken; choose another one, or 0 for a free one\n`,
    });
  });

  it.each([
    [
      'a file that is not an archive',
      () => ['--import', command],
      `emulator: the archive cannot be imported: ${command}: it is not a ZIP archive, or it is truncated.\n`,
    ],
    [
      'a missing archive',
      () => ['--import', join(directory, 'none.zip')],
      expect.stringMatching(
        /^emulator: the archive cannot be imported: .+none\.zip: the archive cannot be opened \(ENOENT\)\.\n$/,
      ),
    ],
    [
      'a port that is not a number',
      () => ['--port', 'http'],
      "error: option '--port <port>' argument 'http' is invalid. It must be a number from 0 to 65535.\nSee: annofab-functions help emulator\n",
    ],
    [
      'an address of another machine',
      () => ['--host', '192.0.2.1'],
      'emulator: this machine has no address 192.0.2.1; choose one with --host\n',
    ],
    [
      'an invalid address',
      () => ['--host', '300.1.1.1'],
      'emulator: this machine has no address 300.1.1.1; choose one with --host\n',
    ],
    [
      'a snapshot path that cannot be written',
      () => ['--save-on-exit', '/no/such/folder/state.json'],
      'emulator: --save-on-exit /no/such/folder/state.json: the folder /no/such/folder is not writable\n',
    ],
  ])('because of %s', async (_, args, err) => {
    expect(await outcomeOf(...args())).toEqual({ code: String(err).startsWith('error:') ? 2 : 1, out: '', err });
  });
});

it('lists every option in --help', async () => {
  const { code, out } = await outcomeOf('--help');
  expect(code).toBe(0);
  for (const option of ['--port', '--host', '--import', '--legacy', '--json']) expect(out).toContain(option);
});
