import { describe, expect, it } from 'vitest';
import { createClock, formatDateTime } from '../../../../local/annofab/core/clock.ts';
import { demoSeed, type Seed, startAnnofabEmulator } from '../../../../local/annofab/index.ts';
import { demo, startEmulator } from '../emulator.ts';
import { everyTypeSeed } from '../every-type.ts';

/** The demo with something of its project changed. */
function seedWith(change: Partial<SeedProject>): Seed {
  return { ...everyTypeSeed, projects: everyTypeSeed.projects.map((project) => ({ ...project, ...change })) };
}

type SeedProject = Seed['projects'][number];

const car = { label: 'vehicle', annotation_id: 'a', data: null, attributes: {} };
const annotated = (details: object) => [
  {
    task_id: 't',
    input_data_ids: ['task-1-frame-1'],
    annotations: { 'task-1-frame-1': { details: [{ ...car, ...details }] } },
  },
];

describe('a seed that contradicts itself is refused', () => {
  it.each<[string, Partial<SeedProject>]>([
    ['there is no organization nowhere', { organization_name: 'nowhere' }],
    ['project_id "a b" must be', { project_id: 'a b' }],
    ['there is no account nobody', { members: [{ user_id: 'nobody', role: 'owner' }] }],
    ['task t: the project has no input data nothing', { tasks: [{ task_id: 't', input_data_ids: ['nothing'] }] }],
    ['task ..: task_id ".." must be', { tasks: [{ task_id: '..', input_data_ids: [] }] }],
    ['has no phase inspection', { tasks: [{ task_id: 't', input_data_ids: [], phase: 'inspection' }] }],
    ['a task that is working needs a user_id', { tasks: [{ task_id: 't', input_data_ids: [], status: 'working' }] }],
    [
      'only acceptance can be complete',
      { tasks: [{ task_id: 't', input_data_ids: [], status: 'complete', user_id: 'demo_worker' }] },
    ],
    [
      'task t: input data other: the task does not have it',
      { tasks: [{ task_id: 't', input_data_ids: [], annotations: { other: { details: [] } } }] },
    ],
    ['have no label "dragon"', { tasks: annotated({ label: 'dragon' }) }],
    ['has no attribute "wings"', { tasks: annotated({ attributes: { wings: 2 } }) }],
    ['colour is a choice and cannot be "blue"', { tasks: annotated({ attributes: { colour: 'blue' } }) }],
    ['lane is a integer and cannot be "one"', { tasks: annotated({ attributes: { lane: 'one' } }) }],
    ['occluded is a flag and cannot be 1', { tasks: annotated({ attributes: { occluded: 1 } }) }],
    ['has no mask file', { tasks: annotated({ label: 'road' }) }],
  ])('with the message: %s', async (message, change) => {
    await expect(startAnnofabEmulator({ seed: seedWith(change) })).rejects.toThrow(message);
    await expect(startAnnofabEmulator({ seed: seedWith(change) })).rejects.toThrow(/^seed, project /);
  });
});

