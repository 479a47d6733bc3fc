import { describe, expect, it } from 'vitest';
import { AnnofabClient, openSimpleArchive } from '../../../lib/annofab/index.ts';
import { demo, startEmulator, WORKER } from '../../local/annofab/emulator.ts';
import { failureOf } from '../support.ts';

const invalid = (message: string) => ({ name: 'InvalidParameterError', message });
const ids = { ...demo, task_id: 'task-6' };

/** Such as a caller without types passes. */
const untyped = (value: object) => JSON.parse(JSON.stringify(value));

describe('unknown parameters', () => {
  it('are refused before anything is sent', async () => {
    const { owner, annofab } = await startEmulator();
    const before = annofab.spy.requests.length;
    const query = untyped({ ...demo, status: 'complete' });
    expect(await failureOf(owner.getTasks(query))).toMatchObject(
      invalid('getTasks has no parameter status; there is project_id, query.'),
    );
    expect(await failureOf(owner.tasks.all(query).next())).toMatchObject({ name: 'InvalidParameterError' });
    expect(annofab.spy.requests).toHaveLength(before);
  });

  it('are ignored when they have no value', async () => {
    const { owner } = await startEmulator();
    expect(await owner.getTask({ ...ids, ...{ query: undefined } })).toMatchObject(ids);
  });

  it('are no parameters of functions that find by id, which take a whole object', async () => {
    const { owner } = await startEmulator();
    expect(await owner.tasks.find(await owner.getTask(ids))).toMatchObject(ids);
  });
});

describe('unknown options', () => {
  it('are refused by operations, functions, files and archives', async () => {
    const { owner } = await startEmulator();
    const wrong = { timeout: 5, signal: undefined };
    const calls = [
      () => owner.getTask(ids, wrong),
      () => owner.tasks.find(ids, wrong),
      () => owner.tasks.all(demo, wrong).next(),
      () => owner.account(wrong),
      () => owner.jobs.waitUntilMayStart({ ...demo, job_type: 'gen-annotation' }, wrong),
      () => owner.files.open('https://example.com/', wrong),
      () => owner.archives.openSimple(demo, wrong),
      () => openSimpleArchive({ path: 'a.zip' }, untyped(wrong)),
    ];
    for (const call of calls) {
      const error = await failureOf((async () => call())());
      expect(error).toMatchObject({
        name: 'InvalidParameterError',
        message: expect.stringContaining('option timeout'),
      });
    }
  });

  it('are refused by the constructor', () => {
    const wrong = { baseURL: 'http://127.0.0.1:4010', clock: undefined };
    expect(() => new AnnofabClient(wrong)).toThrow('AnnofabClient has no option baseURL');
  });
});

describe('parameters that exclude each other', () => {
  it('do not assign a task to its old account', async () => {
    const { owner } = await startEmulator();
    const task = await owner.getTask(ids);
    const refused = await failureOf(
      owner.tasks.assign(untyped({ ...task, account_id: WORKER, user_id: 'demo_owner' })),
    );
    expect(refused).toMatchObject(invalid('Give only one of account_id and user_id.'));
    expect((await owner.getTask(ids)).updated_datetime).toBe(task.updated_datetime);
  });

  it('do not upload one of two sources', async () => {
    const { owner } = await startEmulator();
    const source = Object.assign({ ...demo, data: 'a' }, { path: 'b' });
    const refused = await failureOf(owner.files.upload(untyped(source)));
    expect(refused).toMatchObject(invalid('Give only one of data and path.'));
  });

  it('do not open one of two archives', async () => {
    const source = { path: 'a.zip', directory: 'b' };
    const refused = await failureOf(openSimpleArchive(untyped(source)));
    expect(refused).toMatchObject(invalid('Give only one of path and directory.'));
  });
});
