import { afterEach, expect, it } from 'vitest';
import { SECRET_HEADER, WEBHOOK_PATH } from '../../../lib/webhooks/templates.ts';
import { localNames, secretNames } from '../../../local/names.ts';
import { readObject, type Stack, startStack } from '../../../local/stack.ts';

let stack: Stack;
afterEach(() => stack.stop());

const task = { project_id: localNames.project, task_id: 'task-1' };
const latest = `projects/${task.project_id}/tasks/${task.task_id}/latest.json`;

async function startWithChat(): Promise<string[]> {
  const messages: string[] = [];
  stack = await startStack({
    functions: { maxProcesses: 1, settings: { chatMessages: 'slack' } },
    onChat: (message) => messages.push(message),
  });
  return messages;
}

it('a completed task is posted to the chat once, however often its event arrives', async () => {
  const messages = await startWithChat();
  const { operation_updated_datetime } = await stack.annofab.completeTask(task.project_id, task.task_id);
  await stack.settled();
  const event = { event_type: 'task-completed', ...task, complete_datetime: operation_updated_datetime };
  const repeated = await fetch(`${stack.host.url}${WEBHOOK_PATH}/task-completed`, {
    method: 'POST',
    headers: { [SECRET_HEADER]: localNames.webhookSecret, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
  expect(repeated.status).toBe(202);
  await stack.settled();
  expect(messages.map((message) => JSON.parse(message).text)).toEqual([
    expect.stringMatching(/^Task <https:\/\/.+\|task-1> of project demo-project is completed/),
  ]);
});

it('a chat that refuses messages sends the delivery to the dead-letter queue after everything else is done', async () => {
  await startWithChat();
  stack.aws.secrets.put(secretNames.chat, { url: `${stack.host.url}/nowhere` });
  await stack.annofab.completeTask(task.project_id, task.task_id);
  await stack.settled();
  expect(await readObject(stack, latest)).toBeDefined();
  const { metadata } = await stack.client.getTask(task);
  expect(metadata).toHaveProperty('exported_at');
  const lines = stack.host.logs.map(({ text }) => text);
  expect(lines).toContainEqual(
    expect.stringMatching(/sent to the dead-letter queue.*refused the message with status 404/),
  );
  expect(lines.join('\n')).not.toContain('/nowhere');
});
