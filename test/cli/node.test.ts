import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const LAUNCHER = 'cli/node.js';
const INSTALLED = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
const groups = new Set<number>();

afterEach(() => {
  for (const group of groups) if (isRunning(group)) process.kill(-group, 'SIGKILL');
  groups.clear();
});

/** Starts a process group, so that whatever is left of it can be found. */
function start(command: string, args: readonly string[], { cwd = root, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid === undefined) throw new Error(`${command} did not start`);
  groups.add(child.pid);
  return { child, group: child.pid, ended: once(child, 'close') };
}

function isRunning(group: number): boolean {
  try {
    // A container's first process may leave ended ones unreaped, and those still count as members of their group.
    return (
      process.kill(-group, 0) && !(process.platform === 'linux' && statesOf(group).every((state) => state === 'Z'))
    );
  } catch {
    return false;
  }
}

function statesOf(group: number): string[] {
  const members = globSync('/proc/[0-9]*/stat').map((file) => {
    try {
      const [state = '', , ofGroup] = readFileSync(file, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return { state, ofGroup: Number(ofGroup) };
    } catch {
      return undefined; // It has ended since.
    }
  });
  return members.flatMap((member) => (member?.ofGroup === group ? member.state : []));
}

async function firstLine({ stdout }: Pick<ChildProcess, 'stdout'>): Promise<string> {
  if (stdout === null) throw new Error('Its output is a pipe');
  const [line] = await once(createInterface({ input: stdout }), 'line');
  return line;
}

async function launch(args: readonly string[], { cwd = root, named = '' } = {}) {
  const { child, ended } = start(process.execPath, [LAUNCHER, ...args], {
    cwd,
    env: { ANNOFAB_FUNCTIONS_NODE: named },
  });
  const [out, err, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code, signal };
}

const isRefused = (url: string) => expect(fetch(url)).rejects.toThrow('fetch failed');

describe('signals', () => {
  it('SIGTERM to npm ends the stack of `npm start` with its function processes, and npm with exit code 0', async () => {
    const { child, group, ended } = start('npm', ['start', '--silent', '--', '--json']);
    const { annofab, http, aws } = JSON.parse(await firstLine(child));
    const invoked = await fetch(`${http.url}/__lambda/invoke/reconcile-deliveries`, { method: 'POST', body: '{}' });
    expect(invoked.status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(isRunning(group)).toBe(false);
    for (const url of [annofab.url, annofab.files_url, http.url, aws.sqs_url]) await isRefused(url);
  });

  it('SIGTERM to npm ends the emulator of `npm run emulator`, and npm with exit code 0', async () => {
    const { child, group, ended } = start('npm', ['run', 'emulator', '--silent', '--', '--json', '--port', '0']);
    const { url } = JSON.parse(await firstLine(child));
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(isRunning(group)).toBe(false);
    await isRefused(url);
  });

  it('SIGTERM to npm ends `npm run demo` with its function processes, and npm with exit code 143', async () => {
    const { child, group, ended } = start('npm', ['run', 'demo', '--silent']);
    await firstLine(child);
    child.kill('SIGTERM');
    expect(await ended).toEqual([143, null]);
    await expect.poll(() => isRunning(group)).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s to the launcher ends what it started', async (signal) => {
    const { child, group, ended } = start(process.execPath, [
      LAUNCHER,
      'cli/annofab-functions.js',
      'emulator',
      '--json',
      '--port',
      '0',
    ]);
    await firstLine(child);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(isRunning(group)).toBe(false);
  });
});

describe('the launcher', () => {
  it('ends with the exit code of what it runs', async () => {
    expect(await launch(['node', '-e', 'process.exit(7)'])).toMatchObject({ code: 7, signal: null });
  });

  it.each(['SIGTERM', 'SIGKILL', 'SIGHUP'])('ends with %s when what it runs ended with it', async (signal) => {
    const suicide = `process.kill(process.pid, '${signal}'); setInterval(() => {}, 1000)`;
    expect(await launch(['node', '-e', suicide])).toMatchObject({ code: null, signal });
  });

  it('ends with 127 and names a command that is not there', async () => {
    const { code, err } = await launch(['no-such-command']);
    expect(code).toBe(127);
    expect(err).toBe('no-such-command could not be started: spawn no-such-command ENOENT\n');
  });

  it.skipIf(process.platform === 'win32').each([
    { title: 'the installed Node', installed: '#!/bin/sh\n[ "$1" = --version ] && echo v24.1.0 || echo installed' },
    { title: 'the running Node when the installed one is too old', installed: '#!/bin/sh\necho v20.20.2' },
    { title: 'the running Node when the installed one does not start', installed: '#!/no/such/loader' },
  ])('uses $title, for files and for commands', async ({ title, installed }) => {
    const out = title === 'the installed Node' ? 'installed\n' : `${process.version}\n`;
    const project = await makeProject({ installed });
    expect(await launch(['print-version.js'], { cwd: project })).toMatchObject({ out, code: 0 });
    expect(await launch(['node', 'print-version.js'], { cwd: project })).toMatchObject({ out, code: 0 });
  });

  it.skipIf(process.platform === 'win32')(
    'says what to do when the Node that the environment names is too old',
    async () => {
      const project = await makeProject({ installed: '#!/bin/sh\necho v22.18.0' });
      const { code, err } = await launch(['print-version.js'], { cwd: project, named: INSTALLED });
      expect(code).toBe(1);
      expect(err).toBe(
        `annofab-functions needs Node 22.19 or newer, and ANNOFAB_FUNCTIONS_NODE, ${INSTALLED}, is not one.\n` +
          'Name another one, or unset the variable.\n',
      );
    },
  );
});

/** The launcher in a project that has nothing else but a program in the place of the Node that `npm ci` installs. */
async function makeProject({ installed }: { installed: string }): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'annofab-launcher-'));
  onTestFinished(() => rm(project, { recursive: true }));
  await mkdir(join(project, 'cli'));
  await copyFile(join(root, LAUNCHER), join(project, LAUNCHER));
  await mkdir(join(project, dirname(INSTALLED)), { recursive: true });
  await writeFile(join(project, INSTALLED), `${installed}\n`, { mode: 0o755 });
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  await writeFile(join(project, 'print-version.js'), 'console.log(process.version);');
  return project;
}

it('keeps `using`, which Node 22 does not parse, out of the files that Node runs as they are', () => {
  const files = globSync('{bench,cli,docs,functions,lib,local,tools,test}/**/*.{ts,js}', { cwd: root });
  const own = files.filter((file) => !/node_modules|\.test\.ts$/.test(file));
  const declaration = /^\s*(?:await )?using \w+ =/m;
  expect(own.filter((file) => declaration.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
