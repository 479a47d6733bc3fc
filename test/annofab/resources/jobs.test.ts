import { describe, expect, it } from 'vitest';
import type { ProjectJobType } from '../../../lib/annofab/api-description.ts';
import {
  type AnnofabClient,
  JobFailedError,
  JobNotFoundError,
  jobTypesBefore,
  mayJobStart,
  TimeoutError,
} from '../../../lib/annofab/index.ts';
import { demo, startEmulator } from '../../local/annofab/emulator.ts';
import { matrix, TYPES } from '../../local/annofab/jobs/job-matrix.ts';

const archive = { ...demo, job_type: 'gen-annotation' } as const;
const quick = { intervalMs: 5 };
const update = async (client: AnnofabClient) => (await client.postAnnotationArchiveUpdate(demo)).job;

/** An emulator in which the update of the archive is under way until it is finished. */
async function startUpdating() {
  const emulator = await startEmulator();
  emulator.annofab.jobs.hold();
  return { ...emulator, job: await update(emulator.owner) };
}

describe('jobs.wait', () => {
  it('returns the job when it has succeeded', async () => {
    const { annofab, owner, job } = await startUpdating();
    const waiting = owner.jobs.wait(job, quick);
    await annofab.spy.waitForRequest({ operation: 'getProjectJob' });
    await annofab.jobs.finish();
    expect(await waiting).toMatchObject({ job_id: job.job_id, job_status: 'succeeded' });
  });

  it('throws JobFailedError with the reasons when the job fails', async () => {
    const { annofab, owner, job } = await startUpdating();
    const record = annofab.state.projects.get(demo.project_id)?.jobs.find(({ job_id }) => job_id === job.job_id);
    Object.assign(record ?? {}, {
      job_status: 'failed',
      errors: { errors: [{ error_code: 'INTERNAL_SERVER_ERROR', message: 'the disk is full' }], context: {} },
    });
    const failed = await owner.jobs.wait(job, quick).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(JobFailedError);
    expect(failed).toMatchObject({
      message: `job gen-annotation ${job.job_id} of project demo-project failed: INTERNAL_SERVER_ERROR: the disk is full`,
      job: { job_status: 'failed' },
    });
  });

  it('throws TimeoutError at the deadline, while the job continues', async () => {
    const { owner, job } = await startUpdating();
    await expect(owner.jobs.wait(job, { ...quick, deadlineMs: 40 })).rejects.toBeInstanceOf(TimeoutError);
    expect(await owner.jobs.running(archive)).toMatchObject([{ job_id: job.job_id }]);
  });

  it('stops waiting when the signal aborts', async () => {
    const { annofab, owner, job } = await startUpdating();
    const controller = new AbortController();
    const waiting = owner.jobs.wait(job, { signal: controller.signal });
    await annofab.spy.waitForRequest({ operation: 'getProjectJob' });
    controller.abort(new Error('no longer needed'));
    await expect(waiting).rejects.toThrow('no longer needed');
  });

  it('throws JobNotFoundError when the job does not exist', async () => {
    const { owner } = await startEmulator();
    const waiting = owner.jobs.wait({ ...archive, job_id: 'gone' }, quick);
    await expect(waiting).rejects.toBeInstanceOf(JobNotFoundError);
  });

  it('continues waiting while Annofab fails temporarily', async () => {
    const { annofab, owner, job } = await startUpdating();
    annofab.faults.add({ operation: 'getProjectJob', status: 503, retryAfter: 0, times: 1 });
    await annofab.jobs.finish();
    expect(await owner.jobs.wait(job, quick)).toMatchObject({ job_status: 'succeeded' });
  });

  it.each([
    ['for nineteen polls', 19, { status: 'fulfilled' }],
    [
      'for twenty polls, by throwing its error',
      20,
      { status: 'rejected', reason: { name: 'ServerError', status: 500 } },
    ],
  ] as const)('tolerates a server that fails %s', async (_, times, outcome) => {
    const { annofab, owner, job } = await startUpdating();
    await annofab.jobs.finish();
    annofab.faults.add({ operation: 'getProjectJob', status: 500, times });
    const [settled] = await Promise.allSettled([owner.jobs.wait(job, quick)]);
    expect(settled).toMatchObject(outcome);
  });
});

