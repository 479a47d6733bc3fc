import { describe, expect, it } from 'vitest';
import { withConflictHandling } from '../../lib/automations/conflict-handling.ts';
import { RetryLater, Skip } from '../../lib/runtime/outcomes.ts';
import { useWorld, type World } from './support/world.ts';

const PROJECT_ID = 'demo-project';

let world: World;

useWorld((made) => {
  world = made;
});

describe('withConflictHandling', () => {
  it('throws RetryLater when a running job causes the 409', async () => {
    world.emulator.jobs.hold();
    await world.foreign.postAnnotationArchiveUpdate({ project_id: PROJECT_ID });
    const error = await attempt(() => world.annofab.postAnnotationArchiveUpdate({ project_id: PROJECT_ID })).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({
      seconds: 120,
      counter: 'job-running',
      reason: 'postAnnotationArchiveUpdate: a job that excludes it is running in project demo-project',
    });
  });

  it('throws RetryLater while the project is being initialized', async () => {
    setStatus('initializing');
    refuse();
    await expect(attempt(patch)).rejects.toThrow(RetryLater);
  });

  it('throws Skip when the project shows that it is suspended', async () => {
    setStatus('suspended');
    await expect(attempt(patch)).rejects.toThrow(Skip);
    expect(world.requests.at(-1)?.url.pathname).toBe(`/api/v1/projects/${PROJECT_ID}`);
  });

  it('runs the call once more when the lock is stale', async () => {
    let tries = 0;
    const start = async () => {
      tries += 1;
      const { updated_datetime } = await world.annofab.getTask({ project_id: PROJECT_ID, task_id: 'task-6' });
      if (tries === 1)
        await world.foreign.patchTasksMetadata({ project_id: PROJECT_ID, body: { 'task-6': { moved: true } } });
      const body = { status: 'not_started', last_updated_datetime: updated_datetime } as const;
      return world.annofab.operateTask({ project_id: PROJECT_ID, task_id: 'task-6', body });
    };
    expect(await attempt(start)).toMatchObject({ status: 'not_started' });
    expect(tries).toBe(2);
  });

  it('throws the ConflictError when the lock is stale twice', async () => {
    let tries = 0;
    const stale = () => {
      tries += 1;
      const body = { status: 'not_started', last_updated_datetime: '2019-05-08T10:00:00.000+09:00' } as const;
      return world.annofab.operateTask({ project_id: PROJECT_ID, task_id: 'task-6', body });
    };
    await expect(attempt(async () => stale())).rejects.toThrow(expect.objectContaining({ name: 'ConflictError' }));
    expect(tries).toBe(2);
  });

  it('throws the ConflictError when nothing explains it', async () => {
    refuse();
    await expect(attempt(patch)).rejects.toThrow(expect.objectContaining({ name: 'ConflictError' }));
  });
});

describe('withConflictHandling with another error', () => {
  it('throws the error unchanged', async () => {
    await expect(attempt(async () => Promise.reject(new Error('else')))).rejects.toThrow('else');
    expect(world.requests).toEqual([]);
  });
});

function attempt<T>(call: () => PromiseLike<T>): Promise<T> {
  return withConflictHandling(world.tick(), PROJECT_ID, async () => call());
}

function patch() {
  return world.annofab.patchTasksMetadata({ project_id: PROJECT_ID, body: { 'task-6': { a: 1 } } });
}

function refuse(): void {
  world.emulator.faults.add({ operation: 'patchTasksMetadata', status: 409, times: 1 });
}

function setStatus(status: 'suspended' | 'initializing'): void {
  const record = world.emulator.state.projects.get(PROJECT_ID);
  if (record !== undefined) record.project.project_status = status;
}
