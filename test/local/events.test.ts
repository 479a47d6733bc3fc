import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { SECRET_HEADER, WEBHOOK_PATH, webhookRequest } from '../../lib/webhooks/templates.ts';
import { LOCAL_STAGE, localNames, secretNames } from '../../local/names.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { makeZip } from '../annofab/archives/make-zip.ts';
import { EVENT_FUNCTIONS, SHORT_WAITS } from './event-functions.ts';

const SOURCE = localNames.project;
const COPY = 'the-copy';

let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ functions: { overrides: EVENT_FUNCTIONS, maxProcesses: 1 }, env: SHORT_WAITS });
  stack.aws.secrets.put(secretNames.webhooks, {
    webhook_secrets: [
      { secret: 'of-the-source', project_id: SOURCE },
      { secret: 'of-the-copy', project_id: COPY },
    ],
  });
  for (const eventType of EVENT_TYPES) {
    const request = webhookRequest(eventType, {
      ...{ url: stack.host.url, secret: 'of-the-source', stage: LOCAL_STAGE },
    });
    const { webhook_id } = request;
    await stack.client.putWebhook({ project_id: SOURCE, webhook_id, body: { project_id: SOURCE, ...request } });
  }
});
afterAll(() => stack.stop());

const said = (message: string) => stack.host.logs.filter(({ text }) => text.includes(`"${message}"`));

it('generates the tasks of a ZIP that is registered in Annofab, with metadata from its folders', async () => {
  const data = makeZip(['tokyo/1.png', 'tokyo/2.png', 'osaka/1.png'].map((path) => ({ path, content: path })));
  await stack.client.inputData.putFile({ project_id: SOURCE, input_data_id: 'zip', input_data_name: 'road.zip', data });
  await stack.settled({ delayed: true });
  const tasks = await stack.client.getTasksInBulk({
    project_id: SOURCE,
    query: { task_id: ['zip_road.zip_tokyo', 'zip_road.zip_osaka'] },
  });
  expect(tasks.success.map(({ metadata }) => metadata?.['city']).sort()).toEqual(['osaka', 'tokyo']);
  expect(said('Tasks generated from a ZIP file')).toHaveLength(1);
}, 60_000);

it('connects a project that is copied in Annofab: its events are refused before, and exported after', async () => {
  stack.annofab.jobs.hold('copy-project');
  const body = { dest_project_id: COPY, dest_title: 'copy', copy_inputs: true, copy_tasks: true, copy_webhooks: true };
  await stack.client.initiateProjectCopy({ project_id: SOURCE, body });
  const event = { event_type: 'task-completed', project_id: COPY, task_id: 'task-1' };
  const refused = await fetch(`${stack.host.url}${WEBHOOK_PATH}/task-completed`, {
    method: 'POST',
    headers: { [SECRET_HEADER]: 'of-the-source' },
    body: JSON.stringify({ ...event, complete_datetime: new Date().toISOString() }),
  });
  expect(refused.status).toBe(401);

  await stack.annofab.jobs.release();
  await stack.settled({ delayed: true });
  expect(said('Copied project connected')).toHaveLength(1);
  expect(said('Annotation archive mirrored').some(({ text }) => text.includes(`"${COPY}"`))).toBe(true);
  await stack.annofab.completeTask(COPY, 'task-1');
  await stack.settled();
  expect(said('Task exported').some(({ text }) => text.includes(`"${COPY}"`))).toBe(true);
}, 60_000);
