import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../../../local/annofab/index.ts';
import { fillTemplate } from '../../../../local/annofab/webhooks/webhook-body.ts';
import { listen } from '../../../../local/listen.ts';
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

describe('webhook operations', () => {
  it('webhooks are created, replaced, listed as a bare array, and deleted', async () => {
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
    ['an invalid URL', { url: 'receiver' }],
    ['a URL with another scheme', { url: 'ftp://receiver/' }],
    ['an unknown event', { event_type: 'task-rejected' }],
    ['an unknown method', { method: 'PATCH' }],
  ])('putWebhook returns 400 with %s', async (_, fields) => {
    expect(await put(fields)).toMatchObject({ status: 400, body: { errors: [{ error_code: 'INVALID_BODY' }] } });
  });

  it('webhook operations return 403 to others than owners', async () => {
    for (const token of ['demo-worker-pat', 'demo-accepter-pat', 'demo-data-user-pat']) {
      expect((await caller(() => annofab, token)('GET', '/projects/demo-project/webhooks')).status).toBe(403);
    }
  });
});

describe('webhooks of a completed task', () => {
  it('a webhook has its own method, URL, headers and filled-in body', async () => {
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

  it('inactive webhooks and those of other events do not fire', async () => {
    await put({ webhook_status: 'inactive' });
    await put({ webhook_id: 'archive', event_type: 'annotation-archive-updated' });
    await complete();
    expect(receiver.received).toEqual([]);
    expect(await hooks()).toEqual({ list: [], has_next: false });
  });

  it('every webhook of the event fires, with its own job', async () => {
    await put();
    await put({ webhook_id: 'second', method: 'PUT' });
    await put({ webhook_id: 'third', method: 'GET', body: undefined });
    await complete();
    expect(receiver.received.map(({ method }) => method).sort()).toEqual(['GET', 'POST', 'PUT']);
    expect(receiver.received.find(({ method }) => method === 'GET')?.body).toBe('');
    expect(await hooks()).toMatchObject({ list: [{}, {}, {}] });
  });

  it('a webhook fires again when the task is re-opened and completed again', async () => {
    await put();
    await complete();
    await complete();
    const times = receiver.received.map(({ body }) => JSON.parse(body).at);
    expect(new Set(times).size).toBe(2);
  });

  it('the invoke-hook job keeps a copy of the webhook and the sent body', async () => {
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

  it('the settings remove the body and the header values from the invoke-hook job', async () => {
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

  it('settled waits for webhooks', async () => {
    await put();
    const waiting = annofab.spy.waitForWebhook({ eventType: 'task-completed' });
    await annofab.completeTask('demo-project', 'task-1');
    expect(await waiting).toMatchObject({ projectId: 'demo-project', webhookId: 'completed', status: 200, attempt: 1 });
  });
});

describe('failed webhooks', () => {
  const failedJob = (message: string | RegExp) => ({
    list: [
      {
        job_status: 'failed',
        job_detail: { replaced_body: expect.any(String), message: expect.stringMatching(message) },
        errors: { errors: [{ error_code: 'INVOKE_HOOK_FAILED', message: expect.stringMatching(message) }] },
      },
    ],
  });

  it('the job fails when the receiver answers with an error', async () => {
    receiver.answer({ status: 500, body: 'no' });
    await put();
    await complete();
    expect(await hooks()).toMatchObject(failedJob('The receiver answered 500'));
    expect(receiver.received).toHaveLength(1);
  });

  it('a webhook does not follow redirects by default', async () => {
    receiver.answer({ status: 302, headers: { location: '/elsewhere' } });
    await put();
    await complete();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook?from=annofab']);
    expect(await hooks()).toMatchObject(failedJob('The receiver answered 302'));
  });

  it('the job fails after the timeout', async () => {
    annofab.settings.webhookTimeoutMilliseconds = 50;
    receiver.answer('nothing');
    await put();
    await complete();
    expect(await hooks()).toMatchObject(failedJob(/timeout/));
  });

  it('the job has the reason when the connection is refused', async () => {
    await put({ url: await closedUrl() });
    await complete();
    expect(await hooks()).toMatchObject(failedJob(/ECONNREFUSED/));
  });

  it('the job has the reason when a header cannot be sent', async () => {
    await put({ headers: [{ name: 'X-Secret', value: 'two\nlines' }] });
    await complete();
    expect(await hooks()).toMatchObject(failedJob(/header/));
  });

  it('a failed webhook is repeated as often as the setting says, in the same job', async () => {
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

  it('a failed webhook does not prevent the completion of the task', async () => {
    await put({ url: await closedUrl() });
    expect(await complete()).toMatchObject({ phase: 'acceptance', status: 'complete' });
  });
});

it('the setting webhookDuplicates sends every webhook more than once', async () => {
  annofab.settings.webhookDuplicates = 1;
  await put();
  await complete();
  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
});

describe('placeholders', () => {
  const title = 'the "new"\\project';

  it('placeholders are not escaped, so that a quote breaks JSON, unless escapePlaceholders is set', async () => {
    const project = annofab.state.projects.get('demo-project');
    if (project) project.project.title = title;
    await put({ body: '{"title":"{{PROJECT_TITLE}}"}' });
    await complete();
    annofab.settings.escapePlaceholders = true;
    await complete();
    expect(receiver.received.map(({ body }) => body)).toEqual([`{"title":"${title}"}`, JSON.stringify({ title })]);
  });

  it('sends the date-time of the event as the task has it, and in UTC with placeholdersInUtc', async () => {
    await put({ body: '{{COMPLETE_DATETIME}}' });
    await complete();
    annofab.settings.placeholdersInUtc = true;
    await complete();
    const [asItIs = '', inUtc] = receiver.received.map(({ body }) => body);
    expect(asItIs).toMatch(/\+09:00$/);
    expect(inUtc).toMatch(/Z$/);
  });

  it.each([
    ['{{TASK_ID}}, {{TASK_ID}}', 'task-1, task-1'],
    ['{{NO_SUCH}} {{ TASK_ID }} {TASK_ID} {{task_id}}', '{{NO_SUCH}} {{ TASK_ID }} {TASK_ID} {{task_id}}'],
    ['{{{TASK_ID}}}', '{task-1}'],
    ['{{MONEY}}', '$& $1 {{TASK_ID}}'],
    ['{{CONSTRUCTOR}} {{TO_STRING}}', '{{CONSTRUCTOR}} {{TO_STRING}}'],
    ['', ''],
  ])('the template %j becomes %j', (body, filled) => {
    expect(fillTemplate(body, { TASK_ID: 'task-1', MONEY: '$& $1 {{TASK_ID}}' }, false)).toBe(filled);
  });
});

describe('testWebhook', () => {
  const tryOut = async (placeholders: unknown = { TASK_ID: 'try', PROJECT_ID: 'test-delivery' }) =>
    api('POST', '/projects/demo-project/webhooks/completed/test', { placeholders });

  it('testWebhook sends the given placeholders, also for an inactive webhook, and reports the answer', async () => {
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

  it('testWebhook reports another status than 2xx as failure', async () => {
    receiver.answer({ status: 404, body: 'no such hook' });
    await put();
    expect((await tryOut()).body).toMatchObject({
      result: 'failure',
      response_status: 404,
      response_body: 'no such hook',
    });
  });

  it('testWebhook reports a missing answer as error, with the reason', async () => {
    await put({ url: await closedUrl() });
    const { body } = await tryOut();
    expect(body).toMatchObject({ result: 'error', message: expect.stringContaining('ECONNREFUSED') });
    expect(body).toMatchObject({ response_status: null });
  });

  it('testWebhook returns 404 for an unknown webhook, and 400 for placeholders that are not text', async () => {
    expect((await tryOut()).status).toBe(404);
    await put();
    expect((await tryOut({ TASK_ID: 1 })).status).toBe(400);
  });
});

async function closedUrl(): Promise<string> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}
