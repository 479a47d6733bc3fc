import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectJobInfo } from '../../../../lib/annofab/api-description.ts';
import { type Clock, createClock } from '../../../../local/annofab/core/clock.ts';
import { createProjectRecord, type ProjectRecord } from '../../../../local/annofab/core/state.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../../../local/annofab/index.ts';
import { createJobs, type JobEngine } from '../../../../local/annofab/jobs/job-engine.ts';
import { caller } from '../http.ts';
import { matrix, TYPES } from './job-matrix.ts';

let annofab: AnnofabEmulator;
const api = caller(() => annofab);
const DAY = 24 * 60 * 60 * 1000;

const update = () => api('POST', '/projects/demo-project/archive/update');
const listed = async (query = '') => {
  const { body } = await api('GET', `/projects/demo-project/jobs${query}`);
  return body as { list: ProjectJobInfo[]; has_next: boolean };
};

beforeEach(async () => {
  annofab = await startAnnofabEmulator();
});
afterEach(() => annofab.stop());

describe('background jobs', () => {
  it('a job is answered as in progress, and succeeds afterwards', async () => {
    const { status, body } = await update();
    expect(status).toBe(202);
    expect(body).toMatchObject({
      job: { project_id: 'demo-project', job_type: 'gen-annotation', job_status: 'progress', errors: { errors: [] } },
    });
    await annofab.settled();
    const { list } = await listed();
    expect(list).toMatchObject([{ job_type: 'gen-annotation', job_status: 'succeeded' }]);
    expect(Date.parse(list[0]?.updated_datetime ?? '')).toBeGreaterThan(Date.parse(list[0]?.created_datetime ?? ''));
  });

  it('the job list waits for jobs without a duration', async () => {
    await update();
    expect((await listed()).list).toMatchObject([{ job_type: 'gen-annotation', job_status: 'succeeded' }]);
    annofab.settings.jobMilliseconds = DAY;
    await update();
    expect((await listed()).list[0]).toMatchObject({ job_type: 'gen-annotation', job_status: 'progress' });
  });

  it('a held job stays in progress until it is released', async () => {
    annofab.jobs.hold();
    await update();
    await annofab.settled();
    expect((await listed()).list).toMatchObject([{ job_status: 'progress' }]);
    await annofab.jobs.finish();
    expect((await listed()).list).toMatchObject([{ job_status: 'succeeded' }]);
    await update();
    expect((await listed()).list).toMatchObject([{ job_status: 'progress' }, { job_status: 'succeeded' }]);
    await annofab.jobs.release();
    expect((await listed()).list).toMatchObject([{ job_status: 'succeeded' }, { job_status: 'succeeded' }]);
  });

  it('a job takes jobMilliseconds of the emulator’s clock', async () => {
    annofab.settings.jobMilliseconds = DAY;
    await update();
    annofab.clock.advance(DAY - 60_000);
    expect((await listed()).list).toMatchObject([{ job_status: 'progress' }]);
    annofab.clock.advance(60_000);
    await annofab.settled();
    expect((await listed()).list).toMatchObject([{ job_status: 'succeeded' }]);
  });

  it('a job is deleted 14 days after its end', async () => {
    await update();
    await annofab.settled();
    annofab.clock.advance(14 * DAY - 60_000);
    expect((await listed()).list).toHaveLength(1);
    annofab.clock.advance(60_000);
    expect((await listed()).list).toHaveLength(0);
  });

  it('only owners delete jobs, and the job type in the path has no effect', async () => {
    await update();
    await annofab.settled();
    const id = (await listed()).list[0]?.job_id;
    expect(
      (await caller(() => annofab, 'demo-worker-pat')('DELETE', `/projects/demo-project/jobs/gen-annotation/${id}`))
        .status,
    ).toBe(403);
    expect(await api('DELETE', `/projects/demo-project/jobs/copy-project/${id}`)).toMatchObject({
      status: 200,
      body: undefined,
    });
    expect(await api('DELETE', `/projects/demo-project/jobs/copy-project/${id}`)).toMatchObject({ status: 404 });
    expect((await listed()).list).toEqual([]);
  });
});

