import { describe, expect, it } from 'vitest';
import { announceLastTask } from '../../lib/automations/announce-last-task.ts';
import { exportTask } from '../../lib/automations/export-task/export-task.ts';
import { publishExportedTask } from '../../lib/automations/export-task/publish-exported-task.ts';
import { markWithdrawnTasks } from '../../lib/automations/mark-withdrawn-tasks.ts';
import { useWorld, type World } from './support/world.ts';

const PROJECT = 'demo-project';
const TASK = 'task-3';
const HOUR = 3_600_000;
let world: World;

useWorld((made) => {
  world = made;
});

const tasks = () => world.emulator.state.projects.get(PROJECT)?.tasks;
const mark = (at = Date.now()) => markWithdrawnTasks(world.tick({ now: () => at, deadline: at + HOUR }), [PROJECT]);
const latest = (task_id = TASK) => world.json(`projects/${PROJECT}/tasks/${task_id}/latest.json`);

function context(task_id = TASK) {
  const complete_datetime = '2026-01-31T10:00:00.000+09:00';
  return world.event<'task-completed'>({
    event_type: 'task-completed',
    project_id: PROJECT,
    task_id,
    complete_datetime,
  });
}

async function exported(task_id = TASK): Promise<void> {
  const ctx = context(task_id);
  await publishExportedTask(ctx, await exportTask(ctx));
}

async function reopen(at = Date.now()): Promise<void> {
  const task = tasks()?.get(TASK);
  if (task) Object.assign(task, { status: 'not_started', updated_datetime: new Date(at).toISOString() });
}

async function changes(): Promise<unknown[]> {
  const keys = await world.objects(`projects/${PROJECT}/changes/`);
  return Promise.all(keys.map(({ key }) => world.json(key)));
}

describe('markWithdrawnTasks', () => {
  it('leaves the exports of completed tasks alone', async () => {
    await exported();
    expect(await mark()).toBe(0);
    expect(await latest()).not.toHaveProperty('withdrawn');
  });

  it('marks the export of a task that was re-opened, once, and says so in the feed', async () => {
    await exported();
    await mark(); // the comparison of the day
    await reopen();
    expect(await mark()).toBe(1);
    expect(await mark()).toBe(0);
    expect(await latest()).toMatchObject({ task_id: TASK, withdrawn: 're-opened', withdrawn_at: expect.any(String) });
    expect(await changes()).toMatchObject([
      { kind: 'task-exported', task_id: TASK, manifest: expect.stringMatching(/manifest\.json$/) },
      { kind: 'task-withdrawn', task_id: TASK, reason: 're-opened' },
    ]);
  });

  it('marks once a day the export of a task that was deleted', async () => {
    await exported();
    const now = Date.now();
    await mark(now);
    tasks()?.delete(TASK);
    expect(await mark(now + HOUR)).toBe(0);
    expect(await mark(now + 25 * HOUR)).toBe(1);
    expect(await latest()).toMatchObject({ withdrawn: 'deleted' });
  });

  it('removes the mark when the task is complete again', async () => {
    await exported();
    await reopen();
    await mark();
    const task = tasks()?.get(TASK);
    if (task) Object.assign(task, { status: 'complete', operation_updated_datetime: new Date().toISOString() });
    await exported();
    expect(await latest()).not.toHaveProperty('withdrawn');
  });

  it('marks nothing of a task that was never exported', async () => {
    await reopen();
    expect(await mark()).toBe(0);
    expect(await changes()).toEqual([]);
  });
});

describe('announceLastTask', () => {
  it('says so when no open task is left in the project', async () => {
    expect(await announceLastTask(context())).toBe(false);
    for (const task of tasks()?.values() ?? []) Object.assign(task, { phase: 'acceptance', status: 'complete' });
    expect(await announceLastTask(context())).toBe(true);
    expect(await changes()).toMatchObject([{ kind: 'project-completed', project_id: PROJECT, tasks: tasks()?.size }]);
  });
});
