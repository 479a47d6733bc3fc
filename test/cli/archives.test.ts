import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { folderDataset } from '../../cli/export/folder-dataset.ts';
import { localNames } from '../../local/names.ts';
import { readObject } from '../../local/stack.ts';
import { type RecordedStack, startRecordedStack } from './recorded-stack.ts';

const project = ['--project', localNames.project];
let world: RecordedStack;

beforeAll(async () => {
  world = await startRecordedStack();
});
afterEach(() => world.stack.annofab.faults.clear());
afterAll(() => world?.stop());

describe('annofab-functions archives', () => {
  it('starts the update of an archive, and waits for it', async () => {
    const started = await world.run(['archives', 'update', ...project, '--no-wait', '--json']);
    expect(JSON.parse(started.out)).toMatchObject({ project_id: localNames.project, job_id: expect.any(String) });
    expect(await world.run(['archives', 'wait', ...project])).toMatchObject({ code: 0, err: '' });
    await world.stack.settled();
    const { out } = await world.run(['archives', 'update', ...project]);
    expect(out).toMatch(/^Update of the archive \(job .+\): succeeded\n$/);
    expect((await world.run(['archives', 'wait', ...project])).out).toBe('No update of the archive is running.\n');
  });

  it('downloads the newest archive into a file, with progress', async () => {
    const file = join(world.folder, 'annotations.zip');
    const { code, out, err } = await world.run(['archives', 'download', ...project, '--to', file, '--json']);
    const bytes = await readFile(file);
    expect({ code, result: JSON.parse(out) }).toMatchObject({ code: 0, result: { file, bytes: bytes.length } });
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(err).toMatch(/KiB of \d+ KiB downloaded\n$/);
  });

  it('reports a job that failed and a project without an archive', async () => {
    const { code, err } = await world.run([
      'archives',
      'download',
      '--project',
      'no-such-project',
      '--to',
      '/tmp/x.zip',
    ]);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/no-such-project has no annotation archive|40[34]/),
    });
    world.stack.annofab.faults.add({ operation: 'postAnnotationArchiveUpdate', status: 403 });
    expect(await world.run(['archives', 'update', ...project])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/403/),
    });
  });

  it.each([
    ['an unknown format', ['download', '--format', 'coco'], /Allowed choices are simple, full/],
    ['a time of none', ['wait', '--timeout', '0'], /from 1 to 1440/],
  ])('explains what is wrong with %s, and exits with 2', async (_what, args, message) => {
    expect(await world.run(['archives', ...args, ...project])).toMatchObject({
      code: 2,
      err: expect.stringMatching(message),
    });
  });
});

describe('annofab-functions export', () => {
  const exportTask = (task: string, to: string) =>
    world.run(['export', ...project, '--task', task, '--to', to, '--json']);

  it('writes the same files as the deployed function', async () => {
    await world.stack.annofab.completeTask(localNames.project, 'task-1');
    await world.stack.settled();
    const to = join(world.folder, 'exported');
    const { code, out, err } = await exportTask('task-1', to);
    expect(code, err).toBe(0);
    const { prefix } = JSON.parse(out);
    const files = (await readdir(join(to, prefix), { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBe(JSON.parse(out).files + 1);
    for (const { parentPath, name } of files) {
      const key = join(parentPath, name).slice(to.length + 1);
      expect(await readFile(join(to, key), 'utf8')).toBe(String(await readObject(world.stack, key)));
    }
    expect(JSON.parse((await exportTask('task-1', to)).out)).toEqual(JSON.parse(out));
  });

  it('reports a task that is not completed, and one that is not there', async () => {
    const early = await exportTask('task-2', join(world.folder, 'none'));
    expect([early.code, early.err]).toEqual([
      1,
      expect.stringContaining(
        'Task task-2 of project demo-project is not completed: phase acceptance, status not_started',
      ),
    ]);
    const missing = await exportTask('no-such-task', join(world.folder, 'none'));
    expect([missing.code, missing.err]).toEqual([1, expect.stringMatching(/404.*no-such-task/)]);
  });

  it('reports what Annofab refuses', async () => {
    world.stack.annofab.faults.add({ operation: 'getTask', status: 403 });
    expect(await exportTask('task-1', join(world.folder, 'refused'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/403/),
    });
  });

  it('exits with 2 without a folder', async () => {
    expect(await world.run(['export', ...project, '--task', 'task-1'])).toMatchObject({ code: 2 });
  });
});

describe('the dataset in a folder', () => {
  const options = { contentType: 'application/json' };

  it('replaces an object only if it is the one that was read', async () => {
    const dataset = folderDataset(await mkdtemp(join(world.folder, 'dataset-')));
    expect(await dataset.replace('a/b.json', '1', { ...options, etag: undefined })).toBe('written');
    expect(await dataset.replace('a/b.json', '2', { ...options, etag: undefined })).toBe('changed');
    const read = await dataset.read('a/b.json');
    expect(await dataset.replace('a/b.json', '2', { ...options, etag: read?.etag })).toBe('written');
    expect(await dataset.replace('a/b.json', '3', { ...options, etag: read?.etag })).toBe('changed');
    expect(await dataset.read('none')).toBeUndefined();
  });

  it('refuses other bytes than those of the SHA-256, and leaves no part of a file', async () => {
    const folder = await mkdtemp(join(world.folder, 'dataset-'));
    const dataset = folderDataset(folder);
    await expect(dataset.put('a', 'text', { ...options, sha256: '0'.repeat(64) })).rejects.toThrow(
      /does not have the SHA-256/,
    );
    const broken = async function* () {
      yield Buffer.from('begin');
      throw new Error('cut');
    };
    await expect(dataset.upload('b', broken(), options)).rejects.toThrow('cut');
    expect(await readdir(folder)).toEqual([]);
  });

  it('lists the objects of a prefix in the order of their keys, and deletes', async () => {
    const folder = await mkdtemp(join(world.folder, 'dataset-'));
    const dataset = folderDataset(folder);
    await dataset.upload(
      'b/2',
      (async function* () {
        yield Buffer.from('two');
      })(),
      options,
    );
    await dataset.put('b/1', 'one', options);
    await writeFile(join(folder, 'c'), '');
    const listed = async (prefix: string) => {
      const keys: string[] = [];
      for await (const { key, bytes } of dataset.list(prefix)) keys.push(`${key} ${bytes}`);
      return keys;
    };
    expect(await listed('b/')).toEqual(['b/1 3', 'b/2 3']);
    await dataset.delete(['b/1']);
    expect(await listed('')).toEqual(['b/2 3', 'c 0']);
  });
});