describe('the jobs of a project', () => {
  it('lists all jobs across pages, newest first', async () => {
    const { annofab, owner } = await startEmulator();
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) {
      ids.unshift((await update(owner)).job_id);
      await annofab.settled();
    }
    const listed: string[] = [];
    const query = { type: 'gen-annotation', limit: 2 } as const;
    for await (const { job_id } of owner.jobs.all({ ...demo, query })) listed.push(job_id);
    expect(listed).toEqual(ids);
  });

  it('finds a job, and returns undefined when it does not exist', async () => {
    const { owner, job } = await startUpdating();
    expect(await owner.jobs.find(job)).toMatchObject({ job_id: job.job_id });
    expect(await owner.jobs.find({ ...job, job_id: 'gone' })).toBeUndefined();
  });

  it('lists the jobs in progress, of one type or of all types', async () => {
    const { annofab, owner, job } = await startUpdating();
    expect(await owner.jobs.running(demo)).toMatchObject([{ job_id: job.job_id }]);
    expect(await owner.jobs.running({ ...demo, job_type: 'gen-tasks-list' })).toEqual([]);
    await annofab.jobs.finish();
    expect(await owner.jobs.running(demo)).toEqual([]);
  });

  it('deletes succeeded jobs, but not jobs in progress', async () => {
    const { annofab, owner, job } = await startUpdating();
    await annofab.jobs.finish();
    const second = await update(owner);
    expect(await owner.jobs.deleteSucceeded(archive)).toMatchObject([{ job_id: job.job_id }]);
    expect(await owner.jobs.find(job)).toBeUndefined();
    expect(await owner.jobs.find(second)).toMatchObject({ job_status: 'progress' });
  });
});

describe('whether a job may start', () => {
  it.each(TYPES)('a %s job may start by the same rules as in Annofab', (type) => {
    const cells = TYPES.map((other) => (mayJobStart(type, [other]) ? '.' : 'x'));
    expect(cells.join('')).toBe(matrix[type]);
    const before = TYPES.filter((_, column) => matrix[type][column] === 'x');
    expect(jobTypesBefore(type).toSorted()).toEqual(before.toSorted());
  });

  it('any job may start when none runs, and an unknown type waits for all types', () => {
    for (const type of TYPES) expect(mayJobStart(type, [])).toBe(true);
    const unknown = 'gen-something' as ProjectJobType;
    for (const other of TYPES) expect(mayJobStart(unknown, [other])).toBe(false);
  });

  it('mayStart agrees with the decision of Annofab', async () => {
    const { annofab, owner, job } = await startUpdating();
    expect(await owner.jobs.mayStart(archive)).toBe(false);
    expect(await owner.jobs.blockers(archive)).toMatchObject([{ job_id: job.job_id }]);
    await expect(update(owner)).rejects.toMatchObject({ status: 409 });
    expect(await owner.jobs.mayStart({ ...demo, job_type: 'gen-tasks-list' })).toBe(true);
    await annofab.jobs.finish();
    expect(await owner.jobs.mayStart(archive)).toBe(true);
    await update(owner);
  });

  it('no job may start while the project is being initialized', async () => {
    const { annofab, owner } = await startEmulator();
    const record = annofab.state.projects.get(demo.project_id);
    if (record) record.project.project_status = 'initializing';
    expect(await owner.jobs.mayStart(archive)).toBe(false);
  });

  it('waitUntilMayStart waits for the jobs in progress', async () => {
    const { annofab, owner } = await startUpdating();
    const waiting = owner.jobs.waitUntilMayStart(archive, quick);
    await annofab.spy.waitForRequest({ operation: 'getProjectJob' });
    await annofab.jobs.finish();
    await waiting;
    await update(owner);
  });

  it('waitUntilMayStart throws TimeoutError at the deadline', async () => {
    const { owner } = await startUpdating();
    const waiting = owner.jobs.waitUntilMayStart(archive, { ...quick, deadlineMs: 40 });
    await expect(waiting).rejects.toThrow(/jobs.waitUntilMayStart \(gen-annotation in project demo-project\)/);
  });
});
