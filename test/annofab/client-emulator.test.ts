import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConflictError, type Credentials, FileError, ForbiddenError, NotFoundError } from '../../lib/annofab/index.ts';
import { type EmulatorOptions, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { everyTypeSeed } from '../local/annofab/every-type.ts';
import { createClient, failureOf } from './support.ts';

const PROJECT_ID = 'demo-project';
const owner = { user_id: 'demo_owner', password: 'demo-password' };

async function setUp(credentials: Credentials = { pat: 'demo-pat' }, options: EmulatorOptions = {}) {
  const emulator = await startAnnofabEmulator({ seed: everyTypeSeed, ...options });
  onTestFinished(() => emulator.stop());
  return { emulator, annofab: createClient(emulator, { credentials }) };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const HOUR = 3_600_000;

describe('against the emulator', () => {
  it('works with a personal access token', async () => {
    const { annofab } = await setUp();
    expect(await annofab.getMyAccount()).toMatchObject({ user_id: 'demo_owner' });
    expect(await annofab.projects.idsWithRole(['owner', 'training_data_user'])).toContain(PROJECT_ID);
  });

  it('stays signed in when its tokens expire: first the id token, then both', async () => {
    const { emulator, annofab } = await setUp(owner);
    const signIns = () =>
      emulator.spy.requests.map(({ operation }) => operation).filter((id) => id === 'login' || id === 'refreshToken');
    await annofab.getMyAccount();
    emulator.clock.advance(2 * HOUR);
    await annofab.getMyAccount();
    expect(signIns()).toEqual(['login', 'refreshToken']);
    emulator.clock.advance(60 * 24 * HOUR);
    await annofab.getMyAccount();
    expect(signIns()).toEqual(['login', 'refreshToken', 'refreshToken', 'login']);
  });

  it('reads all tasks, one by one and concurrently', async () => {
    const { annofab } = await setUp();
    const tasks = await collect(annofab.tasks.all({ project_id: PROJECT_ID, query: { limit: 1 } }));
    expect(tasks.length).toBeGreaterThan(1);
    const task_id = tasks.map((task) => task.task_id);
    expect(await annofab.getTask({ project_id: PROJECT_ID, task_id: task_id[0] ?? '' })).toEqual(tasks[0]);
    const { success, failure } = await annofab.getTasksInBulk({
      project_id: PROJECT_ID,
      query: { task_id: [...task_id, 'none'] },
    });
    expect(success).toHaveLength(tasks.length);
    expect(failure).toMatchObject([{ task_id: 'none' }]);
  });

  it('downloads an archive without the token, and again when the address has expired', async () => {
    const { emulator, annofab } = await setUp();
    await annofab.postAnnotationArchiveUpdate({ project_id: PROJECT_ID });
    await emulator.settled();
    const { url } = await annofab.getAnnotationArchive({ project_id: PROJECT_ID });
    const file = await annofab.files.open(url, { headers: { range: 'bytes=0-1' } });
    expect((await buffer(file.body)).toString()).toBe('PK');
    emulator.clock.advance(2 * HOUR);
    const error = await failureOf(annofab.files.open(url));
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ expired: true });
  });

  it('reads the address of an archive from JSON that is sent as text', async () => {
    const { emulator, annofab } = await setUp({ pat: 'demo-pat' }, { settings: { archiveUrlAsText: true } });
    await annofab.postAnnotationArchiveUpdate({ project_id: PROJECT_ID });
    await emulator.settled();
    const { data, status, headers } = await annofab.getAnnotationArchive({ project_id: PROJECT_ID }).withResponse();
    expect(status).toBe(201);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(data.url).toBe(headers['location']);
  });

  it('retries temporary failures, and does not repeat a write that was cut', async () => {
    const { emulator, annofab } = await setUp();
    emulator.faults.add({ operation: 'getTask', status: 429, retryAfter: 2, times: 1 });
    emulator.faults.add({ operation: 'getTask', drop: 'during', times: 1 });
    expect(await annofab.getTask({ project_id: PROJECT_ID, task_id: 'task-1' })).toMatchObject({ task_id: 'task-1' });
    emulator.faults.add({ operation: 'postAnnotationArchiveUpdate', drop: 'during', times: 1 });
    const error = await failureOf(annofab.postAnnotationArchiveUpdate({ project_id: PROJECT_ID }));
    expect(error).toMatchObject({ name: 'ConnectionError', maybeCarriedOut: true });
    const sent = emulator.spy.requests.filter(({ operation }) => operation === 'postAnnotationArchiveUpdate');
    expect(sent).toHaveLength(1);
  });

  it('throws NotFoundError, ForbiddenError and ConflictError', async () => {
    const { emulator, annofab } = await setUp();
    expect(await failureOf(annofab.getTask({ project_id: PROJECT_ID, task_id: 'none' }))).toBeInstanceOf(NotFoundError);
    emulator.faults.add({ operation: 'getProject', status: 403, times: 1 });
    expect(await failureOf(annofab.getProject({ project_id: PROJECT_ID }))).toBeInstanceOf(ForbiddenError);
    emulator.jobs.hold();
    await annofab.postAnnotationArchiveUpdate({ project_id: PROJECT_ID });
    expect(await failureOf(annofab.postAnnotationArchiveUpdate({ project_id: PROJECT_ID }))).toBeInstanceOf(
      ConflictError,
    );
    await emulator.jobs.release();
  });
});
