import { describe, expect, it } from 'vitest';
import type { Task, TaskGenerateRule } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import type { AnnofabEmulator } from '../../../../local/annofab/index.ts';
import { registerInputData } from '../../../../local/annofab/input-data/register-input-data.ts';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

/** The demo's project without tasks, and with these input data, whose ids are in the order of the names. */
async function startWith(names: readonly string[]) {
  const started = await startEmulator();
  const project = started.annofab.state.projects.get(PROJECT);
  if (!project) throw new Error('the demo has no project');
  project.tasks.clear();
  project.inputData.clear();
  for (const [index, name] of names.entries()) {
    const at = '2019-05-08T10:00:00.000+09:00';
    registerInputData(project, started.annofab.state.files, { id: `i${index}`, name, file: 'https://a/x.png', at });
  }
  return { ...started, project };
}

/** Starts the job, waits for its end, and returns it with the tasks of the project. */
async function generate(
  { annofab, owner }: { annofab: AnnofabEmulator; owner: AnnofabClient },
  rule: TaskGenerateRule,
) {
  const { updated_datetime } = await owner.getProject(demo);
  const body = { task_generate_rule: rule, project_last_updated_datetime: updated_datetime };
  const started = await owner.initiateTasksGeneration({ ...demo, body });
  expect(started.job).toMatchObject({ job_type: 'gen-tasks', job_status: 'progress' });
  await annofab.settled();
  const { list: jobs } = await owner.getProjectJob({ ...demo, query: { type: 'gen-tasks' } });
  const job = jobs.find(({ job_id }) => job_id === started.job.job_id);
  return { job, tasks: shown([...(annofab.state.projects.get(PROJECT)?.tasks.values() ?? [])]) };
}

const shown = (tasks: readonly Task[]) =>
  Object.fromEntries(tasks.map((task) => [task.task_id, task.input_data_id_list]));

const byCount = (change: object = {}): TaskGenerateRule => ({
  _type: 'ByCount',
  task_id_prefix: 'made',
  allow_duplicate_input_data: false,
  input_data_count: 2,
  input_data_order: 'name_asc',
  ...change,
});

describe('task generation by count', () => {
  it('tasks by count hold the given number of input data, in the order of their names', async () => {
    const world = await startWith(['c', 'a', 'b']);
    const { job, tasks } = await generate(world, byCount());
    expect(tasks).toEqual({ made_0: ['i1', 'i2'], made_1: ['i0'] });
    expect(job).toMatchObject({ job_status: 'succeeded', job_detail: { _type: 'GenTasks', generated_task_count: 2 } });
    expect(await world.owner.getTask({ ...demo, task_id: 'made_0' })).toMatchObject({
      ...{ phase: 'annotation', phase_stage: 1, status: 'not_started', account_id: null, metadata: {} },
    });
  });

  it('tasks by count can be in descending or random order', async () => {
    const world = await startWith(['c', 'a', 'b']);
    expect((await generate(world, byCount({ input_data_order: 'name_desc' }))).tasks).toEqual({
      made_0: ['i0', 'i2'],
      made_1: ['i1'],
    });
    const random = byCount({ task_id_prefix: 'r', input_data_order: 'random', allow_duplicate_input_data: true });
    const { tasks } = await generate(world, random);
    expect([...(tasks['r_0'] ?? []), ...(tasks['r_1'] ?? [])].sort()).toEqual(['i0', 'i1', 'i2']);
  });

  it('tasks by count skip input data of other tasks, unless duplicates are allowed', async () => {
    const world = await startWith(['a', 'b', 'c']);
    await world.owner.putTask({ ...demo, task_id: 'made_0', body: { input_data_id_list: ['i1'] } });
    const { tasks } = await generate(world, byCount());
    expect(tasks, 'a number that is taken is passed over').toEqual({ made_0: ['i1'], made_1: ['i0', 'i2'] });
    const again = await generate(
      world,
      byCount({ task_id_prefix: 'again', input_data_count: 200, allow_duplicate_input_data: true }),
    );
    expect(again.tasks['again_0']).toEqual(['i0', 'i1', 'i2']);
    expect((await generate(world, byCount())).job).toMatchObject({ job_detail: { generated_task_count: 0 } });
  });

  it('the numbers of tasks by count have the same width', async () => {
    const world = await startWith(Array.from({ length: 11 }, (_, i) => `n${i}`));
    const { tasks } = await generate(world, byCount({ input_data_count: 1 }));
    expect(Object.keys(tasks)).toContain('made_00');
    expect(Object.keys(tasks)).toContain('made_10');
  });

  it.each([
    ['a prefix that is not an id', byCount({ task_id_prefix: 'made/' })],
    ['0 input data per task', byCount({ input_data_count: 0 })],
    ['more input data than a task may hold', byCount({ input_data_count: 201 })],
    ['an unknown order', byCount({ input_data_order: 'size' })],
  ])('returns 400 for a generation by count with %s', async (_what, rule) => {
    const { owner, raw } = await startWith(['a']);
    const { updated_datetime: project_last_updated_datetime } = await owner.getProject(demo);
    const body = { task_generate_rule: rule, project_last_updated_datetime };
    const answer = await raw('POST', `/api/v1/projects/${PROJECT}/generate-tasks`, { body });
    expect(answer).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });

  it('tasks of a video project hold one input data each', async () => {
    const world = await startWith(['a.mp4', 'b.mp4']);
    world.project.project.input_data_type = 'movie';
    await expect(generate(world, byCount())).rejects.toMatchObject({ status: 400 });
    expect(Object.keys((await generate(world, byCount({ input_data_count: 1 }))).tasks)).toHaveLength(2);
  });
});

