import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ArchiveChangedError,
  ArchiveError,
  ConflictError,
  openSimpleArchive,
  type ProjectJobInfo,
  TimeoutError,
} from '../../../lib/annofab/index.ts';
import { demo, PROJECT, startEmulator } from '../../local/annofab/emulator.ts';
import { failureOf } from '../support.ts';
import { collect } from './samples.ts';

const soon = { intervalMs: 5 };
const refusedUpdate = { operation: 'postAnnotationArchiveUpdate', status: 409 } as const;
const refusedLookup = { operation: 'getAnnotationArchive', status: 409 } as const;

/** An emulator whose demo project has an archive. */
async function startWithArchive() {
  const emulator = await startEmulator();
  await emulator.owner.archives.update(demo, soon);
  return emulator;
}

describe('the archive of a project', () => {
  it('contains each frame of each task, equal to the result of the live operation', async () => {
    const { owner } = await startWithArchive();
    await using archive = await owner.archives.openSimple(demo);
    const frames = await collect(archive.frames());
    expect(frames.length).toBeGreaterThan(3);
    const tasks = await collect(owner.tasks.all({ ...demo }));
    expect(frames.length).toBe(tasks.flatMap(({ input_data_id_list }) => input_data_id_list).length);
    for (const { task_id, input_data_id, details } of frames) {
      const live = await owner.getAnnotation({ ...demo, task_id, input_data_id });
      expect(details).toMatchObject(live.details);
    }
  });

  it('contains the masks that its annotations refer to', async () => {
    const { owner } = await startWithArchive();
    await using archive = await owner.archives.openSimple(demo);
    let masks = 0;
    for await (const frame of archive.frames()) {
      for (const { annotation_id = '', data } of frame.details) {
        if (data?._type !== 'Segmentation' && data?._type !== 'SegmentationV2') continue;
        expect((await frame.outerFile(annotation_id)).subarray(1, 4).toString()).toBe('PNG');
        masks += 1;
      }
    }
    expect(masks).toBeGreaterThan(0);
  });

  it('opens an archive whose URL comes as text', async () => {
    const { annofab, owner } = await startWithArchive();
    annofab.settings.archiveUrlAsText = true;
    await using archive = await owner.archives.openSimple(demo);
    expect(archive.frameCount).toBeGreaterThan(3);
  });

  it('throws an error that suggests an update when the project has no archive yet', async () => {
    const { owner } = await startEmulator();
    const error = await failureOf(owner.archives.openSimple(demo));
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error.message).toContain('Project demo-project has no annotation archive yet');
    expect(error.message).toContain('Update the archive first (archives.update)');
  });

  it('waits while Annofab rebuilds the archive', async () => {
    const { annofab, owner } = await startWithArchive();
    annofab.jobs.hold();
    await owner.postAnnotationArchiveUpdate(demo);
    const opening = owner.archives.openSimple(demo, soon);
    await annofab.spy.waitForRequest(refusedLookup);
    await annofab.jobs.release();
    await using archive = await opening;
    expect(archive.frameCount).toBeGreaterThan(3);
  });

  it('stops waiting for a rebuild at the deadline or when the signal aborts', async () => {
    const { annofab, owner } = await startWithArchive();
    annofab.jobs.hold();
    await owner.postAnnotationArchiveUpdate(demo);
    const error = await failureOf(owner.archives.openSimple(demo, { ...soon, deadlineMs: 50 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toContain('the annotation archive of project demo-project is being rebuilt');
    const stop = new AbortController();
    const opening = owner.archives.openSimple(demo, { ...soon, signal: stop.signal });
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(opening).rejects.toBe(reason);
  });

  it('continues with a new URL when the first one has expired', async () => {
    const { annofab, owner } = await startWithArchive();
    await using archive = await owner.archives.openSimple(demo);
    const [frame] = await collect(archive.frames());
    annofab.clock.advance(3_600_000);
    expect(frame && (await archive.frame(frame))).toMatchObject({ task_id: frame?.task_id });
    const asked = annofab.spy.requests.filter(({ operation }) => operation === 'getAnnotationArchive');
    expect(asked.length).toBe(2);
  });

  it('throws ArchiveChangedError when the archive was rebuilt meanwhile', async () => {
    const { annofab, owner } = await startWithArchive();
    await using archive = await owner.archives.openSimple(demo);
    annofab.clock.advance(3_600_000);
    await owner.archives.update(demo, soon);
    await expect(collect(archive.frames())).rejects.toThrow(ArchiveChangedError);
  });
});

describe('archives.update', () => {
  it('returns the job when it has succeeded', async () => {
    const { owner } = await startEmulator();
    const job = await owner.archives.update(demo, soon);
    expect(job).toMatchObject({ job_type: 'gen-annotation', job_status: 'succeeded' });
  });

  it('joins an update that is in progress', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.jobs.hold();
    const { job } = await owner.postAnnotationArchiveUpdate(demo);
    const updating = owner.archives.update(demo, soon);
    await annofab.spy.waitForRequest(refusedUpdate);
    await annofab.jobs.release();
    expect((await updating).job_id).toBe(job.job_id);
  });

  it('waits for a job of another type that prevents it', async () => {
    const { annofab, owner } = await startEmulator();
    const job = { ...(await owner.archives.update(demo, soon)), job_id: 'j1', job_type: 'gen-tasks' as const };
    const running: ProjectJobInfo = { ...job, job_status: 'progress' };
    annofab.state.projects.get(PROJECT)?.jobs.push(running);
    const updating = owner.archives.update(demo, soon);
    await annofab.spy.waitForRequest(refusedUpdate);
    running.job_status = 'succeeded';
    expect(await updating).toMatchObject({ job_type: 'gen-annotation', job_status: 'succeeded' });
  });

  it('tries once more when no job explains the refusal, then throws', async () => {
    const { annofab, owner } = await startEmulator();
    const refusal = { operation: 'postAnnotationArchiveUpdate', status: 409, errorCode: 'STATE_MISMATCH' } as const;
    annofab.faults.add({ ...refusal, times: 1 });
    expect(await owner.archives.update(demo, soon)).toMatchObject({ job_status: 'succeeded' });
    annofab.faults.add({ ...refusal, times: 2 });
    await expect(owner.archives.update(demo, soon)).rejects.toThrow(ConflictError);
  });

  it('opens the rebuilt archive with openLatest', async () => {
    const { owner } = await startEmulator();
    await using archive = await owner.archives.openLatest(demo, soon);
    expect(archive.frameCount).toBeGreaterThan(3);
  });

  it('throws ForbiddenError when the account may not update the archive', async () => {
    const { worker } = await startEmulator();
    await expect(worker.archives.update(demo, soon)).rejects.toMatchObject({ name: 'ForbiddenError' });
  });
});

describe('archives.download', () => {
  it('downloads an archive to a path, as a file that can be opened', async () => {
    const { owner } = await startWithArchive();
    const directory = await mkdtemp(join(tmpdir(), 'annofab-archive-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const path = join(directory, 'annotations.zip');
    const progress: number[] = [];
    const { size } = await owner.archives.download(demo, path, { onProgress: ({ bytes }) => progress.push(bytes) });
    expect(progress.at(-1)).toBe(size);
    expect(await readdir(directory)).toEqual(['annotations.zip']);
    await using remote = await owner.archives.openSimple(demo);
    await using local = await openSimpleArchive({ path });
    expect(local.frameCount).toBe(remote.frameCount);
  });

  it('waits with the download while Annofab rebuilds the archive', async () => {
    const { annofab, owner } = await startWithArchive();
    annofab.jobs.hold();
    await owner.postAnnotationArchiveUpdate(demo);
    const target = new PassThrough();
    const downloading = owner.archives.download(demo, target, soon);
    const content = buffer(target);
    await annofab.spy.waitForRequest(refusedLookup);
    await annofab.jobs.release();
    const { size } = await downloading;
    expect((await content).length).toBe(size);
  });

  it('downloads the Full format with ids and all names', async () => {
    const { owner } = await startWithArchive();
    const target = new PassThrough();
    const content = buffer(target);
    await owner.archives.download(demo, target, { format: 'full' });
    expect((await content).subarray(0, 2).toString()).toBe('PK');
    await using archive = await owner.archives.openFull(demo);
    const details = (await collect(archive.frames())).flatMap((frame) => frame.details);
    expect(details.length).toBeGreaterThan(3);
    expect(details[0]?.label_name?.messages.length).toBeGreaterThan(0);
  });
});
