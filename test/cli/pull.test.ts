import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localNames } from '../../local/names.ts';
import { readObject } from '../../local/stack.ts';
import { type RecordedStack, startRecordedStack } from './recorded-stack.ts';

const PROJECT = localNames.project;
let world: RecordedStack;
let to: string;

beforeAll(async () => {
  world = await startRecordedStack();
  to = join(world.folder, 'data');
  await complete('task-1');
  await complete('task-2');
});
afterAll(() => world?.stop());

async function complete(task: string): Promise<void> {
  await world.stack.annofab.completeTask(PROJECT, task);
  await world.stack.settled();
}

async function pull(...more: string[]) {
  const ended = await world.run(['pull', '--project', PROJECT, '--to', to, '--json', ...more]);
  return { ...ended, result: ended.out === '' ? undefined : JSON.parse(ended.out) };
}

const files = async () =>
  (await readdir(to, { recursive: true })).filter((name) => /\.(json|zip|part)$/.test(name)).sort();

/** Replaces a JSON object of the bucket. */
async function change(key: string, fields: object): Promise<void> {
  const text = await readObject(world.stack, key);
  const body = JSON.stringify({ ...JSON.parse(String(text)), ...fields });
  await fetch(`${world.stack.aws.s3Url}/${world.stack.bucket}/${key}`, { method: 'PUT', body });
}

const latestOf = (task: string) => `projects/${PROJECT}/tasks/${task}/latest.json`;

describe('annofab-functions pull', () => {
  it('copies the newest version of each task, as the bucket has it', async () => {
    const { code, result, err } = await pull();
    expect(code, err).toBe(0);
    expect(result).toMatchObject({ project_id: PROJECT, tasks: 2, changed: 2, withdrawn: 0, deleted: 0 });
    expect(result.files).toBeGreaterThan(2);
    const latest = JSON.parse(String(await readObject(world.stack, latestOf('task-1'))));
    const manifest = await readObject(world.stack, latest.manifest);
    expect(await readFile(join(to, 'manifests/task-1.json'), 'utf8')).toBe(String(manifest));
    const [file] = JSON.parse(String(manifest)).files;
    const source = await readObject(world.stack, latest.manifest.replace('manifest.json', file.path));
    expect(await readFile(join(to, 'tasks', file.path), 'utf8')).toBe(String(source));
    expect(err).toMatch(/2 of 2 tasks compared/);
  });

  it('copies only what changed since', async () => {
    expect((await pull()).result).toMatchObject({ tasks: 2, changed: 0, files: 0, bytes: 0 });
    await complete('task-4');
    expect((await pull()).result).toMatchObject({ tasks: 3, changed: 1 });
  });

  it('copies the archive too, unless told not to', async () => {
    await world.stack.client.archives.update({ project_id: PROJECT });
    await world.stack.settled();
    expect((await pull('--no-archive')).result).toMatchObject({ files: 0 });
    const { result } = await pull();
    expect(result).toMatchObject({ files: 1, archive: expect.stringMatching(/^\d{8}T\d{6}/) });
    expect((await readFile(join(to, 'archive/annotations.zip'))).subarray(0, 2).toString()).toBe('PK');
    expect((await pull()).result).toMatchObject({ files: 0, archive: result.archive });
  });

  it('goes on after an interruption: the files that are complete are not copied again', async () => {
    await rm(join(to, '.annofab-functions-pull.json'));
    const [first = ''] = (await files()).filter((name) => name.startsWith('tasks/task-1'));
    await writeFile(join(to, first), 'damaged');
    expect((await pull()).result).toMatchObject({ changed: 3, files: 1 });
    expect(await readFile(join(to, first), 'utf8')).not.toBe('damaged');
  });

  it('refuses a file that does not have the SHA-256 of its manifest, and leaves no part of it', async () => {
    const latest = JSON.parse(String(await readObject(world.stack, latestOf('task-2'))));
    const manifest = JSON.parse(String(await readObject(world.stack, latest.manifest)));
    await change(latest.manifest, { files: [{ ...manifest.files[0], sha256: '0'.repeat(64) }] });
    await rm(join(to, '.annofab-functions-pull.json'));
    const { code, err } = await pull();
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/has the SHA-256 [0-9a-f]{64}, and its manifest has 0{64}/),
    });
    expect((await files()).filter((name) => name.endsWith('.part'))).toEqual([]);
    await change(latest.manifest, { files: manifest.files });
    // The state has the tasks that were copied before the failure.
    expect(await pull()).toMatchObject({ code: 0, result: { changed: 1 } });
  });

  it('refuses a manifest that names a file outside of the folder', async () => {
    const latest = JSON.parse(String(await readObject(world.stack, latestOf('task-2'))));
    const manifest = JSON.parse(String(await readObject(world.stack, latest.manifest)));
    await change(latest.manifest, { files: [{ ...manifest.files[0], path: 'task-2/../../../evil.json' }] });
    await rm(join(to, '.annofab-functions-pull.json'));
    expect(await pull()).toMatchObject({ code: 1, err: expect.stringMatching(/names a file outside of its version/) });
    await change(latest.manifest, { files: manifest.files });
    await pull();
  });

  it('deletes nothing without --delete, and with it only what it wrote', async () => {
    await change(latestOf('task-1'), { withdrawn: 're-opened', withdrawn_at: '2026-01-31T00:00:00.000Z' });
    await writeFile(join(to, 'tasks/task-1/mine.json'), '{}');
    const before = await files();
    expect((await pull()).result).toMatchObject({ withdrawn: 1, deleted: 0 });
    expect(await files()).toEqual(before);
    const { result } = await pull('--delete');
    expect(result).toMatchObject({ withdrawn: 1, deleted: expect.any(Number) });
    const ofTask = (await files()).filter((name) => /task-1\b/.test(name));
    expect(ofTask).toEqual(['tasks/task-1/mine.json']);
  });

  it('refuses a folder that has another project', async () => {
    const { code, err } = await world.run(['pull', '--project', 'other-project', '--to', to]);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/has the project demo-project. Use another folder/),
    });
  });

  it.each([
    ['no folder', ['--project', PROJECT], /required option '--to <folder>'/],
    ['no project', ['--to', 'x'], /required option '--project <id>'/],
    ['a concurrency of none', ['--project', PROJECT, '--to', 'x', '--concurrency', '0'], /from 1 to 100/],
  ])('explains what is wrong with %s, and exits with 2', async (_what, args, message) => {
    expect(await world.run(['pull', ...args])).toMatchObject({ code: 2, err: expect.stringMatching(message) });
  });

  it('says that the bucket has nothing of a project, whose id may be wrong', async () => {
    const { code, out } = await world.run(['pull', '--project', 'no-such-project', '--to', `${to}-none`]);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^The bucket has nothing of project no-such-project\. Check the id/),
    });
  });

  it('says what to do when a file is where the folder should be', async () => {
    const args = ['pull', '--project', PROJECT, '--to', import.meta.filename];
    const { code, err } = await world.run(args);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('give the path of a folder') });
  });

  it('reports a bucket that is not there', async () => {
    const { code, err } = await pull('--bucket', 'no-such-bucket');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/bucket does not exist/i) });
  });
});
