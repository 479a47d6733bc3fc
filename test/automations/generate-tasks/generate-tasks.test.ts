import { describe, expect, it } from 'vitest';
import { generateTasks } from '../../../lib/automations/generate-tasks/generate-tasks.ts';
import type { InputDataZipSettings } from '../../../lib/automations/generate-tasks/input-data-zip-settings.ts';
import type { ProjectTable } from '../../../lib/automations/projects/project-settings.ts';
import { recordCopy } from '../../../lib/automations/projects/settings-of.ts';
import { NonRetryableError, RetryLater, Skip } from '../../../lib/runtime/outcomes.ts';
import { makeZip } from '../../annofab/archives/make-zip.ts';
import { known } from '../support/values.ts';
import { type Overrides, useWorld, type World } from '../support/world.ts';

const PROJECT = 'demo-project';
const EVENT_TYPE = 'input-data-zip-registered';

let world: World;

useWorld((made) => {
  world = made;
});

const byDirectory: InputDataZipSettings = { tasks: { by: 'directory', taskIdPrefix: 'zip' } };
const byCsv: InputDataZipSettings = { tasks: { by: 'csv', file: 'tasks.csv' } };
const csvKey = `projects/${PROJECT}/task-lists/tasks.csv`;
/** As after a wait for the job. */
const waited = { deferrals: { generating: 1 } };

/** What was generated of the ZIP, or of several together. */
async function run(
  settings: InputDataZipSettings | undefined,
  { projects, ...overrides }: Overrides & { projects?: ProjectTable } = {},
) {
  const event = { event_type: EVENT_TYPE, project_id: PROJECT, complete_datetime: new Date().toISOString() } as const;
  const rules = projects ?? (settings === undefined ? {} : { [PROJECT]: { inputDataZip: settings } });
  const all = await generateTasks({ ...world.event<typeof EVENT_TYPE>(event, overrides), projects: rules });
  return {
    task_ids: [...new Set(all.flatMap(({ task_ids }) => task_ids))],
    counts: all.map(({ count }) => count),
    described: all.reduce((sum, one) => sum + one.described, 0),
  };
}

/** Runs it until it no longer waits for the job, as the queue does. */
async function runToEnd(settings: InputDataZipSettings) {
  await expect(run(settings)).rejects.toThrow(/gen-tasks .* is in progress/);
  await world.emulator.settled();
  return run(settings, waited);
}

async function register(name: string, paths: readonly string[]): Promise<void> {
  const data = await makeZip(paths.map((path) => ({ path, content: path })));
  await world.foreign.inputData.putFile({ project_id: PROJECT, input_data_id: 'any', input_data_name: name, data });
  await world.emulator.settled();
}

const project = () => known(world.emulator.state.projects.get(PROJECT));
const made = (prefix: string) => [...project().tasks.values()].filter(({ task_id }) => task_id.startsWith(prefix));
const generations = () => project().jobs.filter(({ job_type }) => job_type === 'gen-tasks');
const inputIds = (start: string) =>
  [...project().inputData.values()]
    .filter((one) => one.input_data_name.startsWith(start))
    .map((one) => one.input_data_id);
const putCsv = (text: string) => world.dataset.put(csvKey, text, { contentType: 'text/csv' });

