import { describe, expect, it } from 'vitest';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const TASK_PATH = `/api/v1/projects/${PROJECT}/tasks/task-1`;

describe('a fault', () => {
  it('answers its status and Retry-After the given number of times', async () => {
    const { annofab, raw } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', status: 429, retryAfter: 30, times: 2 });
    for (const _ of [1, 2]) {
      const answer = await raw('GET', TASK_PATH);
      expect(answer).toMatchObject(annofabError(429, 'TOO_MANY_REQUESTS'));
      expect(answer.headers.get('retry-after')).toBe('30');
    }
    expect((await raw('GET', TASK_PATH)).status).toBe(200);
    expect((await raw('GET', `/api/v1/projects/${PROJECT}`)).status).toBe(200);
  });

  it.each([
    [{ status: 429 }, 'TOO_MANY_REQUESTS'],
    [{ status: 503 }, 'UNDER_MAINTENANCE'],
    [{ status: 500 }, 'INTERNAL_SERVER_ERROR'],
    [{ status: 504 }, 'TIMEOUT'],
    [{ status: 409, errorCode: 'WORKER_ALREADY_INVOKED' }, 'WORKER_ALREADY_INVOKED'],
  ])('for %j has the error code %s and no Retry-After', async (fault, code) => {
    const { annofab, raw } = await startEmulator();
    annofab.faults.add({ operation: '*', ...fault });
    const answer = await raw('GET', TASK_PATH);
    expect(answer).toMatchObject(annofabError(fault.status, code));
    expect(answer.headers.has('retry-after')).toBe(false);
  });

  it('without a count lasts until it is cleared', async () => {
    const { annofab, raw } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', status: 503 });
    for (const _ of [1, 2, 3]) expect((await raw('GET', TASK_PATH)).status).toBe(503);
    annofab.faults.clear();
    expect((await raw('GET', TASK_PATH)).status).toBe(200);
  });

  it('applies after the earlier fault is used up', async () => {
    const { annofab, raw } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', status: 429, times: 1 });
    annofab.faults.add({ operation: 'getTask', status: 503, times: 1 });
    const statuses = [await raw('GET', TASK_PATH), await raw('GET', TASK_PATH), await raw('GET', TASK_PATH)];
    expect(statuses.map(({ status }) => status)).toEqual([429, 503, 200]);
  });

  it('without a status only delays', async () => {
    const { annofab, raw } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', delayMs: 120, times: 1 });
    const start = performance.now();
    expect((await raw('GET', TASK_PATH)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(115);
  });

  it('cuts the connection before anything is done', async () => {
    const { annofab, owner, raw } = await startEmulator();
    annofab.faults.add({ operation: 'patchTasksMetadata', drop: 'before', times: 1 });
    const patch = raw('PATCH', `/api/v1/projects/${PROJECT}/tasks/metadata`, { body: { 'task-1': { done: true } } });
    await expect(patch).rejects.toThrow('fetch failed');
    expect((await owner.getTask({ ...demo, task_id: 'task-1' })).metadata).not.toHaveProperty('done');
  });

  it('cuts the connection during the answer, after the operation took effect', async () => {
    const { annofab, owner, raw } = await startEmulator();
    annofab.faults.add({ operation: 'patchTasksMetadata', drop: 'during', times: 1 });
    const patch = raw('PATCH', `/api/v1/projects/${PROJECT}/tasks/metadata`, { body: { 'task-1': { done: true } } });
    await expect(patch).rejects.toThrow('terminated');
    expect((await owner.getTask({ ...demo, task_id: 'task-1' })).metadata).toEqual({ done: true });
  });

  it('can expire a token for one request', async () => {
    const { annofab, raw } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', status: 401, errorCode: 'EXPIRED_TOKEN', times: 1 });
    expect(await raw('GET', TASK_PATH)).toMatchObject(annofabError(401, 'EXPIRED_TOKEN'));
    expect((await raw('GET', TASK_PATH)).status).toBe(200);
  });

  it('of all API operations does not apply to the file server', async () => {
    const { annofab, owner } = await startEmulator();
    const input = await owner.getInputData({ ...demo, input_data_id: 'task-1-frame-1' });
    annofab.faults.add({ operation: '*', status: 500 });
    expect((await fetch(input.url ?? '')).status).toBe(200);
    annofab.faults.clear();
    annofab.faults.add({ operation: 'downloadFile', status: 503, times: 1 });
    expect((await fetch(input.url ?? '')).status).toBe(503);
    expect((await fetch(input.url ?? '')).status).toBe(200);
  });
});

describe('the spy', () => {
  it('lists each request with its operation, body and status', async () => {
    const { annofab, raw } = await startEmulator();
    await raw('PATCH', `/api/v1/projects/${PROJECT}/tasks/metadata`, { body: { 'task-1': { a: 1 } } });
    await raw('GET', `${TASK_PATH}?x=1`, { authorization: null });
    await raw('GET', '/nowhere');
    expect(annofab.spy.requests).toMatchObject([
      { operation: 'patchTasksMetadata', method: 'PATCH', body: { 'task-1': { a: 1 } }, status: 200 },
      { operation: 'getTask', url: `${TASK_PATH}?x=1`, status: 401 },
      { operation: undefined, url: '/nowhere', status: 404 },
    ]);
    annofab.spy.clear();
    expect(annofab.spy.requests).toEqual([]);
  });

  it('waits for a request, or finds an earlier one', async () => {
    const { annofab, raw } = await startEmulator();
    const coming = annofab.spy.waitForRequest({ operation: 'getTask', status: 200 });
    await raw('GET', TASK_PATH, { authorization: null });
    await raw('GET', TASK_PATH);
    expect(await coming).toMatchObject({ operation: 'getTask', status: 200 });
    expect(await annofab.spy.waitForRequest((request) => request.status === 401)).toMatchObject({ url: TASK_PATH });
  });

  it('rejects after the timeout and says what did not come', async () => {
    const { annofab } = await startEmulator();
    const request = annofab.spy.waitForRequest({ operation: 'getTask' }, { timeoutMs: 20 });
    await expect(request).rejects.toThrow('no such request within 20 ms');
    const webhook = annofab.spy.waitForWebhook({ eventType: 'task-completed' }, { timeoutMs: 20 });
    await expect(webhook).rejects.toThrow('no such webhook within 20 ms');
  });

  it('records a webhook even when nobody listens', async () => {
    const { annofab, owner } = await startEmulator();
    const closedPort = 'http://127.0.0.1:9/hook';
    await owner.putWebhook({
      ...demo,
      webhook_id: 'hook',
      body: {
        ...{ project_id: PROJECT, webhook_id: 'hook', event_type: 'task-completed', webhook_status: 'active' },
        ...{ method: 'POST', headers: [], url: closedPort, body: '{{TASK_ID}}' },
      },
    });
    await annofab.completeTask(PROJECT, 'task-1');
    const delivery = await annofab.spy.waitForWebhook({ eventType: 'task-completed' });
    expect(delivery).toMatchObject({ projectId: PROJECT, webhookId: 'hook', url: closedPort, body: 'task-1' });
    expect(delivery.error).toBeDefined();
    expect(delivery).not.toHaveProperty('status');
  });
});