describe('task generation by directory', () => {
  const names = ['a.zip/d/2.png', 'a.zip/d/1.png', 'a.zip/d/sub/3.png', 'b.zip/e/4.png', 'alone.png', 'b.zip/e/5.png/'];
  const byDirectory = (change: object = {}): TaskGenerateRule => ({
    _type: 'ByDirectory',
    task_id_prefix: 'p',
    ...change,
  });

  it('a task by directory holds the input data of its directory, and skips names without a directory', async () => {
    const { tasks } = await generate(await startWith(names), byDirectory());
    expect(tasks).toEqual({ 'p_a.zip_d': ['i1', 'i0'], 'p_a.zip_d_sub': ['i2'], 'p_b.zip_e': ['i3'] });
  });

  it('tasks by directory can be restricted to a prefix', async () => {
    const { tasks } = await generate(await startWith(names), byDirectory({ input_data_name_prefix: 'b.zip' }));
    expect(tasks).toEqual({ 'p_b.zip_e': ['i3'] });
  });

  it('a directory with more than 200 input data is split into several tasks', async () => {
    const many = Array.from({ length: 201 }, (_, i) => `d/${String(i).padStart(3, '0')}.png`);
    const { tasks } = await generate(await startWith(many), byDirectory());
    expect(Object.entries(tasks).map(([id, inputs]) => [id, inputs.length])).toEqual([
      ['p_d_001', 200],
      ['p_d_002', 1],
    ]);
  });

  it.each([
    ['a directory that is not valid in an id', ['街角/1.png', 'd/1.png']],
    ['a task that exists already', ['taken/1.png', 'd/1.png']],
  ])('the job fails and creates no task for %s', async (_what, inputs) => {
    const world = await startWith(inputs);
    await world.owner.putTask({ ...demo, task_id: 'p_taken', body: { input_data_id_list: [] } });
    const { job, tasks } = await generate(world, byDirectory());
    expect(job).toMatchObject({ job_status: 'failed', errors: { errors: [{ error_code: expect.any(String) }] } });
    expect(Object.keys(tasks)).toEqual(['p_taken']);
  });
});

