import { createServer } from 'node:https';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Settings } from '../../../../local/annofab/index.ts';
import { listen } from '../../../../local/listen.ts';
import { demo, PROJECT, startEmulator } from '../emulator.ts';
import { startReceiver } from '../http.ts';

const TASK = { ...demo, task_id: 'task-1' };

/** An emulator with one webhook for completed tasks, and its receiver. */
async function startWithWebhook({ url, settings = {} }: { url?: string; settings?: Partial<Settings> } = {}) {
  const emulator = await startEmulator({ settings });
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const put = async (webhookUrl: string) =>
    await emulator.owner.putWebhook({
      ...demo,
      webhook_id: 'hook',
      body: {
        ...{ project_id: PROJECT, webhook_id: 'hook', event_type: 'task-completed', webhook_status: 'active' },
        ...{ method: 'POST', headers: [], url: webhookUrl, body: '{"task":"{{TASK_ID}}","title":"{{PROJECT_TITLE}}"}' },
      },
    });
  await put(url ?? `${receiver.url}/hook`);
  const { annofab, owner } = emulator;
  const complete = async (taskId = 'task-1') => {
    await annofab.completeTask(PROJECT, taskId);
    await annofab.settled();
  };
  const hooks = async () => (await owner.getProjectJob({ ...demo, query: { type: 'invoke-hook' } })).list;
  const tasks = () => receiver.received.map(({ body }) => JSON.parse(body).task);
  return { ...emulator, receiver, put, complete, hooks, tasks };
}

describe('webhook faults', () => {
  it('a fault sends a webhook more than once, with a job for each', async () => {
    const { annofab, complete, hooks, tasks } = await startWithWebhook();
    annofab.faults.add({ operation: 'webhook', duplicates: 2, times: 1 });
    await complete();
    await complete('task-2');
    expect(tasks().toSorted()).toEqual(['task-1', 'task-1', 'task-1', 'task-2']);
    expect(await hooks()).toHaveLength(4);
  });

  it('a fault delays a webhook', async () => {
    const { annofab, complete, tasks } = await startWithWebhook();
    annofab.faults.add({ operation: 'webhook', delayMs: 80, times: 1 });
    const start = performance.now();
    await complete();
    expect(performance.now() - start).toBeGreaterThanOrEqual(75);
    expect(tasks()).toEqual(['task-1']);
  });

  it('a fault lets the next webhook overtake one', async () => {
    const { annofab, tasks } = await startWithWebhook();
    annofab.faults.add({ operation: 'webhook', reorder: true, times: 1 });
    await annofab.completeTask(PROJECT, 'task-1');
    await annofab.completeTask(PROJECT, 'task-2');
    await annofab.settled();
    expect(tasks()).toEqual(['task-2', 'task-1']);
  });

  it('a fault drops the delivery of a webhook, and its job fails', async () => {
    const { annofab, complete, hooks, tasks } = await startWithWebhook();
    annofab.faults.add({ operation: 'webhook', drop: 'delivery', times: 1 });
    await complete();
    expect(tasks()).toEqual([]);
    expect(await hooks()).toMatchObject([
      { job_status: 'failed', job_detail: { replaced_body: expect.stringContaining('"task-1"') } },
    ]);
  });

  it('a fault drops the event of a webhook without a job', async () => {
    const { annofab, complete, hooks, tasks } = await startWithWebhook();
    annofab.faults.add({ operation: 'webhook', drop: 'event', times: 1 });
    await complete();
    expect([tasks(), await hooks()]).toEqual([[], []]);
  });

  it('a fault applies only to webhooks of its event', async () => {
    const { annofab, complete, tasks } = await startWithWebhook();
    annofab.faults.add({ operation: 'webhook', eventType: 'project-copy-completed', drop: 'event' });
    await complete();
    expect(tasks()).toEqual(['task-1']);
  });

  it('a fault escapes the placeholders of a webhook', async () => {
    const { annofab, complete, receiver } = await startWithWebhook();
    const project = annofab.state.projects.get(PROJECT)?.project;
    if (project) project.title = 'a "b"';
    annofab.faults.add({ operation: 'webhook', escape: true, times: 1 });
    await complete();
    await complete('task-2');
    expect(receiver.received.map(({ body }) => body)).toEqual([
      '{"task":"task-1","title":"a \\"b\\""}',
      '{"task":"task-2","title":"a "b""}',
    ]);
  });
});

