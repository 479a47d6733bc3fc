import { describe, expect, it } from 'vitest';
import { ACCEPTER, annofabError, demo, OWNER, PROJECT, startEmulator, WORKER } from '../emulator.ts';
import { readSigned } from '../files/signed-cookies.ts';
import { startStory, story, tellStory } from './statistics-story.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const days = { ...story, query: { from: '2030-01-10', to: '2030-01-12' } };

async function startTold() {
  const started = await startStory();
  await tellStory(started);
  return started;
}

describe('statistics of tasks', () => {
  it('task statistics count tasks by phase and status at the end of each day, with the total work', async () => {
    const { worker } = await startTold();
    const untouched = { phase: 'annotation', status: 'not_started', count: 1, work_timespan: 0 };
    expect(await worker.getTaskDailyStatistics(days)).toEqual([
      {
        date: '2030-01-10',
        tasks: [{ phase: 'annotation', status: 'working', count: 1, work_timespan: 2.5 * HOUR }, untouched],
      },
      {
        date: '2030-01-11',
        tasks: [{ phase: 'acceptance', status: 'not_started', count: 1, work_timespan: 3.75 * HOUR }, untouched],
      },
      {
        date: '2030-01-12',
        tasks: [
          { phase: 'acceptance', status: 'not_started', count: 1, work_timespan: 3.75 * HOUR + 10 * MINUTE },
          untouched,
        ],
      },
    ]);
  });

  it('task statistics count neither tasks that were not created yet nor deleted tasks', async () => {
    const { owner, setClock } = await startStory();
    setClock('12 12:00');
    await owner.putTask({ ...story, task_id: 'late', body: { input_data_id_list: ['a'] } });
    const counts = async () =>
      (await owner.getTaskDailyStatistics(days)).map(({ tasks }) => tasks.reduce((sum, { count }) => sum + count, 0));
    expect(await counts()).toEqual([2, 2, 3]);
    await owner.deleteTask({ ...story, task_id: 'one' });
    expect(await counts()).toEqual([1, 1, 2]);
  });

  it('the present task counts have no days', async () => {
    const { raw } = await startTold();
    const path = '/api/v2/organizations/demo-org/projects/story/task-counts';
    expect((await readSigned(raw, path)).json).toEqual({
      project_id: 'story',
      task_counts: [
        { phase: 'acceptance', status: 'not_started', count: 1 },
        { phase: 'annotation', status: 'not_started', count: 1 },
      ],
    });
  });
});

describe('statistics of members', () => {
  it('account statistics have the work of each day, completed tasks, and tasks that came back', async () => {
    const { worker } = await startTold();
    const day = (date: string, tasks_completed: number, tasks_rejected: number, worktime: string) => ({
      ...{ date: `2030-01-${date}`, tasks_completed, tasks_rejected, worktime },
    });
    const idle = ['10', '11', '12'].map((date) => day(date, 0, 0, 'PT0S'));
    expect(await worker.getAccountDailyStatistics(days)).toEqual([
      { account_id: OWNER, histories: idle },
      {
        account_id: WORKER,
        histories: [day('10', 0, 0, 'PT2H30M'), day('11', 2, 1, 'PT45M'), day('12', 0, 0, 'PT0S')],
      },
      {
        account_id: ACCEPTER,
        histories: [day('10', 0, 0, 'PT0S'), day('11', 1, 0, 'PT30M'), day('12', 1, 1, 'PT10M')],
      },
    ]);
  });

  it('a rejection by force counts as rejected for the annotator, and as completed for nobody', async () => {
    const { owner, assign, act, rejectByForce } = await startStory();
    await assign('worker', '10 09:59');
    await act('worker', 'working', '10 10:00');
    await act('worker', 'complete', '10 11:00');
    await assign('accepter', '10 11:59');
    await act('accepter', 'working', '10 12:00');
    await rejectByForce('10 12:20');
    const [, worker, accepter] = await owner.getAccountDailyStatistics({
      ...story,
      query: { from: '2030-01-10', to: '2030-01-10' },
    });
    expect(worker?.histories).toMatchObject([{ tasks_completed: 1, tasks_rejected: 1, worktime: 'PT1H' }]);
    expect(accepter?.histories).toMatchObject([{ tasks_completed: 0, tasks_rejected: 0, worktime: 'PT20M' }]);
  });
});

describe('statistics of phases', () => {
  it('phase statistics have the total work on each phase at the end of the day', async () => {
    const { worker } = await startTold();
    const day = (date: string, annotation: string, acceptance: string) => ({
      ...{ project_id: 'story', date: `2030-01-${date}` },
      phases: [
        { phase: 'annotation', worktime: annotation },
        { phase: 'inspection', worktime: 'PT0S' },
        { phase: 'acceptance', worktime: acceptance },
      ],
    });
    expect(await worker.getPhaseDailyStatistics(days)).toEqual([
      day('10', 'PT2H30M', 'PT0S'),
      day('11', 'PT3H15M', 'PT30M'),
      day('12', 'PT3H15M', 'PT40M'),
    ]);
  });
});