describe('task generation by CSV', () => {
  async function byCsv(client: AnnofabClient, content: string | Buffer): Promise<TaskGenerateRule> {
    const { url, path } = await client.createTempPath(demo);
    const sent = await fetch(url, { method: 'PUT', body: content, headers: { 'content-type': 'text/csv' } });
    expect(sent.status).toBe(200);
    return { _type: 'ByInputDataCsv', csv_data_path: path };
  }

  const csv = 't1,a.png,i0\nt1,,i1\nt2,"b ""2"", the second.png",i1\n';
  const expected = { t1: ['i0', 'i1'], t2: ['i1'] };

  it.each([
    ['UTF-8', csv],
    ['UTF-8 with a byte order mark', `\uFEFF${csv}`],
    ['UTF-16LE with a byte order mark', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['CRLF line ends, and none after the last line', csv.replaceAll('\n', '\r\n').trimEnd()],
    ['empty lines', csv.replace('\n', '\n\n')],
  ])('tasks are generated from a CSV with %s', async (_what, content) => {
    const world = await startWith(['a.png', 'b.png']);
    const { job, tasks } = await generate(world, await byCsv(world.owner, content));
    expect(job?.job_status).toBe('succeeded');
    expect(tasks).toEqual(expected);
  });

  it.each([
    ['a line of two columns', 't1,i0\n'],
    ['an unknown input data', 't1,a.png,nothing\n'],
    ['an invalid id', 't/1,a.png,i0\n'],
    ['an input data twice in a task', 't1,a.png,i0\nt1,a.png,i0\n'],
    ['a task that exists already', 'taken,a.png,i0\n'],
    ['an unclosed quote', 't1,"a.png,i0\n'],
    ['UTF-16BE', Buffer.from(csv, 'utf16le').swap16()],
    ['another encoding', Buffer.from([0x74, 0x2c, 0x83, 0x41, 0x2c, 0x69, 0x30])],
  ])('the job fails and creates no task for a CSV with %s', async (_what, content) => {
    const world = await startWith(['a.png', 'b.png']);
    await world.owner.putTask({ ...demo, task_id: 'taken', body: { input_data_id_list: [] } });
    const good = typeof content === 'string' ? `t0,a.png,i0\n${content}` : content;
    const { job, tasks } = await generate(world, await byCsv(world.owner, good));
    expect(job?.job_status).toBe('failed');
    expect(Object.keys(tasks)).toEqual(['taken']);
  });

  it('the job fails when a task of the CSV has more than 200 input data', async () => {
    const world = await startWith(Array.from({ length: 201 }, (_, i) => `${i}.png`));
    const lines = Array.from({ length: 201 }, (_, i) => `t1,,i${i}\n`).join('');
    expect((await generate(world, await byCsv(world.owner, lines))).job?.job_status).toBe('failed');
  });

  it('returns 400 when the CSV was not uploaded', async () => {
    const world = await startWith([]);
    const rule = { _type: 'ByInputDataCsv', csv_data_path: 's3://annofab-emulator/temp/nothing' } as const;
    await expect(generate(world, rule)).rejects.toMatchObject({ status: 400 });
  });
});

describe('initiateTasksGeneration', () => {
  it('every generation changes the lock of the project', async () => {
    const { annofab, owner } = await startWith(['a']);
    const { updated_datetime: project_last_updated_datetime } = await owner.getProject(demo);
    const body = { task_generate_rule: byCount(), project_last_updated_datetime };
    const { project } = await owner.initiateTasksGeneration({ ...demo, body });
    await annofab.settled();
    expect((await owner.getProject(demo)).updated_datetime).toBe(project.updated_datetime);
    await expect(owner.initiateTasksGeneration({ ...demo, body })).rejects.toMatchObject({
      status: 409,
      errorCode: 'ALREADY_UPDATED',
    });
  });

  it('a running generation excludes other jobs and a second generation', async () => {
    const world = await startWith(['a']);
    world.annofab.jobs.hold('gen-tasks');
    const start = async () => {
      const { updated_datetime: project_last_updated_datetime } = await world.owner.getProject(demo);
      const body = { task_generate_rule: byCount(), project_last_updated_datetime };
      return world.owner.initiateTasksGeneration({ ...demo, body });
    };
    await start();
    await expect(start()).rejects.toMatchObject({ status: 409, errorCode: 'WORKER_ALREADY_INVOKED' });
    await expect(world.owner.postAnnotationArchiveUpdate(demo)).rejects.toMatchObject({ status: 409 });
    await world.annofab.jobs.release();
    await start();
  });

  it('a generation returns 403 to others than owners, and 409 when the project is suspended', async () => {
    const { owner, accepter, project } = await startWith(['a']);
    const { updated_datetime: project_last_updated_datetime } = await owner.getProject(demo);
    const body = { task_generate_rule: byCount(), project_last_updated_datetime };
    await expect(accepter.initiateTasksGeneration({ ...demo, body })).rejects.toMatchObject({ status: 403 });
    project.project.project_status = 'suspended';
    await expect(owner.initiateTasksGeneration({ ...demo, body })).rejects.toMatchObject({ status: 409 });
  });
});
