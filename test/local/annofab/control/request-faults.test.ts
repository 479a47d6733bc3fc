import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../local/annofab/control/fault.ts';
import { createFaults } from '../../../../local/annofab/control/faults.ts';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const TASK_PATH = `/api/v1/projects/${PROJECT}/tasks/task-1`;

describe('a request fault', () => {
  it('answers the HTML page of a gateway, or JSON for the same status from Annofab', async () => {
    const { annofab, raw } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', status: 502, times: 1 });
    const answer = await fetch(annofab.url + TASK_PATH);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await answer.text()).toContain('<h1>502 Bad Gateway</h1>');
    annofab.faults.add({ operation: 'getTask', status: 502, html: false, times: 1 });
    expect(await raw('GET', TASK_PATH)).toMatchObject(annofabError(502, 'INTERNAL_SERVER_ERROR'));
    annofab.faults.add({ operation: 'getTask', status: 429, html: true, retryAfter: 7, times: 1 });
    const limited = await fetch(annofab.url + TASK_PATH);
    expect([limited.headers.get('content-type'), limited.headers.get('retry-after')]).toEqual(['text/html', '7']);
  });

  it('sends the headers at once and the body slowly', async () => {
    const { annofab } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', bodyMs: 200 });
    const start = performance.now();
    const { body } = await request(annofab.url + TASK_PATH, { headers: { authorization: 'Bearer demo-pat' } });
    const headersAfter = performance.now() - start;
    expect(await body.json()).toMatchObject({ task_id: 'task-1' });
    expect(performance.now() - start - headersAfter).toBeGreaterThan(120);
  });

  it('executes the operation without answering', async () => {
    const { annofab, owner, raw } = await startEmulator();
    annofab.faults.add({ operation: 'patchTasksMetadata', drop: 'unanswered', times: 1 });
    const patch = raw('PATCH', `/api/v1/projects/${PROJECT}/tasks/metadata`, { body: { 'task-1': { done: true } } });
    await expect(patch).rejects.toThrow('fetch failed');
    expect((await owner.getTask({ ...demo, task_id: 'task-1' })).metadata).toEqual({ done: true });
    expect(annofab.spy.requests[0]).toMatchObject({ operation: 'patchTasksMetadata', dropped: true });
  });

  it('answers half of the JSON as if it were complete', async () => {
    const { annofab } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', truncate: true });
    const answer = await fetch(annofab.url + TASK_PATH, { headers: { authorization: 'Bearer demo-pat' } });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(text));
    expect(text).toMatch(/^\{"project_id"/);
    expect(() => JSON.parse(text)).toThrow();
  });

  it('expires a login token for good, until it is refreshed', async () => {
    const { annofab, raw } = await startEmulator();
    const body = { user_id: 'demo_owner', password: 'demo-password' };
    const { json } = await raw('POST', '/api/v1/login', { body, authorization: null });
    const { token } = json as { token: { id_token: string; refresh_token: string } };
    annofab.faults.add({ operation: 'getTask', expiredToken: true, times: 1 });
    for (const _ of [1, 2]) {
      expect(await raw('GET', TASK_PATH, { authorization: token.id_token })).toMatchObject(
        annofabError(401, 'EXPIRED_TOKEN'),
      );
    }
    const refreshed = await raw('POST', '/api/v1/refresh-token', { body: { refresh_token: token.refresh_token } });
    const { id_token: fresh } = refreshed.json as { id_token: string };
    expect((await raw('GET', TASK_PATH, { authorization: fresh })).status).toBe(200);
  });

  it('combines a delay with a status', async () => {
    const { annofab, raw } = await startEmulator();
    annofab.faults.add({ operation: 'getTask', delayMs: 60, status: 503 });
    const start = performance.now();
    expect((await raw('GET', TASK_PATH)).status).toBe(503);
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });
});

describe('a fault with a rate', () => {
  const hitsOf = (faultSeed: number, others: Fault[] = []) => {
    const faults = createFaults({ faultSeed });
    faults.add({ operation: 'getTask', status: 503, rate: 0.3 });
    for (const fault of others) faults.add(fault);
    return Array.from({ length: 1_000 }, () => faults.take('getTask') !== undefined);
  };

  it('hits about as often as its rate', () => {
    const hits = hitsOf(1).filter(Boolean).length;
    expect(hits).toBeGreaterThan(250);
    expect(hits).toBeLessThan(350);
  });

  it('hits the same requests with the same seed, whatever other faults there are', () => {
    expect(hitsOf(1)).toEqual(hitsOf(1));
    expect(hitsOf(2)).not.toEqual(hitsOf(1));
    expect(hitsOf(1, [{ operation: 'getTasks', status: 500, rate: 0.5 }])).toEqual(hitsOf(1));
  });

  it('hits no more often than its count', () => {
    const faults = createFaults({ faultSeed: 1 });
    faults.add({ operation: '*', status: 503, rate: 0.9, times: 3 });
    const hits = Array.from({ length: 100 }, () => faults.take('getTask')).filter(Boolean);
    expect(hits).toHaveLength(3);
    expect(faults.list()).toEqual([]);
  });
});

it('refuses a wrong fault that is added from code', async () => {
  const { annofab } = await startEmulator();
  const fault: Fault = JSON.parse('{"operation":"getTask","status":"503"}');
  expect(() => annofab.faults.add(fault)).toThrow('status must be a whole number');
});

describe('the file server', () => {
  it('loses an upload, delays, truncates files and expires addresses', async () => {
    const { annofab, owner } = await startEmulator();
    const { url, path } = await owner.createTempPath(demo);
    annofab.faults.add({ operation: 'uploadFile', drop: 'unanswered', times: 1 });
    await expect(fetch(url, { method: 'PUT', body: 'pixels' })).rejects.toThrow();
    const key = path.replace('s3://annofab-emulator/', '');
    expect(Buffer.from(annofab.state.files.get(key)?.bytes ?? []).toString()).toBe('pixels');

    const image = (await owner.getInputData({ ...demo, input_data_id: 'task-1-frame-1' })).url ?? '';
    const whole = await (await fetch(image)).bytes();
    annofab.faults.add({ operation: 'downloadFile', truncate: true, times: 1 });
    expect((await (await fetch(image)).bytes()).length).toBe(Math.floor(whole.length / 2));
    annofab.faults.add({ operation: 'downloadFile', expiredToken: true, times: 1 });
    const expired = await fetch(image);
    expect([expired.status, await expired.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
    annofab.faults.add({ operation: 'downloadFile', drop: 'unanswered', times: 1 });
    await expect(fetch(image)).rejects.toThrow();
    annofab.faults.add({ operation: 'downloadFile', bodyMs: 100, times: 1 });
    const start = performance.now();
    expect(await (await fetch(image)).bytes()).toEqual(whole);
    expect(performance.now() - start).toBeGreaterThanOrEqual(90);
  });
});
