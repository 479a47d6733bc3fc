import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveUpdates } from '../../lib/automations/start-archive-updates.ts';
import { startArchiveUpdates } from '../../lib/automations/start-archive-updates.ts';
import type { Seed } from '../../local/annofab/index.ts';
import { everyTypeSeed } from '../local/annofab/every-type.ts';
import { startWorld, type World } from './support/world.ts';

const nothing: ArchiveUpdates = { started: [], running: [], unchanged: [], suspended: [] };
const HOUR = 3_600_000;

let world: World;

beforeEach(async () => {
  world = await startWorld({ seed: seedOf('one', 'two', 'three') });
});
afterEach(() => world.stop());

describe('startArchiveUpdates', () => {
  it('starts the updates of the listed projects', async () => {
    expect(await run(['one', 'three'])).toEqual({ ...nothing, started: ['one', 'three'] });
    await world.emulator.settled();
    await expect(world.foreign.getAnnotationArchive({ project_id: 'three' })).resolves.toMatchObject({
      url: expect.any(String),
    });
    await expect(world.foreign.getAnnotationArchive({ project_id: 'two' })).rejects.toThrow('404');
  });

  it('does nothing without a list', async () => {
    expect(await run([])).toEqual(nothing);
    expect(world.requests).toEqual([]);
  });

  it('updates a project once that is listed twice', async () => {
    expect(await run(['one', 'one'])).toEqual({ ...nothing, started: ['one'] });
  });

  it('updates with * the projects whose archive the account may update', async () => {
    setRole('one', 'training_data_user');
    setRole('two', 'worker');
    expect(await run('*')).toEqual({ ...nothing, started: ['one', 'three'] });
  });

  it('ignores with * a membership that ended', async () => {
    member('two').member_status = 'inactive';
    expect(await run('*')).toEqual({ ...nothing, started: ['one', 'three'] });
  });
});

describe('startArchiveUpdates of one archive', () => {
  it('starts no update until a task changes', async () => {
    world.emulator.clock.advance(HOUR);
    await run(['one', 'two']);
    await world.emulator.settled();
    expect(await run(['one', 'two'])).toEqual({ ...nothing, unchanged: ['one', 'two'] });

    world.emulator.clock.advance(HOUR);
    await world.emulator.completeTask('two', 'task-1');
    expect(await run(['one', 'two'])).toEqual({ ...nothing, started: ['two'], unchanged: ['one'] });
  });

  it('starts an update when a task changed during the last one', async () => {
    world.emulator.jobs.hold();
    await run(['one']);
    world.emulator.clock.advance(1_000);
    await world.emulator.completeTask('one', 'task-1');
    world.emulator.jobs.release();
    await world.emulator.settled();
    expect(await run(['one'])).toEqual({ ...nothing, started: ['one'] });
  });

  it('starts an update when the last one failed', async () => {
    world.emulator.clock.advance(HOUR);
    await run(['one']);
    await world.emulator.settled();
    for (const job of projectOf('one').jobs) if (job.job_type === 'gen-annotation') job.job_status = 'failed';
    expect(await run(['one'])).toEqual({ ...nothing, started: ['one'] });
  });

  it('reports an update that is already running', async () => {
    world.emulator.jobs.hold();
    await run(['one']);
    expect(await run(['one'])).toEqual({ ...nothing, running: ['one'] });
    world.emulator.jobs.release();
  });

  it('reports an update that somebody else has just started', async () => {
    world.emulator.jobs.hold();
    world.beforeRequest(async ({ method }) => {
      if (method === 'POST') await world.foreign.postAnnotationArchiveUpdate({ project_id: 'one' });
    });
    expect(await run(['one'])).toEqual({ ...nothing, running: ['one'] });
    world.emulator.jobs.release();
  });

  it('starts no update in a suspended project', async () => {
    projectOf('one').project.project_status = 'suspended';
    expect(await run(['one', 'two'])).toEqual({ ...nothing, started: ['two'], suspended: ['one'] });
  });

  it('reports a project that was suspended just before the request', async () => {
    world.beforeRequest(({ method }) => {
      if (method === 'POST') projectOf('one').project.project_status = 'suspended';
    });
    expect(await run(['one'])).toEqual({ ...nothing, suspended: ['one'] });
  });
});

describe('startArchiveUpdates with a project that fails', () => {
  it('updates the others, and fails with the name of the project at the end', async () => {
    const error = await run(['no-such-project', 'one', '../evil', 'three']).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AggregateError);
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /^the archive update of 2 of 4 projects could not be started: no-such-project \(.+\); \.\.\/evil \(InvalidIdError: .+\)$/,
      ),
      errors: [expect.any(Error), expect.any(Error)],
    });
    await world.emulator.settled();
    const posts = world.requests.filter(({ method }) => method === 'POST').map(({ url }) => url.pathname.split('/')[4]);
    expect(posts.toSorted()).toEqual(['one', 'three']);
  });

  it('fails when another job excludes the update', async () => {
    world.emulator.faults.add({
      operation: 'postAnnotationArchiveUpdate',
      status: 409,
      errorCode: 'STATE_MISMATCH',
      times: 1,
    });
    await expect(run(['one'])).rejects.toThrow(/one \(ConflictError: /);
  });

  it('does not retry when Annofab is under maintenance', async () => {
    world.emulator.faults.add({ operation: 'postAnnotationArchiveUpdate', status: 503, retryAfter: 3600 });
    await expect(run(['one', 'two'])).rejects.toThrow(
      /2 of 2 projects .*one \(RetryLaterError: .*two \(RetryLaterError: /,
    );
  });
});

function run(archiveProjectIds: '*' | string[]): Promise<ArchiveUpdates> {
  return startArchiveUpdates(world.tick({ settings: { archiveProjectIds } }));
}

/** The demo project under several ids. */
function seedOf(...ids: string[]): Seed {
  const projects = everyTypeSeed.projects.flatMap((project) => ids.map((project_id) => ({ ...project, project_id })));
  return { ...everyTypeSeed, projects };
}

function projectOf(project_id: string) {
  const project = world.emulator.state.projects.get(project_id);
  if (project === undefined) throw new Error(`the emulator has no project ${project_id}`);
  return project;
}

function member(project_id: string) {
  const found = [...projectOf(project_id).members.values()].find(({ user_id }) => user_id === 'demo_owner');
  if (found === undefined) throw new Error('the demo owner is no member');
  return found;
}

function setRole(project_id: string, role: 'worker' | 'training_data_user'): void {
  member(project_id).member_role = role;
}
