import { describe, expect, it } from 'vitest';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const TASK_PATH = `/api/v1/projects/${PROJECT}/tasks/task-1`;

describe('requestsPerMinute', () => {
  it('answers 429 with the seconds until the minute is over, to that account only', async () => {
    const { annofab, raw } = await startEmulator({ settings: { requestsPerMinute: 2 } });
    annofab.clock.freeze();
    expect((await raw('GET', TASK_PATH)).status).toBe(200);
    annofab.clock.advance(20_000);
    expect((await raw('GET', TASK_PATH)).status).toBe(200);
    const limited = await raw('GET', TASK_PATH);
    expect(limited).toMatchObject(annofabError(429, 'TOO_MANY_REQUESTS'));
    expect(limited.headers.get('retry-after')).toBe('40');
    expect((await raw('GET', TASK_PATH, { authorization: 'Bearer demo-worker-pat' })).status).toBe(200);
    annofab.clock.advance(40_000);
    expect((await raw('GET', TASK_PATH)).status).toBe(200);
  });

  it('answers 429 without Retry-After when rateLimitRetryAfter is off', async () => {
    const { raw } = await startEmulator({ settings: { requestsPerMinute: 1, rateLimitRetryAfter: false } });
    await raw('GET', TASK_PATH);
    const limited = await raw('GET', TASK_PATH);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, null]);
  });
});

it('adds errorExt to every error', async () => {
  const { raw } = await startEmulator({ settings: { errorExt: { trace: 'x' } } });
  for (const path of [`${TASK_PATH}0`, '/nowhere', '/api/v1/projects/%FF'])
    expect((await raw('GET', path)).json).toMatchObject({ errors: [{ ext: { trace: 'x' } }] });
});

it('drops trailing zeros of date-times when shortDateTimes is on, and locks still work', async () => {
  const { annofab, owner } = await startEmulator({ settings: { shortDateTimes: true } });
  annofab.clock.freeze();
  annofab.clock.set(new Date('2030-01-01T10:00:00+09:00'));
  const task = { ...demo, task_id: 'task-8' };
  const written: string[] = [];
  // In a clock that stands still each moment is a few milliseconds later than the last.
  for (let count = 0; count < 20; count += 1) {
    const { updated_datetime } = await owner.getTask(task);
    const body = { status: 'not_started' as const, last_updated_datetime: updated_datetime };
    written.push((await owner.operateTask({ ...task, body })).updated_datetime);
  }
  for (const moment of written) expect(moment).toMatch(/T\d\d:\d\d:\d\d(\.\d*[1-9])?\+09:00$/);
  expect(new Set(written.map(({ length }) => length)).size).toBeGreaterThan(1);
});

it('expires a challenge after challengeSeconds', async () => {
  const { annofab, raw } = await startEmulator({ settings: { challengeSeconds: 10 } });
  const login = { user_id: 'demo_mfa', password: 'demo-mfa-password' };
  const challenge = await raw('POST', '/api/v1/login', { body: login, authorization: null });
  expect(challenge.status).toBe(200);
  annofab.clock.advance(10_000);
  const body = { user_id: 'demo_mfa', mfa_code: '123456', ...Object(challenge.json) };
  const refused = await raw('POST', '/api/v1/login-respond-to-auth-challenge', { body, authorization: null });
  expect(refused).toMatchObject(annofabError(400, 'INVALID_BODY'));
});

describe('nightly archives', () => {
  const beforeThree = new Date('2030-01-01T02:59:00+09:00');
  const toThree = async (settings: object) => {
    const emulator = await startEmulator({ settings });
    const { annofab, owner } = emulator;
    await owner.putWebhook({
      ...demo,
      webhook_id: 'hook',
      body: {
        ...{ project_id: PROJECT, webhook_id: 'hook', event_type: 'annotation-archive-updated' },
        ...{ webhook_status: 'active', method: 'POST', headers: [], url: 'http://127.0.0.1:9/', body: '' },
      },
    });
    annofab.clock.set(beforeThree);
    await annofab.settled();
    const earlier = (await owner.getProjectJob({ ...demo, query: { type: 'gen-annotation' } })).list.length;
    annofab.clock.advance(60_000);
    await annofab.settled();
    const jobs = (await owner.getProjectJob({ ...demo, query: { type: 'gen-annotation' } })).list;
    return { ...emulator, built: jobs.length - earlier, fired: annofab.spy.deliveries.length > earlier };
  };

  it('are not built unless nightlyArchives is on', async () => {
    const { built, owner } = await toThree({});
    expect(built).toBe(0);
    await expect(owner.getAnnotationArchive(demo)).rejects.toMatchObject({ status: 404 });
  });

  it('are built without any request, and fire annotation-archive-updated', async () => {
    const { built, fired, owner } = await toThree({ nightlyArchives: true });
    expect([built, fired]).toEqual([1, true]);
    expect((await owner.getAnnotationArchive(demo)).url).toContain('/archives/');
  });

  it('fire no event when nightlyArchivesFire is off', async () => {
    const { annofab, built } = await toThree({ nightlyArchives: true, nightlyArchivesFire: false });
    expect([built, annofab.spy.deliveries]).toEqual([1, []]);
  });

  it('are not built for a suspended project or during a job that excludes them', async () => {
    const { annofab, owner } = await startEmulator({ settings: { nightlyArchives: true } });
    annofab.clock.set(beforeThree);
    await annofab.settled();
    annofab.jobs.hold();
    await owner.postAnnotationArchiveUpdate(demo);
    annofab.clock.advance(60_000);
    expect((await owner.getProjectJob(demo)).list.filter(({ job_status }) => job_status === 'progress')).toHaveLength(
      1,
    );
    await annofab.jobs.release();
    const project = annofab.state.projects.get(PROJECT);
    if (project) project.project.project_status = 'suspended';
    const count = project?.jobs.length;
    annofab.clock.advance(24 * 60 * 60 * 1000);
    await annofab.settled();
    expect(project?.jobs).toHaveLength(count ?? 0);
  });
});
