import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import { demo, PROJECT, startEmulator } from '../emulator.ts';

const TASK_PATH = `/api/v1/projects/${PROJECT}/tasks/task-1`;

describe('faults over HTTP', () => {
  it('are added one by one or as a list, counted, listed and removed', async () => {
    const { raw } = await startEmulator();
    const added = await raw('POST', '/__emulator/faults', { body: { operation: 'getTask', status: 503, times: 2 } });
    expect(added).toMatchObject({ status: 200, json: [{ id: 'fault-1', hits: 0 }] });
    await raw('POST', '/__emulator/faults', {
      body: [
        { operation: 'getTasks', status: 500 },
        { operation: 'webhook', drop: 'delivery' },
      ],
    });
    expect((await raw('GET', TASK_PATH)).status).toBe(503);
    const listed = await raw('GET', '/__emulator/faults');
    expect(listed.json).toMatchObject([
      { id: 'fault-1', fault: { operation: 'getTask', status: 503, times: 2 }, hits: 1 },
      { id: 'fault-2', hits: 0 },
      { id: 'fault-3', hits: 0 },
    ]);
    expect((await raw('DELETE', '/__emulator/faults/fault-2')).json).toMatchObject([
      { id: 'fault-1' },
      { id: 'fault-3' },
    ]);
    expect(await raw('DELETE', '/__emulator/faults/fault-2')).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining('there is no fault fault-2') },
    });
    expect((await raw('DELETE', '/__emulator/faults')).json).toEqual([]);
    expect((await raw('GET', TASK_PATH)).status).toBe(200);
  });

  it.each<[unknown, string]>([
    ['none', 'a fault must be a JSON object'],
    [{ status: 500 }, 'operation is missing'],
    [{ operation: 'getTusk', status: 500 }, 'operation must be an operation id'],
    [{ operation: 'getTask', statu: 500 }, 'statu is unknown: did you mean status?'],
    [{ operation: 'getTask', status: 200 }, 'status must be a whole number from 400 to 599'],
    [{ operation: 'getTask', status: '500' }, 'status must be a whole number'],
    [{ operation: 'getTask', status: 500, times: 0 }, 'times must be a whole number from 1'],
    [{ operation: 'getTask', status: 500, rate: 2 }, 'rate must be above 0, and 1 at most'],
    [{ operation: 'getTask', drop: 'after' }, 'drop must be one of before, unanswered, during'],
    [{ operation: 'getTask', times: 3 }, 'a fault must say what goes wrong'],
    [{ operation: 'getTask', delayMs: 5, retryAfter: 3 }, 'retryAfter needs a status'],
    [{ operation: 'getTask', reorder: true }, 'reorder is unknown: use operation, times, rate, status'],
    [{ operation: 'webhook', status: 500 }, 'status is unknown: use operation, eventType'],
    [{ operation: 'webhook', eventType: 'task-created', drop: 'event' }, 'eventType must be one of task-completed'],
  ])('refuse %j', async (body, message) => {
    const { annofab, raw } = await startEmulator();
    const good = { operation: 'getTask', status: 500 };
    const refused = await raw('POST', '/__emulator/faults', { body: [good, body] });
    expect(refused).toMatchObject({ status: 400, json: { message: expect.stringContaining(message) } });
    expect(annofab.faults.list()).toEqual([]);
  });

  it('refuse text that is not JSON', async () => {
    const { raw } = await startEmulator();
    const refused = await raw('POST', '/__emulator/faults', { text: 'getTask=503' });
    expect(refused).toMatchObject({ status: 400, json: { message: 'the body is not JSON' } });
  });
});

describe('settings over HTTP', () => {
  it('are read and changed while the emulator runs', async () => {
    const { raw, owner } = await startEmulator();
    expect((await raw('GET', '/__emulator/settings')).json).toMatchObject({ nullsForAbsent: true, webhookRetries: 0 });
    const changed = await raw('POST', '/__emulator/settings', { body: { nullsForAbsent: false } });
    expect(changed.json).toMatchObject({ nullsForAbsent: false });
    expect(await owner.getTask({ ...demo, task_id: 'task-8' })).not.toHaveProperty('account_id');
  });

  it.each<[unknown, string]>([
    [{ nulls: true }, 'nulls is unknown: use idTokenSeconds'],
    [{ nullsForAbsent: 1 }, 'nullsForAbsent must be true or false'],
    [{ nonMemberStatus: 401 }, 'nonMemberStatus must be one of 403, 404'],
    [{ webhookRetries: -1 }, 'webhookRetries must be a whole number from 0'],
    [{ webhookSourceAddress: 'here' }, 'webhookSourceAddress must be an IP address, or empty'],
    [{ errorExt: [] }, 'errorExt must be a JSON object'],
    [[], 'settings must be a JSON object'],
  ])('refuse %j', async (body, message) => {
    const { raw, annofab } = await startEmulator();
    const before = { ...annofab.settings };
    const refused = await raw('POST', '/__emulator/settings', { body });
    expect(refused).toMatchObject({ status: 400, json: { message: expect.stringContaining(message) } });
    expect(annofab.settings).toEqual(before);
  });
});

