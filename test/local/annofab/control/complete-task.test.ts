import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import type { Params } from '../../../../lib/annofab/api-description.ts';
import { listen } from '../../../../local/listen.ts';
import { ACCEPTER, demo, PROJECT, startEmulator, WORKER } from '../emulator.ts';

/** Somebody who listens: gives the bodies that came in. */
async function startReceiver() {
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    bodies.push(JSON.parse(text));
    response.end();
  });
  const port = await listen(server);
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { bodies, url: `http://127.0.0.1:${port}/hook` };
}

function taskCompletedWebhook(url: string): Params<'putWebhook'> {
  const template = { task: '{{TASK_ID}}', at: '{{COMPLETE_DATETIME}}', by: '{{LAST_ACCOUNT}}' };
  return {
    ...demo,
    webhook_id: 'hook',
    body: {
      project_id: PROJECT,
      webhook_id: 'hook',
      event_type: 'task-completed',
      webhook_status: 'active',
      method: 'POST',
      headers: [],
      url,
      body: JSON.stringify(template),
    },
  };
}

it('is started by the control API too, with the ids of the task', async () => {
  const { annofab, raw } = await startEmulator();
  const body = { project_id: PROJECT, task_id: 'task-1' };
  expect(await raw('POST', '/__emulator/complete-task', { body })).toMatchObject({
    status: 200,
    json: { task_id: 'task-1', phase: 'acceptance', status: 'complete' },
  });
  expect(annofab.state.projects.get(PROJECT)?.tasks.get('task-1')?.status).toBe('complete');
  expect(await raw('POST', '/__emulator/complete-task', { body: { task_id: 'task-1' } })).toMatchObject({
    status: 400,
    json: { message: expect.stringContaining('project_id') },
  });
});

it.each(['task-1', 'task-2', 'task-3', 'task-5', 'task-7', 'task-8'])(
  'takes %s from any state to acceptance and fires its webhook once',
  async (taskId) => {
    const { annofab, owner } = await startEmulator();
    const { bodies, url } = await startReceiver();
    await owner.putWebhook(taskCompletedWebhook(url));
    const completed = await annofab.completeTask(PROJECT, taskId);
    expect(completed).toMatchObject({ phase: 'acceptance', status: 'complete' });
    await annofab.settled();
    expect(await owner.getTask({ ...demo, task_id: taskId })).toMatchObject(completed);
    expect(bodies).toEqual([
      { task: taskId, at: completed.operation_updated_datetime, by: completed.account_id ?? ACCEPTER },
    ]);
  },
);

it('fires with a new date-time when a task is completed again', async () => {
  const { annofab, owner } = await startEmulator();
  const { bodies, url } = await startReceiver();
  await owner.putWebhook(taskCompletedWebhook(url));
  const first = await annofab.completeTask(PROJECT, 'task-1');
  const second = await annofab.completeTask(PROJECT, 'task-1');
  await annofab.settled();
  expect(bodies).toHaveLength(2);
  expect(second.operation_updated_datetime).not.toBe(first.operation_updated_datetime);
});

it('fires no event when an earlier phase is submitted', async () => {
  const { annofab, owner, worker } = await startEmulator();
  const { bodies, url } = await startReceiver();
  await owner.putWebhook(taskCompletedWebhook(url));
  const task = await worker.getTask({ ...demo, task_id: 'task-5' });
  await worker.operateTask({
    ...demo,
    task_id: 'task-5',
    body: { status: 'complete', account_id: WORKER, last_updated_datetime: task.updated_datetime },
  });
  await annofab.settled();
  expect(bodies).toEqual([]);
});

it('refuses to complete an unknown task', async () => {
  const { annofab } = await startEmulator();
  await expect(annofab.completeTask(PROJECT, 'nothing')).rejects.toThrow('task nothing');
  await expect(annofab.completeTask('nowhere', 'task-1')).rejects.toThrow('project nowhere');
});