describe('demoSeed', () => {
  it.each([
    [
      'demo-project',
      'image',
      ['bounding_box', 'classification', 'point', 'polygon', 'polyline', 'segmentation', 'segmentation_v2'],
    ],
    ['demo-video', 'movie', ['classification', 'range']],
    ['demo-point-cloud', 'custom', ['classification', 'user_bounding_box', 'user_instance_segment']],
  ])(
    'the project %s, of type %s, has the annotation types that its type allows, and each in use',
    async (id, type, types) => {
      const { owner } = await startEmulator({ seed: demoSeed });
      const project = await owner.getProject({ project_id: id });
      const { labels } = await owner.getAnnotationSpecs({ project_id: id, query: { v: 3 } });
      expect(project.input_data_type).toBe(type);
      expect(labels.map(({ annotation_type }) => annotation_type).sort()).toEqual(types);
      const frame = { project_id: id, task_id: 'task-1', input_data_id: 'task-1-frame-1' };
      const { details } = await owner.getAnnotation(frame);
      expect(new Set(details.map(({ label }) => label)).size).toBe(labels.length);
    },
  );

  it('has plausible hours of work, and open work that began just now', async () => {
    const { annofab, owner } = await startEmulator({ seed: demoSeed });
    const { list } = await owner.getTasks({ ...demo, query: { limit: 200 } });
    const minutes = new Map(list.map((task) => [task.task_id, Math.round(task.work_time_span / 60_000)]));
    expect(minutes.get('task-3'), '3 frames, annotated and accepted').toBe(3 * 6 + 3 * 2);
    expect(minutes.get('task-8'), 'not started').toBe(0);
    const started = list.find(({ task_id }) => task_id === 'task-5')?.operation_updated_datetime ?? '';
    expect(annofab.clock.now().getTime() - Date.parse(started)).toBeLessThan(11 * 60_000);
  });

  it('has tasks in every phase, one of them ready to be completed, and an annotation of each type', async () => {
    const { owner } = await startEmulator({ seed: demoSeed });
    const { list } = await owner.getTasks({ ...demo, query: { limit: 200 } });
    const states = list.map(({ phase, status }) => `${phase} ${status}`);
    expect(new Set(states)).toEqual(
      new Set([
        'acceptance working',
        'acceptance not_started',
        'acceptance complete',
        'acceptance on_hold',
        'annotation working',
        'annotation not_started',
      ]),
    );
    expect(list[0]).toMatchObject({ task_id: 'task-1', phase: 'acceptance', status: 'working' });
    const specs = await owner.getAnnotationSpecs({ ...demo, query: { v: 3 } });
    const { details } = await owner.getAnnotation({ ...demo, task_id: 'task-1', input_data_id: 'task-1-frame-1' });
    expect(new Set(details.map(({ label }) => label)).size).toBe(specs.labels.length);
  });

  it('is dated before the start of the emulator, so that all events are later', async () => {
    const { annofab, owner } = await startEmulator();
    const { list } = await owner.getTasks(demo);
    const latest = Math.max(...list.map(({ updated_datetime }) => Date.parse(updated_datetime)));
    expect(latest).toBeLessThan(annofab.clock.now().getTime());
  });

  it('is the same in every emulator, whatever happened in another one', async () => {
    const first = await startEmulator();
    const specs = first.annofab.state.projects.get('demo-project')?.specs;
    if (specs) specs.labels.length = 0;
    await first.owner.patchTasksMetadata({ ...demo, body: { 'task-1': {} } });
    const second = await startEmulator();
    expect((await second.owner.getAnnotationSpecs({ ...demo, query: { v: 3 } })).labels).not.toHaveLength(0);
    expect((await second.owner.getTask({ ...demo, task_id: 'task-1' })).metadata).toMatchObject({ priority: 5 });
  });
});

describe('createClock', () => {
  it('writes Japanese time with milliseconds', () => {
    expect(formatDateTime(new Date('2019-05-08T01:00:00Z'))).toBe('2019-05-08T10:00:00.000+09:00');
    expect(formatDateTime(new Date('2019-12-31T15:00:00.007Z'))).toBe('2020-01-01T00:00:00.007+09:00');
  });

  it('stamps two changes in one millisecond differently', () => {
    const clock = createClock(() => new Date('2019-05-08T01:00:00Z'));
    expect([clock.stamp(), clock.stamp(), clock.stamp()].map((stamp) => stamp.slice(20, 23))).toEqual([
      '000',
      '001',
      '002',
    ]);
  });

  it('can be set, advanced and set back', () => {
    const clock = createClock(() => new Date('2019-05-08T01:00:00Z'));
    clock.set(new Date('2030-01-01T00:00:00Z'));
    clock.advance(1_500);
    expect(clock.now().toISOString()).toBe('2030-01-01T00:00:01.500Z');
    expect(clock.stamp()).toBe('2030-01-01T09:00:01.500+09:00');
    clock.set(new Date('2020-01-01T00:00:00Z'));
    expect(clock.stamp()).toBe('2020-01-01T09:00:00.000+09:00');
  });

  it('can be frozen, moved while frozen, and resumed', () => {
    let machine = Date.parse('2019-05-08T01:00:00Z');
    const clock = createClock(() => new Date(machine));
    clock.freeze();
    machine += 60_000;
    expect(clock.now().toISOString()).toBe('2019-05-08T01:00:00.000Z');
    clock.advance(1_000);
    expect(clock.now().toISOString()).toBe('2019-05-08T01:00:01.000Z');
    clock.resume();
    machine += 1_000;
    expect(clock.now().toISOString()).toBe('2019-05-08T01:00:02.000Z');
    expect(clock.isFrozen()).toBe(false);
  });

  it('notifies its listeners when it is moved', () => {
    const clock = createClock();
    const seen: boolean[] = [];
    clock.onMove(() => seen.push(clock.now().getTime() > Date.parse('2100-01-01')));
    clock.set(new Date('2100-01-02T00:00:00Z'));
    clock.advance(1);
    expect(seen).toEqual([true, true]);
  });
});