describe('the clock over HTTP', () => {
  it('is set, advanced, frozen and resumed', async () => {
    const { raw, annofab } = await startEmulator();
    const change = async (body: object) => (await raw('POST', '/__emulator/clock', { body })).json;
    expect(await change({ now: '2030-01-01T09:00:00+09:00', frozen: true })).toEqual({
      now: '2030-01-01T09:00:00.000+09:00',
      frozen: true,
    });
    expect(await change({ advanceMilliseconds: 90_000 })).toMatchObject({ now: '2030-01-01T09:01:30.000+09:00' });
    expect((await raw('GET', '/__emulator/clock')).json).toMatchObject({ now: '2030-01-01T09:01:30.000+09:00' });
    expect(await change({ frozen: false })).toMatchObject({ frozen: false });
    expect(annofab.clock.now().getTime()).toBeGreaterThanOrEqual(Date.parse('2030-01-01T09:01:30+09:00'));
  });

  it.each<[unknown, string]>([
    [{ now: 'yesterday' }, 'now must be a date-time'],
    [{ advanceMilliseconds: 1.5 }, 'advanceMilliseconds must be a whole number'],
    [{ freeze: true }, 'freeze is unknown: use now, advanceMilliseconds, frozen'],
    [7, 'the body must be a JSON object'],
  ])('refuses %j', async (body, message) => {
    const { raw } = await startEmulator();
    const refused = await raw('POST', '/__emulator/clock', { body });
    expect(refused).toMatchObject({ status: 400, json: { message: expect.stringContaining(message) } });
  });
});

describe('recordings over HTTP', () => {
  it('are filtered by field and cleared', async () => {
    const { raw } = await startEmulator();
    await raw('GET', TASK_PATH);
    await raw('GET', TASK_PATH, { authorization: null });
    await raw('GET', `/api/v1/projects/${PROJECT}`);
    const seen = async (query = '') => (await raw('GET', `/__emulator/requests${query}`)).json;
    expect(await seen()).toHaveLength(3);
    expect(await seen('?operation=getTask&status=401')).toMatchObject([{ url: TASK_PATH, status: 401 }]);
    await raw('DELETE', '/__emulator/requests');
    expect(await seen()).toEqual([]);
  });

  it('can be waited for, and answer what there is after a timeout', async () => {
    const { raw } = await startEmulator();
    const coming = raw('GET', '/__emulator/requests?operation=getTask&waitMs=5000');
    await raw('GET', TASK_PATH);
    expect((await coming).json).toMatchObject([{ operation: 'getTask' }]);
    expect((await raw('GET', '/__emulator/webhooks?eventType=task-completed&waitMs=10')).json).toEqual([]);
  });

  it.each([
    'requests?operations=getTask',
    'requests?waitMs=soon',
    'webhooks?operation=getTask',
    'webhooks?waitMs=60001',
  ])('refuse the query %s', async (path) => {
    const { raw } = await startEmulator();
    expect((await raw('GET', `/__emulator/${path}`)).status).toBe(400);
  });
});

describe('the control API and web pages', () => {
  it.each<[string, Record<string, string>, number]>([
    ['with another origin', { origin: 'https://example.com' }, 403],
    ['with another port of this machine as origin', { origin: 'http://127.0.0.1:1' }, 403],
    ['with an opaque origin', { origin: 'null' }, 403],
    ['that a browser marks as cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['without browser headers, as curl sends', {}, 200],
    ['that a person opened in the address bar', { 'sec-fetch-site': 'none' }, 200],
  ])('answers a request: %s', async (_, headers, status) => {
    const { annofab } = await startEmulator();
    expect(await statusOf(annofab.url, headers)).toBe(status);
  });

  it('refuses a host name that a page may own, and accepts names of this machine', async () => {
    const { annofab } = await startEmulator({ controlHosts: ['annofab'] });
    const port = new URL(annofab.url).port;
    const statuses = ['evil.example', 'localhost', `annofab:${port}`, '[::1]', 'x.localhost', ''].map((host) =>
      statusOf(annofab.url, { host }),
    );
    expect(await Promise.all(statuses)).toEqual([403, 200, 200, 200, 200, 403]);
  });

  it('the API and the file server answer a host name that a page may own with 403, unless others reach them too', async () => {
    const { annofab, raw } = await startEmulator({ controlHosts: ['annofab'] });
    const open = await startEmulator({ host: '0.0.0.0' });
    const archive = `${annofab.filesUrl}/projects/x`;
    const ask = (url: string, host: string) => answerTo(url, { host, authorization: 'Bearer demo-pat' });
    expect(await ask(`${annofab.url}/api/v1/my/account`, 'evil.example')).toMatchObject({
      status: 403,
      text: expect.stringContaining('"error_code":"FORBIDDEN_RESOURCE"'),
    });
    expect(await ask(archive, 'evil.example:80')).toMatchObject({
      status: 403,
      text: expect.stringContaining('not a name of this machine'),
    });
    expect(await ask(`${annofab.url}/api/v1/my/account`, 'annofab')).toMatchObject({ status: 200 });
    expect((await ask(archive, 'annofab')).text).not.toContain('this machine');
    expect(await ask(`${open.annofab.url}/api/v1/my/account`, 'annofab.example')).toMatchObject({ status: 200 });
    expect((await raw('GET', '/api/v1/my/account', { headers: { origin: 'https://example.com' } })).status).toBe(200);
  });

  it('changes nothing when a request is refused', async () => {
    const { raw, annofab } = await startEmulator();
    const headers = { origin: 'https://example.com' };
    expect((await raw('POST', '/__emulator/reset', { headers })).status).toBe(403);
    await raw('POST', '/__emulator/faults', { headers, body: { operation: '*', status: 500 } });
    expect(annofab.faults.list()).toEqual([]);
  });
});

it('lists all control routes in the overview', async () => {
  const { raw } = await startEmulator();
  expect((await raw('GET', '/__emulator')).json).toMatchObject({
    projects: [PROJECT],
    faults: 0,
    routes: expect.arrayContaining(['POST /__emulator/faults', 'PUT /__emulator/snapshot']),
  });
});

/** Sends any header, which `fetch` does not. */
async function answerTo(url: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const { statusCode, body } = await request(url, { headers });
  return { status: statusCode, text: await body.text() };
}

async function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return (await answerTo(`${url}/__emulator`, headers)).status;
}
