import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../../../local/annofab/index.ts';
import { fillTemplate } from '../../../../local/annofab/webhooks/webhook-body.ts';
import { caller, type Receiver, startReceiver } from '../http.ts';

let annofab: AnnofabEmulator;
let receiver: Receiver;
const api = caller(() => annofab);

beforeEach(async () => {
  [annofab, receiver] = await Promise.all([startAnnofabEmulator(), startReceiver()]);
});
afterEach(() => Promise.all([annofab.stop(), receiver.stop()]));

const TEMPLATE =
  '{"event":"task-completed","project":"{{PROJECT_ID}}","task":"{{TASK_ID}}","title":"{{PROJECT_TITLE}}","at":"{{COMPLETE_DATETIME}}","by":"{{LAST_ACCOUNT}}"}';

const webhook = (fields: Record<string, unknown> = {}) => ({
  project_id: 'demo-project',
  webhook_id: 'completed',
  event_type: 'task-completed',
  webhook_status: 'active',
  method: 'POST',
  headers: [
    { name: 'Content-Type', value: 'application/json' },
    { name: 'X-Webhook-Secret', value: 'demo-webhook-secret' },
  ],
  url: `${receiver.url}/hook?from=annofab`,
  body: TEMPLATE,
  ...fields,
});
const put = (fields: Record<string, unknown> = {}) => {
  const body = webhook(fields);
  return api('PUT', `/projects/demo-project/webhooks/${body.webhook_id}`, body);
};
const complete = async () => {
  const task = await annofab.completeTask('demo-project', 'task-1');
  await annofab.settled();
  return task;
};
const hooks = async () => (await api('GET', '/projects/demo-project/jobs?type=invoke-hook')).body;

describe('webhooks of a project', () => {
  it('are put, put again over themselves, listed as a bare array, and deleted', async () => {
    const created = await put();
    expect(created).toMatchObject({ status: 200, body: webhook() });
    const changed = await put({ webhook_status: 'inactive' });
    const { created_datetime, updated_datetime } = created.body as Record<string, string>;
    expect(changed.body).toMatchObject({ webhook_status: 'inactive', created_datetime });
    expect(changed.body).not.toMatchObject({ updated_datetime });
    expect((await api('GET', '/projects/demo-project/webhooks')).body).toEqual([changed.body]);
    expect(await api('DELETE', '/projects/demo-project/webhooks/completed')).toMatchObject({
      status: 200,
      body: changed.body,
    });
    expect((await api('DELETE', '/projects/demo-project/webhooks/completed')).status).toBe(404);
    expect((await api('GET', '/projects/demo-project/webhooks')).body).toEqual([]);
  });

  it.each([
    ['another project in the body', { project_id: 'other' }],
    ['a body for GET', { method: 'GET' }],
    ['a URL that is none', { url: 'receiver' }],
    ['a URL of another kind', { url: 'ftp://receiver/' }],
    ['an unknown event', { event_type: 'task-rejected' }],
    ['an unknown method', { method: 'PATCH' }],
  ])('are refused with %s', async (_, fields) => {
    expect(await put(fields)).toMatchObject({ status: 400, body: { errors: [{ error_code: 'INVALID_BODY' }] } });
  });

  it('are its owners’ alone', async () => {
    for (const token of ['demo-worker-pat', 'demo-accepter-pat', 'demo-data-user-pat']) {
      expect((await caller(() => annofab, token)('GET', '/projects/demo-project/webhooks')).status).toBe(403);
    }
  });
});