describe('statistics of inspection comments', () => {
  it('inspection statistics count comments by label and phrase at the end of each day', async () => {
    const { worker } = await startTold();
    const none = { labels: {}, no_label: { phrases: {}, no_phrase: 0 } };
    const three = {
      labels: { car: { phrases: { blurred: 1 }, no_phrase: 1 } },
      no_label: { phrases: {}, no_phrase: 1 },
    };
    const day = (date: string, breakdown: object) => ({ project_id: 'story', date: `2030-01-${date}`, breakdown });
    expect(await worker.getInspectionDailyStatistics(days)).toEqual([
      day('10', none),
      day('11', three),
      day('12', three),
    ]);
  });
});

describe('statistics of the time that a task and an image take', () => {
  it('worktime statistics are about the tasks that ended a phase on the day', async () => {
    const { worker } = await startTold();
    const { project_id, data_series } = await worker.getWorktimeDailyStatistics(days);
    expect(project_id).toBe('story');
    expect(data_series[0]).toEqual({
      ...{ date: '2030-01-10', grouped_by_input: [], grouped_by_task: [], grouped_by_minute: [] },
    });
    expect(data_series[1]).toMatchObject({
      date: '2030-01-11',
      grouped_by_task: [
        { phase: 'annotation', average: 'PT3H15M', standard_deviation: 'PT0S' },
        { phase: 'acceptance', average: 'PT30M', standard_deviation: 'PT0S' },
      ],
      grouped_by_input: [
        { phase: 'annotation', average: 'PT1H37M30S' },
        { phase: 'acceptance', average: 'PT15M' },
      ],
    });
    const histogram = data_series[1]?.grouped_by_task[0]?.histogram ?? [];
    expect(histogram.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect([histogram[0]?.begin, histogram.at(-1)?.end]).toEqual([0, 3.25 * 3600]);
  });

  it('worktime statistics can be those of one account', async () => {
    const { worker } = await startTold();
    const { account_id, data_series } = await worker.getWorktimeDailyStatisticsByAccount({
      ...days,
      account_id: ACCEPTER,
    });
    expect(account_id).toBe(ACCEPTER);
    expect(
      data_series.map(({ grouped_by_task: items }) => items.map(({ phase, average }) => [phase, average])),
    ).toEqual([[], [['acceptance', 'PT30M']], [['acceptance', 'PT40M']]]);
  });

  it('worktime statistics of a video project are per minute of its videos', async () => {
    const started = await startStory();
    const record = started.annofab.state.projects.get('story');
    if (record) record.project.input_data_type = 'movie';
    for (const input of record?.inputData.values() ?? [])
      input.system_metadata = { _type: 'Movie', input_duration: 900 };
    await tellStory(started);
    const { data_series } = await started.owner.getWorktimeDailyStatistics(days);
    expect(data_series[1]).toMatchObject({
      ...{ grouped_by_input: [], grouped_by_task: [] },
      grouped_by_minute: [
        { phase: 'annotation', average: 'PT6M30S' },
        { phase: 'acceptance', average: 'PT1M' },
      ],
    });
  });
});

describe('statistics of labels', () => {
  it('label statistics count annotations in accepted tasks and in all others', async () => {
    const { annofab, owner } = await startEmulator();
    const vehicles = async () => {
      const { url } = await owner.getLabelStatistics(demo);
      const labels: { label_id: string; completed: number; wip: number }[] = JSON.parse(
        await (await fetch(url)).text(),
      );
      return labels.find(({ label_id }) => label_id === 'label-vehicle') ?? { completed: 0, wip: 0 };
    };
    const before = await vehicles();
    expect(before.completed).toBeGreaterThan(0);
    await annofab.completeTask(PROJECT, 'task-2');
    const after = await vehicles();
    expect(after.completed).toBeGreaterThan(before.completed);
    expect(after.completed + after.wip).toBe(before.completed + before.wip);
  });
});

describe('days with statistics', () => {
  it('the days with statistics begin with the project, exclude suspensions, and end today', async () => {
    const { owner, setClock } = await startStory();
    const put = async (status: 'active' | 'suspended') => {
      const { title, configuration, updated_datetime } = await owner.getProject(story);
      const body = { title, configuration, status, last_updated_datetime: updated_datetime };
      await owner.putProject({ ...story, body });
    };
    expect(await owner.getStatisticsAvailableDates(story)).toEqual([{ from: '2030-01-09', to: '2030-01-10' }]);
    setClock('12 00:00');
    await put('suspended');
    setClock('15 23:59');
    expect(await owner.getStatisticsAvailableDates(story)).toEqual([{ from: '2030-01-09', to: '2030-01-12' }]);
    await put('active');
    setClock('17 12:00');
    const second = { from: '2030-01-15', to: '2030-01-17' };
    expect(await owner.getStatisticsAvailableDates(story)).toEqual([{ from: '2030-01-09', to: '2030-01-12' }, second]);
    const asked = await owner.getTaskDailyStatistics({ ...story, query: { from: '2030-01-01', to: '2030-01-31' } });
    expect(asked.map(({ date }) => date.slice(-2))).toEqual(['09', '10', '11', '12', '15', '16', '17']);
  });

  it.each([
    ['?to=2030-01-10', 'MISSING_NECESSARY_QUERYPARAM'],
    ['?from=2030-01-10', 'MISSING_NECESSARY_QUERYPARAM'],
    ['?from=2030-01-10&to=2030-01-09', 'INVALID_QUERYPARAM'],
    ['?from=2030-01-10&to=2030-02-30', 'INVALID_QUERYPARAM'],
    ['?from=20300110&to=20300111', 'INVALID_QUERYPARAM'],
    ['?from=2030-01-10&to=2030-04-10', 'INVALID_QUERYPARAM'],
  ])('daily statistics return 400 for the query %s', async (query, code) => {
    const { raw } = await startStory();
    const operations = [
      'tasks',
      'accounts',
      'inspections',
      'task-phases',
      'worktimes',
      `worktimes-by-account/${OWNER}`,
    ];
    for (const name of operations) {
      const answer = await raw('GET', `/api/v1/projects/story/statistics/${name}/daily${query}`);
      expect(answer, name).toMatchObject(annofabError(400, code));
    }
  });

  it('daily statistics accept a period of three whole months', async () => {
    const { owner } = await startStory();
    const query = { from: '2030-01-10', to: '2030-04-09' };
    expect(await owner.getPhaseDailyStatistics({ ...story, query })).toHaveLength(1);
  });
});

describe('the second version of the API', () => {
  it.each(['tasks', 'accounts', 'inspections', 'task-phases', 'worktimes', `worktimes-by-account/${WORKER}`])(
    'version two answers with the same statistics of %s',
    async (name) => {
      const { raw } = await startTold();
      const path = `/projects/story/statistics/${name}/daily`;
      const query = '?from=2030-01-10&to=2030-01-12';
      const { status, json } = await readSigned(raw, `/api/v2${path}`, query);
      expect([status, json]).toEqual([200, (await raw('GET', `/api/v1${path}${query}`)).json]);
    },
  );

  it('version two answers label statistics in the body, and as a file in Location', async () => {
    const { raw } = await startEmulator();
    const { json, headers } = await readSigned(raw, `/api/v2/projects/${PROJECT}/statistics/labels`);
    expect(json).toContainEqual({ label_id: 'label-vehicle', completed: expect.any(Number), wip: expect.any(Number) });
    expect(await (await fetch(headers.get('location') ?? '')).json()).toEqual(json);
  });
});

describe('legacy statistics files', () => {
  const read = async (raw: Awaited<ReturnType<typeof startStory>>['raw'], name: string): Promise<unknown> => {
    const { headers } = await raw('GET', `/api/v1/projects/story/statistics/${name}`);
    return await (await fetch(headers.get('location') ?? '')).json();
  };

  it.each(['tasks', 'accounts', 'inspections', 'task-phases'])(
    'the legacy file of %s has the daily statistics of all days',
    async (name) => {
      const started = await startStory({ legacy: true });
      await tellStory(started);
      const daily = `/api/v1/projects/story/statistics/${name}/daily?from=2030-01-09&to=2030-01-13`;
      expect(await read(started.raw, name)).toEqual((await started.raw('GET', daily)).json);
    },
  );

  it('the legacy worktime file has the times of every account and of the project', async () => {
    const started = await startStory({ legacy: true });
    await tellStory(started);
    const list = await read(started.raw, 'worktimes');
    expect(list).toContainEqual(
      expect.objectContaining({
        date: '2030-01-11',
        by_tasks: [
          expect.objectContaining({ phase: 'annotation', average: 'PT3H15M' }),
          expect.objectContaining({ phase: 'acceptance', average: 'PT30M' }),
        ],
        accounts: [
          expect.objectContaining({ account_id: WORKER, by_tasks: [expect.objectContaining({ average: 'PT3H15M' })] }),
          expect.objectContaining({ account_id: ACCEPTER, by_tasks: [expect.objectContaining({ average: 'PT30M' })] }),
        ],
      }),
    );
  });

  it('legacy statistics are unknown paths by default', async () => {
    const { raw } = await startStory();
    const answer = await raw('GET', '/api/v1/projects/story/statistics/tasks');
    expect(answer).toMatchObject(annofabError(404, 'MISSING_RESOURCE'));
  });
});
