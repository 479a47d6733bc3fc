import { expect, it, onTestFinished } from 'vitest';
import { exportTask } from '../../../lib/automations/export-task/export-task.ts';
import { everyTypeSeed } from '../../local/annofab/every-type.ts';
import { known } from '../support/values.ts';
import { startWorld } from '../support/world.ts';

const LONG = 'x'.repeat(256);

it('refuses a task whose ids make a key too long for S3 as permanent, before it copies a frame', async () => {
  const image = known(everyTypeSeed.projects[0]);
  const [short, ...others] = image.input_data;
  const task = { task_id: LONG, phase: 'acceptance', status: 'complete', user_id: 'demo_accepter' } as const;
  const project = {
    ...image,
    project_id: LONG,
    input_data: [known(short), { ...known(others[0]), input_data_id: LONG }],
    tasks: [{ ...task, input_data_ids: [known(short).input_data_id, LONG] }],
  };
  const world = await startWorld({ seed: { ...everyTypeSeed, projects: [project] } });
  onTestFinished(() => world.stop());
  const { operation_updated_datetime } = known(world.emulator.state.projects.get(LONG)?.tasks.get(LONG));
  const event = {
    event_type: 'task-completed',
    project_id: LONG,
    task_id: LONG,
    complete_datetime: operation_updated_datetime ?? '',
  } as const;
  await expect(exportTask(world.event(event))).rejects.toMatchObject({
    name: 'NonRetryableError',
    reason: expect.stringMatching(
      /^task x+ of project x+ cannot be stored under its ids: .* bytes long, and S3 takes 1024$/,
    ),
  });
  const read = world.emulator.spy.requests.filter(({ operation }) => operation === 'getAnnotation');
  expect(read).toEqual([]);
});