describe('a completed task', () => {
  it('is told by the webhook’s method, URL, headers and filled-in body', async () => {
    await put();
    const task = await complete();
    expect(receiver.received).toEqual([expect.objectContaining({ method: 'POST', path: '/hook?from=annofab' })]);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-webhook-secret': 'demo-webhook-secret' });
    expect(JSON.parse(body)).toEqual({
      event: 'task-completed',
      project: 'demo-project',
      task: 'task-1',
      title: annofab.state.projects.get('demo-project')?.project.title,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00$/),
      by: task.account_id ?? expect.any(String),
    });
  });

  it('is not told by inactive webhooks, nor by those of other events', async () => {
    await put({ webhook_status: 'inactive' });
    await put({ webhook_id: 'archive', event_type: 'annotation-archive-updated' });
    await complete();
    expect(receiver.received).toEqual([]);
    expect(await hooks()).toEqual({ list: [], has_next: false });
  });

  it('is told by each of its webhooks, with a job each', async () => {
    await put();
    await put({ webhook_id: 'second', method: 'PUT' });
    await put({ webhook_id: 'third', method: 'GET', body: undefined });
    await complete();
    expect(receiver.received.map(({ method }) => method).sort()).toEqual(['GET', 'POST', 'PUT']);
    expect(receiver.received.find(({ method }) => method === 'GET')?.body).toBe('');
    expect(await hooks()).toMatchObject({ list: [{}, {}, {}] });
  });

  it('is told anew when it was re-opened and completed again', async () => {
    await put();
    await complete();
    await complete();
    const times = receiver.received.map(({ body }) => JSON.parse(body).at);
    expect(new Set(times).size).toBe(2);
  });

  it('leaves a job behind that keeps the webhook as it was and the body as sent', async () => {
    const { body: snapshot } = await put();
    await complete();
    await put({ url: 'https://elsewhere.example/' });
    expect(await hooks()).toMatchObject({
      list: [
        {
          job_type: 'invoke-hook',
          job_status: 'succeeded',
          job_detail: { _type: 'InvokeHook', webhook: snapshot, replaced_body: receiver.received[0]?.body },
          errors: { errors: [] },
        },
      ],
    });
  });

  it('leaves a job behind without what an Annofab does not show: the body, the values of headers', async () => {
    annofab.settings.hookJobBodies = false;
    annofab.settings.hookJobHeaders = false;
    await put();
    await complete();
    const names = ['Content-Type', 'X-Webhook-Secret'];
    expect(await hooks()).toMatchObject({
      list: [{ job_detail: { webhook: { headers: names.map((name) => ({ name, value: '***' })) } } }],
    });
    expect(JSON.stringify(await hooks())).not.toMatch(/demo-webhook-secret|"replaced_body":"/);
    expect(receiver.received[0]?.body).toContain('task-1');
  });

  it('can be waited for in a test', async () => {
    await put();
    const waiting = annofab.spy.waitForWebhook({ eventType: 'task-completed' });
    await annofab.completeTask('demo-project', 'task-1');
    expect(await waiting).toMatchObject({ projectId: 'demo-project', webhookId: 'completed', status: 200, attempt: 1 });
  });
});

describe('a webhook that does not arrive', () => {
  const failedJob = (message: string | RegExp) => ({
    list: [
      {
        job_status: 'failed',
        job_detail: { replaced_body: expect.any(String), message: expect.stringMatching(message) },
        errors: { errors: [{ error_code: 'INVOKE_HOOK_FAILED', message: expect.stringMatching(message) }] },
      },
    ],
  });

  it('fails its job when the receiver answers with an error', async () => {
    receiver.answer({ status: 500, body: 'no' });
    await put();
    await complete();
    expect(await hooks()).toMatchObject(failedJob('The receiver answered 500'));
    expect(receiver.received).toHaveLength(1);
  });

  it('does not follow a redirect', async () => {
    receiver.answer({ status: 302, headers: { location: '/elsewhere' } });
    await put();
    await complete();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook?from=annofab']);
    expect(await hooks()).toMatchObject(failedJob('The receiver answered 302'));
  });

  it('is given up after the timeout', async () => {
    annofab.settings.webhookTimeoutMilliseconds = 50;
    receiver.answer('nothing');
    await put();
    await complete();
    expect(await hooks()).toMatchObject(failedJob(/timeout/));
  });

  it('says that nobody listens', async () => {
    await put({ url: await closedUrl() });
    await complete();
    expect(await hooks()).toMatchObject(failedJob(/ECONNREFUSED/));
  });

  it('says that a header cannot be sent', async () => {
    await put({ headers: [{ name: 'X-Secret', value: 'two\nlines' }] });
    await complete();
    expect(await hooks()).toMatchObject(failedJob(/header/));
  });

  it('is sent again as often as the setting says, in the same job', async () => {
    annofab.settings.webhookRetries = 2;
    receiver.answer({ status: 503 });
    await put();
    await complete();
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(annofab.spy.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 503],
      [2, 503],
      [3, 503],
    ]);
    expect(await hooks()).toMatchObject(failedJob('The receiver answered 503'));
  });

  it('does not keep the task from being completed', async () => {
    await put({ url: await closedUrl() });
    expect(await complete()).toMatchObject({ phase: 'acceptance', status: 'complete' });
  });
});