describe('generateTasks', () => {
  it('does nothing for a project without a rule', async () => {
    await register('road.zip', ['tokyo/1.png']);
    await expect(run(undefined)).rejects.toThrow(Skip);
    expect(generations()).toEqual([]);
  });

  it('makes a task of each folder of the ZIP, sets its metadata from the path, and says what it made', async () => {
    await register('road.zip', ['tokyo/2026-01-31/1.png', 'tokyo/2026-01-31/2.png', 'osaka/2026-02-01/1.png']);
    const result = await runToEnd({ ...byDirectory, metadata: '*/{city}/{date}/*' });
    expect(result.task_ids).toEqual(['zip_road.zip_osaka_2026-02-01', 'zip_road.zip_tokyo_2026-01-31']);
    expect(Object.fromEntries(made('zip_').map(({ task_id, metadata }) => [task_id, metadata]))).toEqual({
      'zip_road.zip_osaka_2026-02-01': { city: 'osaka', date: '2026-02-01' },
      'zip_road.zip_tokyo_2026-01-31': { city: 'tokyo', date: '2026-01-31' },
    });
    const job_id = known(generations()[0]).job_id;
    expect(world.logged).toContainEqual({
      message: 'Tasks generated from a ZIP file',
      fields: { project_id: PROJECT, job_id, tasks: 2, described: 2 },
    });
  });

  it('makes the tasks of a second ZIP only of its own folders', async () => {
    await register('a.zip', ['x/1.png']);
    await runToEnd(byDirectory);
    await register('b.zip', ['x/1.png']);
    expect((await runToEnd(byDirectory)).task_ids).toEqual(['zip_a.zip_x', 'zip_b.zip_x']);
    expect(generations()).toHaveLength(2);
  });

  it('makes the tasks of ZIPs that are registered one right after the other, by whichever event comes first', async () => {
    await register('a.zip', ['x/1.png']);
    await register('b.zip', ['y/1.png']);
    await expect(run(byDirectory)).rejects.toThrow(RetryLater);
    await world.emulator.settled();
    await expect(run(byDirectory, waited)).rejects.toThrow(RetryLater);
    await world.emulator.settled();
    const { task_ids, counts } = await run(byDirectory, waited);
    expect(task_ids).toEqual(['zip_a.zip_x', 'zip_b.zip_y']);
    expect(counts).toEqual([1, 1]);
    expect(generations()).toHaveLength(2);
  });

  it('makes tasks only of the ZIP of its event, when another one was registered long before', async () => {
    await register('a.zip', ['x/1.png']);
    for (const job of project().jobs) {
      job.created_datetime = job.updated_datetime = new Date(Date.now() - 60_000).toISOString();
    }
    await register('b.zip', ['y/1.png']);
    expect((await runToEnd(byDirectory)).task_ids).toEqual(['zip_b.zip_y']);
  });

  it('makes tasks of a fixed number of input data, of those that are in no task', async () => {
    await register('road.zip', ['1.png', '2.png', '3.png']);
    const unused =
      known(project()).inputData.size -
      new Set([...project().tasks.values()].flatMap((t) => t.input_data_id_list)).size;
    const { task_ids } = await runToEnd({ tasks: { by: 'count', taskIdPrefix: 'n', inputDataPerTask: 2 } });
    expect(task_ids).toHaveLength(Math.ceil(unused / 2));
  });

  it('makes the tasks that the CSV file in the bucket lists', async () => {
    await register('road.zip', ['1.png', '2.png']);
    const [one = '', two = ''] = inputIds('road.zip');
    await putCsv(`\ufefft-1,,${one}\r\nt-1,"a ""name"", quoted",${two}\r\nt-2,,${two}\r\n`);
    expect((await runToEnd(byCsv)).task_ids).toEqual(['t-1', 't-2']);
    expect(project().tasks.get('t-1')?.input_data_id_list).toEqual([one, two]);
  });

  it('reads the CSV file that is named by the ZIP', async () => {
    await register('road.zip', ['1.png']);
    await world.dataset.put(`projects/${PROJECT}/task-lists/road.zip.csv`, `t-1,,${inputIds('road.zip')[0]}`, {
      contentType: 'text/csv',
    });
    expect((await runToEnd({ tasks: { by: 'csv', file: '{zip}.csv' } })).task_ids).toEqual(['t-1']);
  });

  it('takes over the rule of the project that its project was copied from', async () => {
    await register('road.zip', ['x/1.png']);
    await recordCopy(world.tick(), { project_id: PROJECT, copied_from: 'source' });
    const projects = { source: { inputDataZip: byDirectory }, '*': {} };
    await expect(run(undefined, { projects })).rejects.toThrow(/gen-tasks .* is in progress/);
  });

  it('leaves out a value in which the input data of a task differ, and keeps other metadata', async () => {
    await register('road.zip', ['day/cam-1.png', 'day/cam-2.png']);
    await expect(run(byDirectory)).rejects.toThrow(RetryLater);
    await world.emulator.settled();
    known(made('zip_')[0]).metadata = { priority: 1 };
    await run({ ...byDirectory, metadata: '*/{time}/cam-{camera}.png' }, waited);
    expect(made('zip_')[0]?.metadata).toEqual({ priority: 1, time: 'day' });
  });

  it('says how many tasks the path pattern does not describe', async () => {
    await register('road.zip', ['x/1.png']);
    expect((await runToEnd({ ...byDirectory, metadata: '*/*/*/{camera}/*' })).described).toBe(0);
    expect(world.logged.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Tasks have no metadata'),
    );
  });
});

describe('generateTasks of a repeated delivery', () => {
  it('starts no second job while the first one is in progress, and none after it', async () => {
    await register('road.zip', ['x/1.png']);
    world.emulator.jobs.hold('gen-tasks');
    for (let delivery = 0; delivery < 3; delivery += 1) await expect(run(byDirectory)).rejects.toThrow(RetryLater);
    await world.emulator.jobs.release();
    for (let delivery = 0; delivery < 3; delivery += 1) expect((await run(byDirectory)).task_ids).toHaveLength(1);
    expect(generations()).toHaveLength(1);
  });
});