describe('getProjectJob', () => {
  beforeEach(async () => {
    for (let i = 0; i < 3; i++) {
      await update();
      await annofab.settled();
    }
  });

  it('lists jobs newest first, in pages that continue from a creation date-time', async () => {
    const all = (await listed()).list;
    expect(all.map(({ created_datetime }) => created_datetime)).toEqual(
      all
        .map(({ created_datetime }) => created_datetime)
        .sort()
        .reverse(),
    );
    const first = await listed('?limit=2');
    expect(first).toMatchObject({ has_next: true, list: all.slice(0, 2) });
    const cursor = encodeURIComponent(first.list[1]?.created_datetime ?? '');
    expect(await listed(`?limit=2&exclusive_start_created_datetime=${cursor}`)).toEqual({
      has_next: false,
      list: all.slice(2),
    });
    expect(await listed('?limit=0')).toEqual({ has_next: true, list: [] });
  });

  it('lists the jobs of one type', async () => {
    expect((await listed('?type=gen-annotation')).list).toHaveLength(3);
    expect((await listed('?type=invoke-hook')).list).toHaveLength(0);
  });

  it.each(['?type=unknown', '?limit=201', '?limit=-1', '?limit=many', '?exclusive_start_created_datetime=yesterday'])(
    'getProjectJob returns 400 for %s',
    async (query) => {
      expect(await api('GET', `/projects/demo-project/jobs${query}`)).toMatchObject({
        status: 400,
        body: { errors: [{ error_code: 'INVALID_QUERYPARAM' }] },
      });
    },
  );
});

describe('starting a job', () => {
  it('returns 409 WORKER_ALREADY_INVOKED when a job of the same type is in progress', async () => {
    annofab.jobs.hold();
    await update();
    expect(await update()).toMatchObject({ status: 409, body: { errors: [{ error_code: 'WORKER_ALREADY_INVOKED' }] } });
    await annofab.jobs.release();
    expect((await update()).status).toBe(202);
  });

  it('returns 409 when the project is being initialized', async () => {
    const project = annofab.state.projects.get('demo-project');
    if (project) project.project.project_status = 'initializing';
    expect(await update()).toMatchObject({ status: 409, body: { errors: [{ error_code: 'STATE_MISMATCH' }] } });
  });

  it('returns 409 when the project is suspended, unless suspendedRefusesJobs is off', async () => {
    const project = annofab.state.projects.get('demo-project');
    if (project) project.project.project_status = 'suspended';
    expect(await update()).toMatchObject({ status: 409, body: { errors: [{ error_code: 'STATE_MISMATCH' }] } });
    annofab.settings.suspendedRefusesJobs = false;
    expect((await update()).status).toBe(202);
  });
});

describe('exclusion of jobs by running jobs', () => {
  let clock: Clock;
  let jobs: JobEngine;
  const idle = { run: () => undefined };
  const newProject = (): ProjectRecord => {
    const project = annofab.state.projects.get('demo-project');
    if (!project) throw new Error('the demo has no project');
    return createProjectRecord(project.project, project.specs);
  };

  beforeEach(() => {
    clock = createClock();
    jobs = createJobs({ clock, settings: { jobMilliseconds: 0, suspendedRefusesJobs: true } });
  });
  afterEach(() => jobs.abandon());

  it.each(Object.entries(matrix))('a job %s is excluded by the running jobs %s', (row, cells) => {
    const start = TYPES.find((type) => type === row) ?? 'gen-tasks';
    const blocked = TYPES.map((running) => {
      const project = newProject();
      jobs.hold(...TYPES);
      jobs.start(project, { type: running, ...idle });
      try {
        jobs.start(project, { type: start, ...idle });
        return '.';
      } catch (error) {
        expect(error).toMatchObject({
          status: 409,
          errorCode: running === start ? 'WORKER_ALREADY_INVOKED' : 'STATE_MISMATCH',
        });
        return 'x';
      }
    });
    expect(blocked.join('')).toBe(cells);
  });

  it('a job excludes others until it ends, also by failing', async () => {
    const project = newProject();
    const job = jobs.start(project, {
      type: 'gen-tasks',
      run: () => {
        throw new Error('no input data');
      },
    });
    expect(() => jobs.start(project, { type: 'gen-tasks', ...idle })).toThrow();
    await jobs.settled();
    expect(job).toMatchObject({
      job_status: 'failed',
      errors: { errors: [{ error_code: 'INTERNAL_SERVER_ERROR', message: 'no input data' }] },
    });
    expect(jobs.start(project, { type: 'gen-tasks', ...idle }).job_status).toBe('progress');
  });
});
