import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { listen } from '../../../local/listen.ts';
import { runCommand } from '../../support/run-command.ts';
import { downloadDemoArchive } from '../demo/demo-archive.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const running: ChildProcess[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

function start(...args: string[]) {
  return startIn(root, args);
}

function startIn(cwd: string, args: readonly string[]) {
  const child = spawn(process.execPath, [join(root, 'cli/annofab-functions.js'), 'start', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const ended = once(child, 'close');
  return { child, ended, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

/** Reads lines up to the one that contains the text. */
async function readTo(lines: AsyncIterator<string>, text: string): Promise<string[]> {
  const read: string[] = [];
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    read.push(next.value);
    if (next.value.includes(text)) return read;
  }
  throw new Error(`ended before it said "${text}":\n${read.join('\n')}`);
}

/** Does what a printed `curl` command does; not every machine has curl. */
async function run(command: string): Promise<Response> {
  const words = command.match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", '')) ?? [];
  const after = (flag: string) => words.flatMap((word, i) => (words[i - 1] === flag ? [word] : []));
  const headers = after('-H').map((header): [string, string] => {
    const [name = '', value = ''] = header.split(': ');
    return [name, value];
  });
  const url = words.find((word) => word.startsWith('http')) ?? '';
  const [method = 'GET'] = after('-X');
  return fetch(url, { method, headers, body: after('-d')[0] ?? null });
}

it('npm start prints three commands that work, and SIGINT stops it cleanly', async () => {
  const { child, ended, lines } = start();
  const said = await readTo(lines, 'Ctrl-C to stop it');
  const commands = said.filter((line) => /^\s+curl -X POST/.test(line));
  expect(commands).toHaveLength(3);
  for (const command of commands) expect((await run(command)).ok).toBe(true);
  // Not a terminal: each line of the log is one of JSON.
  await readTo(lines, '{"function":"on-annotation-archive-updated","level":"INFO","message":"Delivery processed"');

  const [look = ''] = said.filter((line) => line.includes('list-type=2'));
  expect(await (await run(look)).text()).toContain('<Key>projects/demo-project/');
  const [list = ''] = said.filter((line) => line.includes('npx annofab-functions deliveries '));
  const args = list.split(' deliveries ')[1]?.split(' ') ?? [];
  const { stdout } = await promisify(execFile)(process.execPath, ['cli/annofab-functions.js', 'deliveries', ...args], {
    cwd: root,
  });
  expect(stdout).toBe('No delivery is dead.\n');
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

it('npm start --import prints three commands that work, whole errors, and retries within seconds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-import-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'simple.zip'), await downloadDemoArchive());
  const { child, ended, lines } = start('--import', join(folder, 'simple.zip'));
  const said = await readTo(lines, 'Ctrl-C to stop it');
  expect(said.filter((line) => /^\d\. /.test(line))).toHaveLength(3);
  const [complete = '', fault = '', again = '', archive = ''] = said.filter((line) => /^\s+curl -X POST/.test(line));

  expect((await run(complete)).ok).toBe(true);
  await readTo(lines, '"message":"Delivery processed"');
  for (const command of [fault, again]) expect((await run(command)).ok).toBe(true);
  const failed = await readTo(lines, '"message":"Delivery failed; the message will be received again"');
  const [error = '{}'] = failed.filter((line) => line.includes('"message":"Error"'));
  expect(JSON.parse(error).error).toMatch(/^\w*Error: .+\n {4}at .+ \(lib\/annofab\/.+\.ts:\d+:\d+\)/);
  await readTo(lines, '"message":"Delivery processed"');
  expect((await run(archive)).ok).toBe(true);
  await readTo(lines, '{"function":"on-annotation-archive-updated","level":"INFO","message":"Delivery processed"');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('npm start --json prints one line with every address, queue and bucket, and SIGTERM stops it cleanly', async () => {
  const { child, ended, lines } = start('--json');
  const { value } = await lines.next();
  const summary = JSON.parse(String(value));
  const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+/);
  expect(summary).toMatchObject({
    annofab: {
      url,
      files_url: url,
      organization: 'demo-org',
      owner: { user_id: 'demo_owner', password: 'demo-password', pat: 'demo-pat' },
      projects: expect.arrayContaining(['demo-project']),
    },
    http: { url, webhooks_url: url, webhook_secret: 'demo-webhook-secret' },
    aws: { sqs_url: url, s3_url: url, secrets_manager_url: url, dynamodb_url: url, region: 'ap-northeast-1' },
  });
  expect(Object.keys(summary.aws.queues)).toHaveLength(8);
  expect(Object.keys(summary.aws.tables)).toEqual(['LedgerTable']);
  expect((await fetch(`${summary.aws.s3_url}/${summary.aws.bucket}`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(await lines.next()).toMatchObject({ done: true });
});

it('npm start --state continues after a stop and after a kill, and refuses a folder that is in use', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-state-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const begin = async () => {
    const { child, ended, lines } = start('--state', folder, '--json');
    const ready = JSON.parse(String((await lines.next()).value));
    return { child, ended, lines, ready };
  };
  const task = async ({ annofab }: { annofab: { url: string } }) => {
    const headers = { authorization: 'Bearer demo-pat' };
    return (await fetch(`${annofab.url}/api/v1/projects/demo-project/tasks/task-1`, { headers })).json();
  };

  const first = await begin();
  expect(first.ready.state).toEqual({ folder, continued: false });
  await fetch(`${first.ready.annofab.url}/__emulator/complete-task`, {
    method: 'POST',
    body: JSON.stringify({ project_id: 'demo-project', task_id: 'task-1' }),
  });
  await readTo(first.lines, '"message":"Delivery processed"');
  const { child, ended } = start('--state', folder);
  const errors = Buffer.concat((await child.stderr?.toArray()) ?? []).toString();
  expect(errors).toBe(`start: ${folder} is used by another process: stop it, or choose another folder\n`);
  expect(await ended).toEqual([1, null]);
  // What the export wrote into the task has been saved by itself.
  await expect.poll(() => readFile(join(folder, 'annofab.json'), 'utf8').catch(() => '')).toContain('"exported_at"');
  first.child.kill('SIGKILL');
  expect(await first.ended).toEqual([null, 'SIGKILL']);

  const second = await begin();
  expect(second.ready).toMatchObject({
    state: { continued: true, lost_since: expect.stringMatching(/^\d{4}-/) },
    annofab: { url: first.ready.annofab.url },
    http: { url: first.ready.http.url },
    aws: { queues: first.ready.aws.queues },
  });
  expect(await task(second.ready)).toMatchObject({ status: 'complete', metadata: { exported_at: expect.any(String) } });
  const { s3_url, bucket } = second.ready.aws;
  expect(await (await fetch(`${s3_url}/${bucket}?list-type=2`)).text()).toContain('tasks/task-1/latest.json</Key>');
  second.child.kill('SIGTERM');
  expect(await second.ended).toEqual([0, null]);

  const third = await begin();
  expect(third.ready.state).toEqual({ folder, continued: true });
  expect(await task(third.ready)).toMatchObject({ status: 'complete' });
  third.child.kill('SIGTERM');
  expect(await third.ended).toEqual([0, null]);
});

it('npm start reports a port that is taken in one line and exits with 1', async () => {
  const server = createServer();
  const port = String(await listen(server));
  const { code, err } = await runCommand('start', ['--http-port', port]);
  expect(code).toBe(1);
  expect(err).toBe(`start: port ${port} is taken; choose another one, or 0 for a free one\n`);
  server.close();
});

it('npm start reports a missing archive in one line and exits with 1', async () => {
  const { code, err } = await runCommand('start', ['--import', 'nowhere.zip']);
  expect(code).toBe(1);
  expect(err).toMatch(/^start: the archive cannot be imported: .+\n$/);
});

/** A folder with settings/prod.yml. */
async function withSettings(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-start-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'settings'));
  await writeFile(join(folder, 'settings/prod.yml'), text);
  return folder;
}

it('npm start --stage runs what the settings of the stage switch on', async () => {
  const folder = await withSettings(
    'events: { task-completed: false }\nwebhookUrl: https://a.example\ndatasetBucket: ours\nkeepArchives: 3\n',
  );
  const { child, ended, lines } = startIn(folder, ['--stage', 'prod', '--json']);
  const { http, aws } = JSON.parse(String((await lines.next()).value));
  expect(http.functions).toContain('remove-old-versions');
  expect(http.functions).not.toContain('on-task-completed');
  expect(Object.keys(aws.queues)).toHaveLength(6);
  expect(aws.bucket).not.toBe('ours');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('npm start --stage prints what is posted to the chat that the settings switch on', async () => {
  const { child, ended, lines } = startIn(await withSettings('chatMessages: json\n'), ['--stage', 'prod', '--json']);
  const { annofab } = JSON.parse(String((await lines.next()).value));
  await fetch(`${annofab.url}/__emulator/complete-task`, {
    method: 'POST',
    body: JSON.stringify({ project_id: 'demo-project', task_id: 'task-1' }),
  });
  const printed = await readTo(lines, '{"chat":');
  expect(JSON.parse(printed.at(-1) ?? '')).toMatchObject({ chat: { event_type: 'task-completed', task_id: 'task-1' } });
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('npm start --stage reports all problems of the settings and exits with 2', async () => {
  const folder = await withSettings('alarmMail: a@example.com\nexportConcurrency: 1\n');
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  for (const [stage, problems] of [
    ['prod', /prod\.yml: alarmMail is unknown: did you mean alarmEmail\?\n.*exportConcurrency must be/],
    ['test', /^start: settings\/test\.yml does not exist\. Leave --stage out .*\n$/],
  ] as const) {
    const { code, err } = await runCommand('start', ['--stage', stage]);
    expect(code).toBe(2);
    expect(err).toMatch(problems);
  }
});
