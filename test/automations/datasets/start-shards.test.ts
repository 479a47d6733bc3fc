import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../lib/automations/build-dataset/build-dataset.ts';
import type { DatasetSettings } from '../../../lib/automations/build-dataset/dataset-settings.ts';
import type { DatasetRequest } from '../../../lib/automations/build-dataset/shards/request.ts';
import { executionName, startShards } from '../../../lib/automations/build-dataset/start-shards.ts';
import { mirrorAnnotationArchive } from '../../../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { datasetMachine } from '../../../lib/lambda/services/dataset-machine.ts';
import { useWorld, type World } from '../support/world.ts';

const PROJECT_ID = 'demo-project';
const SETTINGS: DatasetSettings = { formats: ['yolo', 'coco'], split: { train: 8, val: 2 }, strict: true };

let world: World;

useWorld(async (made) => {
  world = made;
  await world.foreign.postAnnotationArchiveUpdate({ project_id: PROJECT_ID });
  await world.emulator.settled();
});

/** What the function does with an event, in an invocation that has the time for the description and not for a format. */
async function handle(settings = SETTINGS, arn?: string) {
  const event = {
    event_type: 'annotation-archive-updated',
    project_id: PROJECT_ID,
    complete_datetime: '2026-01-01T00:00:00.000+09:00',
  } as const;
  const context = (deadline?: number) => ({
    ...world.event<'annotation-archive-updated'>(event, deadline === undefined ? {} : { deadline }),
    datasetMachine: datasetMachine.create({ ...world.aws.env, DATASET_STATE_MACHINE_ARN: arn }),
  });
  const mirrored = await mirrorAnnotationArchive(context());
  await buildDataset(context(), mirrored, {});
  const built = await buildDataset(context(Date.now() + 60_000), mirrored, settings);
  await startShards(context(), built, settings);
  return built;
}

const executions = () => world.aws.stepFunctions.executions;

describe('a dataset that does not fit into one invocation', () => {
  it('is built by an execution of the state machine, which has the formats and the settings of the project', async () => {
    const before = executions().length;
    const { version, formats, inShards } = await withEnvironment(() => handle(SETTINGS, machine()));
    expect({ formats, inShards }).toEqual({ formats: [], inShards: ['yolo', 'coco'] });
    const { formats: _, ...settings } = SETTINGS;
    const input: DatasetRequest = { project_id: PROJECT_ID, version, formats: ['coco', 'yolo'], settings };
    expect(executions().slice(before)).toMatchObject([{ machine: 'build', name: executionName(input), input }]);
    expect(world.logged).toContainEqual({
      message: 'Dataset execution started',
      fields: { project_id: PROJECT_ID, version, format: 'coco yolo', execution: executionName(input) },
    });
    expect(world.logged).not.toContainEqual(expect.objectContaining({ message: 'Dataset format skipped' }));
  });

  it('is one execution, however often its event is processed, and another one with other settings', async () => {
    await withEnvironment(async () => {
      const [arn, before] = [machine(), executions().length];
      const { formats } = SETTINGS;
      const once: DatasetSettings = { formats: [...(formats ?? []), 'coco'], split: { a: 1, b: 1 } };
      await handle(once, arn);
      await handle({ ...once, formats: ['coco', 'yolo'] }, arn);
      expect(executions()).toHaveLength(before + 1);
      await handle({ ...once, strict: true }, arn);
      expect(executions()).toHaveLength(before + 2);
    });
  });

  it('is not started again after its execution has ended', async () => {
    await withEnvironment(async () => {
      const arn = world.aws.stepFunctions.create('short', async () => 'built');
      await handle(SETTINGS, arn);
      await world.aws.stepFunctions.settled();
      const before = executions().length;
      await handle(SETTINGS, arn);
      expect(executions()).toHaveLength(before);
      expect(world.logged.at(-1)?.message).toBe('Dataset execution started before');
    });
  });

  it('is skipped with a warning where there is no state machine', async () => {
    const before = executions().length;
    await handle();
    expect(executions()).toHaveLength(before);
    expect(world.logged).toContainEqual(expect.objectContaining({ message: 'Dataset format skipped' }));
  });

  it('leaves the event to be retried when the state machine refuses, after the version was published', async () => {
    await withEnvironment(async () => {
      world.aws.faults.add({ service: 'states', status: 400, code: 'AccessDeniedException' });
      await expect(handle(SETTINGS, machine())).rejects.toThrow('Deploy the stage again');
      expect(await world.objects(`projects/${PROJECT_ID}/datasets/latest.json`)).toHaveLength(1);
    });
  });
});

/** A state machine whose executions are only recorded. */
const machine = () => world.aws.stepFunctions.create('build');

/** The service reads the address of AWS from the environment of the process. */
async function withEnvironment<T>(work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, world.aws.env);
  try {
    return await work();
  } finally {
    process.env = before;
  }
}

describe('the name of an execution', () => {
  const request = { project_id: 'road-2026', version: '20260508T010000.000Z-1f2e3d4c5b6a', formats: ['coco'] } as const;
  const nameOf = (more: object) => executionName({ ...request, formats: ['coco'], ...more });

  it('has the project and the version, and only characters that CloudWatch Logs accepts', () => {
    expect(nameOf({})).toMatch(/^road-2026-20260508T010000_000Z-1f2e3d4c5b6a-[0-9a-f]{16}$/);
  });

  it('has at most 80 characters for the longest ids', () => {
    const longest = nameOf({ project_id: 'p.'.repeat(128), version: 'v.'.repeat(128) });
    expect(longest).toMatch(/^[\w-]{80}$/);
  });

  it('differs for another project, version, format or setting', () => {
    const names = [
      {},
      { project_id: 'road.2026' },
      { project_id: 'road_2026' },
      { version: '20260508T010000.000Z-1f2e3d4c5b6b' },
      { formats: ['yolo'] },
      { settings: { split: { train: 1 } } },
    ].map(nameOf);
    expect(new Set(names).size).toBe(names.length);
  });
});
