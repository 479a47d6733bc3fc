import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localNames } from '../../local/names.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { type Ended, runCommand } from '../support/run-command.ts';

const root = join(import.meta.dirname, '..', '..');
const PROJECT = localNames.project;

let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ functions: { maxProcesses: 1 } });
  const tasks = stack.annofab.state.projects.get(PROJECT)?.tasks;
  for (const task of tasks?.values() ?? []) {
    task.metadata = { part: task.task_id === 'task-1' ? 'a' : 'b' };
    task.phase = 'acceptance';
    task.status = 'complete';
    task.operation_updated_datetime = '2026-01-05T10:00:00.000+09:00';
  }
});
afterAll(() => stack?.stop());

const variables = (): Readonly<Record<string, string>> => ({
  ANNOFAB_ENDPOINT_URL: stack.annofab.url,
  ANNOFAB_PAT: localNames.personalAccessToken,
});

function backfill(args: readonly string[], env = variables()): Promise<Ended> {
  return runCommand('backfill', ['--local', stack.aws.sqsUrl, ...args], env);
}

/** Runs it in a process of its own. */
function inOwnProcess(args: readonly string[], given = variables()): Promise<Ended> {
  const inherited = { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '' };
  const all = ['cli/annofab-functions.js', 'backfill', '--local', stack.aws.sqsUrl, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: root, env: { ...inherited, ...given } }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

const ofProject = ['--project', PROJECT];
const count = () => stack.annofab.state.projects.get(PROJECT)?.tasks.size ?? 0;

describe('annofab-functions backfill', () => {
  it('counts the tasks and estimates time and requests with --dry-run, and sends nothing', async () => {
    const { code, out, err } = await inOwnProcess([...ofProject, '--dry-run', '--rate', '0.5', '--json']);
    expect(code).toBe(0);
    expect(err).toContain(`${count()} completed tasks are selected.`);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ project_id: PROJECT, selected: count(), to_send: count(), dry_run: true });
    expect(result).toMatchObject({ known: 0, seconds: 2 * count(), requests: 6 * count() + result.frames });
    expect((await backfill([...ofProject, '--dry-run'])).out).toMatch(
      /tasks with \d+ input data would be sent\.\nRequests/,
    );
    await stack.settled();
    expect(stack.host.logs.filter(({ text }) => text.includes('"Task exported"'))).toEqual([]);
  });

  it('exports the tasks of a list, by metadata and time, and then all others', async () => {
    const file = join(tmpdir(), `backfill-${process.pid}.txt`);
    await writeFile(file, 'task-1\r\n\r\ntask-2\n');
    const narrow = [
      '--tasks-from',
      file,
      '--metadata',
      'part=a',
      '--completed-from',
      '2026-01-01',
      '--completed-to',
      '2026-02-01',
    ];
    const first = await backfill([...ofProject, ...narrow, '--json']);
    expect(JSON.parse(first.out)).toEqual({ project_id: PROJECT, selected: 1, known: 0, sent: 1, duplicates: 0 });
    const second = await backfill([...ofProject, '--rate', '100']);
    expect(second.out).toBe(`${count() - 1} sent, 1 in the ledger already.\n`);
    expect(second.err).toContain(`${count() - 1} of ${count() - 1} tasks sent`);
    await stack.settled();
    const exported = stack.host.logs.filter(({ text }) => text.includes('"Task exported"'));
    expect(exported).toHaveLength(count());
  });

  it('names the tasks of a list that are not completed', async () => {
    const { err, code } = await backfill([...ofProject, '--task', 'no-such-task', 'task-1']);
    expect(err).toContain('Not completed, or not in the project: no-such-task');
    expect(code).toBe(0);
  });

  it.each([
    ['no project', [], /required option '--project <id>'/],
    ['a rate of none', [...ofProject, '--rate', '0'], /--rate <tasks>' argument '0' is invalid/],
    ['metadata without a value', [...ofProject, '--metadata', 'a'], /It must be a key, = and a value/],
    ['a file that is not there', [...ofProject, '--tasks-from', '/no/such/file'], /There is no file \/no\/such\/file/],
    ['a time that is none', [...ofProject, '--completed-from', 'yesterday'], /It must be a day/],
  ])('ends with an error for %s, and exits with 2', async (_, args, problem) => {
    const { code, err, out } = await backfill(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(problem);
  });

  it.each([['a project that is not there', ['--project', 'no-such-project'], /no-such-project|404/]])(
    'ends with an error for %s',
    async (_, args, problem) => {
      const { code, err, out } = await backfill(args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(problem);
    },
  );

  it('ends with an error without a credential', async () => {
    const { code, err } = await inOwnProcess(ofProject, { ...variables(), ANNOFAB_PAT: '' });
    expect(code).toBe(1);
    expect(err).toContain('No credential in the environment');
  });
});