it('duplicates can be asked for: each webhook comes more than once', async () => {
  annofab.settings.webhookDuplicates = 1;
  await put();
  await complete();
  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
});

describe('placeholders', () => {
  const title = 'the "new"\\project';

  it('are put in as they are, so that a quote breaks JSON, unless the emulator is set to escape them', async () => {
    const project = annofab.state.projects.get('demo-project');
    if (project) project.project.title = title;
    await put({ body: '{"title":"{{PROJECT_TITLE}}"}' });
    await complete();
    annofab.settings.escapePlaceholders = true;
    await complete();
    expect(receiver.received.map(({ body }) => body)).toEqual([`{"title":"${title}"}`, JSON.stringify({ title })]);
  });

  it.each([
    ['{{TASK_ID}}, {{TASK_ID}}', 'task-1, task-1'],
    ['{{NO_SUCH}} {{ TASK_ID }} {TASK_ID} {{task_id}}', '{{NO_SUCH}} {{ TASK_ID }} {TASK_ID} {{task_id}}'],
    ['{{{TASK_ID}}}', '{task-1}'],
    ['{{MONEY}}', '$& $1 {{TASK_ID}}'],
    ['{{CONSTRUCTOR}} {{TO_STRING}}', '{{CONSTRUCTOR}} {{TO_STRING}}'],
    ['', ''],
  ])('%j becomes %j', (body, filled) => {
    expect(fillTemplate(body, { TASK_ID: 'task-1', MONEY: '$& $1 {{TASK_ID}}' }, false)).toBe(filled);
  });
});

describe('the test of a webhook', () => {
  const tryOut = async (placeholders: unknown = { TASK_ID: 'try', PROJECT_ID: 'test-delivery' }) =>
    api('POST', '/projects/demo-project/webhooks/completed/test', { placeholders });

  it('sends for real what was given, also when it is inactive, and tells the answer', async () => {
    receiver.answer({ status: 202, body: 'taken' });
    await put({ body: '{"task":"{{TASK_ID}}","at":"{{COMPLETE_DATETIME}}"}', webhook_status: 'inactive' });
    const request_body = '{"task":"try","at":"{{COMPLETE_DATETIME}}"}';
    expect(await tryOut()).toMatchObject({
      status: 200,
      body: { result: 'success', request_body, response_status: 202, response_body: 'taken' },
    });
    expect(receiver.received.map(({ body }) => body)).toEqual([request_body]);
    expect(await hooks()).toEqual({ list: [], has_next: false });
  });

  it('tells an answer other than 2xx as failure', async () => {
    receiver.answer({ status: 404, body: 'no such hook' });
    await put();
    expect((await tryOut()).body).toMatchObject({
      result: 'failure',
      response_status: 404,
      response_body: 'no such hook',
    });
  });

  it('tells no answer as error, with the reason', async () => {
    await put({ url: await closedUrl() });
    const { body } = await tryOut();
    expect(body).toMatchObject({ result: 'error', message: expect.stringContaining('ECONNREFUSED') });
    expect(body).toMatchObject({ response_status: null });
  });

  it('needs a webhook, and placeholders that are text', async () => {
    expect((await tryOut()).status).toBe(404);
    await put();
    expect((await tryOut({ TASK_ID: 1 })).status).toBe(400);
  });
});

async function closedUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}