describe('generateTasks and other jobs', () => {
  it('waits its turn while another job runs in the project', async () => {
    await register('road.zip', ['x/1.png']);
    world.emulator.jobs.hold('gen-annotation');
    await world.foreign.postAnnotationArchiveUpdate({ project_id: PROJECT });
    await expect(run(byDirectory)).rejects.toMatchObject({ name: 'RetryLater', counter: 'job-running', seconds: 120 });
    expect(generations()).toEqual([]);
    await world.emulator.jobs.release();
    expect((await runToEnd(byDirectory)).task_ids).toHaveLength(1);
  });

  it('waits for the registration when its event comes before the job has ended', async () => {
    world.emulator.jobs.hold('gen-inputs');
    await register('road.zip', ['x/1.png']);
    await expect(run(byDirectory)).rejects.toMatchObject({ name: 'RetryLater', counter: 'early', seconds: 10 });
    await expect(run(byDirectory, { deferrals: { early: 3 } })).rejects.toMatchObject({ seconds: 120 });
    await world.emulator.jobs.release();
    expect((await runToEnd(byDirectory)).task_ids).toHaveLength(1);
  });

  it('skips an event without a registration, after it has looked for it again', async () => {
    await expect(run(byDirectory)).rejects.toThrow(RetryLater);
    await expect(run(byDirectory, { deferrals: { early: 3 } })).rejects.toThrow(Skip);
  });

  it('skips an event whose project is suspended', async () => {
    await register('road.zip', ['x/1.png']);
    project().project.project_status = 'suspended';
    await expect(run(byDirectory)).rejects.toThrow(Skip);
  });

  it('starts the job again when the project was changed between reading its lock and starting', async () => {
    await register('road.zip', ['x/1.png']);
    let changes = 0;
    world.beforeRequest(({ url }) => {
      if (!url.pathname.endsWith('/generate-tasks')) return;
      changes += 1;
      if (changes === 1) project().project.updated_datetime = world.emulator.clock.stamp();
    });
    await expect(run(byDirectory)).rejects.toThrow(/gen-tasks .* is in progress/);
    expect(changes).toBe(2);
  });
});

describe('generateTasks when the job fails', () => {
  it('says so, with the id of the job and the code of Annofab', async () => {
    await register('road.zip', ['x/1.png']);
    await expect(run(byDirectory)).rejects.toThrow(RetryLater);
    const job = known(generations()[0]);
    await world.emulator.settled();
    job.job_status = 'failed';
    job.errors = { errors: [{ error_code: 'STATE_MISMATCH', message: 'a text of Annofab' }], context: {} };
    const failure = await run(byDirectory, waited).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NonRetryableError);
    expect(failure).toMatchObject({
      message: expect.stringContaining(`${job.job_id} of project ${PROJECT} failed (STATE_MISMATCH)`),
    });
    expect(failure).not.toMatchObject({ message: expect.stringContaining('a text of Annofab') });
  });

  it('starts another job when the delivery is sent again', async () => {
    await register('road.zip', ['x/1.png']);
    await expect(run(byDirectory)).rejects.toThrow(RetryLater);
    await world.emulator.settled();
    known(generations()[0]).job_status = 'failed';
    project().tasks.delete('zip_road.zip_x');
    expect((await runToEnd(byDirectory)).task_ids).toEqual(['zip_road.zip_x']);
  });

  it('fails when the credential has no right to generate tasks', async () => {
    await register('road.zip', ['x/1.png']);
    for (const member of project().members.values()) member.member_role = 'worker';
    await expect(run(byDirectory)).rejects.toThrow('403');
  });
});

describe('generateTasks by a wrong CSV file', () => {
  it.each([
    ['is missing', undefined, `there is no ${csvKey} in the bucket`],
    ['is empty', '', 'has no rows'],
    ['has too few columns', 'task-1,input-1\n', 'row 1, 2 columns instead of 3'],
    ['has an invalid task id', 'a,,b\nタスク,,b\n', 'row 2, a task id with other characters'],
    ['has an invalid input data id', 'a,,\n', 'row 1, an input data id with other characters'],
    ['names an input data twice in a task', 'a,,b\na,,b\n', 'row 2, an input data that the task has already'],
    [
      'has too many input data in a task',
      Array.from({ length: 201 }, (_, i) => `a,,i${i}\n`).join(''),
      'row 201, input data number 201',
    ],
    ['has an open quote', 'a,,b\n"a,,b\n', 'is not CSV (The CSV cannot be read from line 2 on)'],
    ['is UTF-16', 'a\0,\0', 'is not in UTF-8'],
  ])('names what is wrong when it %s, before a job is started', async (_, text, problem) => {
    await register('road.zip', ['1.png']);
    if (text !== undefined) await putCsv(text);
    const failure = await run(byCsv).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NonRetryableError);
    expect(failure).toMatchObject({ message: expect.stringContaining(problem) });
    expect(generations()).toEqual([]);
  });

  it('fails with the job when the project does not have an input data of it', async () => {
    await register('road.zip', ['1.png']);
    await putCsv('t-1,,no-such-input-data\n');
    await expect(runToEnd(byCsv)).rejects.toThrow(/gen-tasks .* failed \(INVALID_BODY\)/);
  });

  it('refuses the name of a ZIP that cannot be part of a key', async () => {
    await register('道路 1.zip', ['1.png']);
    await expect(run({ tasks: { by: 'csv', file: '{zip}.csv' } })).rejects.toThrow(/cannot be part of a file's name/);
  });
});