describe('stale reads after a webhook', () => {
  it('the old task is answered for the given number of reads, by all operations', async () => {
    const { annofab, owner, complete } = await startWithWebhook();
    const before = await owner.getTask(TASK);
    annofab.faults.add({ operation: 'webhook', staleReads: 3, times: 1 });
    await complete();
    const stale = await owner.getTask(TASK);
    expect(stale).toEqual(before);
    expect((await owner.getTasks({ ...demo, query: { task_id: 'task-1' } })).list[0]).toEqual(before);
    expect((await owner.getTasksInBulk({ ...demo, query: { task_id: ['task-1'] } })).success).toEqual([before]);
    expect(await owner.getTask(TASK)).toMatchObject({ status: 'complete' });
  });

  it('the old task is answered for the given time', async () => {
    const { annofab, owner, complete } = await startWithWebhook({ settings: { staleMilliseconds: 60_000 } });
    await complete();
    expect(await owner.getTask(TASK)).toMatchObject({ status: 'working' });
    annofab.settings.staleMilliseconds = 1;
    await complete();
    await expect.poll(async () => (await owner.getTask(TASK)).status).toBe('complete');
  });

  it('the lock of a stale task is outdated', async () => {
    const { owner, complete } = await startWithWebhook({ settings: { staleReads: 1 } });
    await complete();
    const { updated_datetime } = await owner.getTask(TASK);
    const reopen = owner.operateTask({
      ...TASK,
      body: { status: 'not_started', last_updated_datetime: updated_datetime },
    });
    await expect(reopen).rejects.toMatchObject({ status: 409 });
  });
});

describe('webhook settings', () => {
  it('webhooks are sent again after the retry delay', async () => {
    const settings = { webhookRetries: 2, webhookRetryDelayMilliseconds: 30 };
    const { annofab, receiver, complete } = await startWithWebhook({ settings });
    receiver.answer({ status: 500 });
    const start = performance.now();
    await complete();
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
    expect(annofab.spy.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 500],
      [3, 500],
    ]);
  });

  it('a webhook fails when the receiver exceeds the timeout', async () => {
    const { receiver, complete, hooks } = await startWithWebhook({ settings: { webhookTimeoutMilliseconds: 50 } });
    receiver.answer('nothing');
    await complete();
    expect(await hooks()).toMatchObject([
      { job_status: 'failed', job_detail: { message: expect.stringContaining('timeout') } },
    ]);
  });

  it('webhooks follow redirects only if set', async () => {
    const { annofab, receiver, complete, hooks, tasks } = await startWithWebhook();
    const target = await startReceiver();
    onTestFinished(() => target.stop());
    receiver.answer({ status: 307, headers: { location: `${target.url}/moved` } });
    await complete();
    annofab.settings.webhookRedirects = 1;
    await complete('task-2');
    expect((await hooks()).map(({ job_status }) => job_status)).toEqual(['succeeded', 'failed']);
    expect(target.received).toMatchObject([{ path: '/moved', body: expect.stringContaining('task-2') }]);
    expect(tasks()).toEqual(['task-1', 'task-2']);
  });

  it('webhooks verify TLS certificates only if set', async () => {
    const url = await startTlsReceiver();
    const { annofab, complete, hooks } = await startWithWebhook({ url });
    await complete();
    expect(await hooks()).toMatchObject([
      { job_status: 'failed', job_detail: { message: expect.stringMatching(/self.signed/) } },
    ]);
    annofab.settings.webhookVerifiesTls = false;
    await complete();
    expect((await hooks())[0]).toMatchObject({ job_status: 'succeeded' });
  });

  it('returns 400 for an http URL when webhookHttpsOnly is set', async () => {
    const { put } = await startWithWebhook({ url: 'https://example.com/hook', settings: { webhookHttpsOnly: true } });
    await expect(put('http://example.com/hook')).rejects.toMatchObject({ status: 400 });
  });

  it('webhooks are sent from webhookSourceAddress', async () => {
    const { annofab, complete, hooks } = await startWithWebhook({ settings: { webhookSourceAddress: '127.0.0.1' } });
    await complete();
    expect((await hooks())[0]).toMatchObject({ job_status: 'succeeded' });
    annofab.settings.webhookSourceAddress = '192.0.2.1';
    await complete();
    expect((await hooks())[0]).toMatchObject({ job_status: 'failed' });
  });
});

async function startTlsReceiver(): Promise<string> {
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (_, response) => response.end());
  const port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://localhost:${port}`;
}

/** A self-signed certificate for this test only. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjhaWpl+N/8FOVfu4
R2YUcGyePu45yWYkjXIatrwOPGehRANCAARR/S6kZjP1ND/vizLe2oE8ee2eoLhg
9XZqsyWY0KnT13DtmfJzxFSnIg0H8mwrzxagkzsI8tKU9GJeHBdCdwPt
-----END PRIVATE KEY-----`;

const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUU7hl+TjQ8zRVAL8h91BfcfbFSE8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDEwMzkxM1oYDzIxMjYxMDMx
MTAzOTEzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARR/S6kZjP1ND/vizLe2oE8ee2eoLhg9XZqsyWY0KnT13DtmfJzxFSn
Ig0H8mwrzxagkzsI8tKU9GJeHBdCdwPto2kwZzAdBgNVHQ4EFgQU2GxGb16pNbDZ
jwSSUX7Bi585BIQwHwYDVR0jBBgwFoAU2GxGb16pNbDZjwSSUX7Bi585BIQwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgCN7b8OIO7X8KwtuLd5ADQ14vA2FbqWY+D3Dtfp/9DkUCIFLEWijFd1Oy
76OKzjxjt5rBrhLQbvM4ICYsodnt72T7
-----END CERTIFICATE-----`;
