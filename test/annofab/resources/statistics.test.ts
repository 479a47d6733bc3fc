import { describe, expect, it } from 'vitest';
import { InvalidQueryError, NotFoundError } from '../../../lib/annofab/index.ts';
import { ACCEPTER, demo, startEmulator, WORKER } from '../../local/annofab/emulator.ts';
import { startStory, story, tellStory } from '../../local/annofab/statistics/statistics-story.ts';

const year = { ...story, from: '2029-06-01', to: '2030-05-31' };
const days = { ...story, from: '2030-01-10', to: '2030-01-12' };
const asked = { ...story, query: { from: days.from, to: days.to } };

async function startTold() {
  const started = await startStory();
  await tellStory(started);
  return started;
}

/** What is so on each of the days only. */
const within = <T extends { date: string }>(items: readonly T[]) =>
  items.filter(({ date }) => days.from <= date && date <= days.to);

describe('daily statistics', () => {
  it('returns the statistics of a few days', async () => {
    const { owner } = await startTold();
    const one = { account_id: WORKER };
    const { statistics } = owner;
    expect(await statistics.tasksDaily(days)).toEqual(await owner.getTaskDailyStatistics(asked));
    expect(await statistics.phasesDaily(days)).toEqual(await owner.getPhaseDailyStatistics(asked));
    expect(await statistics.inspectionsDaily(days)).toEqual(await owner.getInspectionDailyStatistics(asked));
    expect(await statistics.accountsDaily(days)).toEqual(await owner.getAccountDailyStatistics(asked));
    expect(await statistics.worktimeDaily(days)).toEqual(await owner.getWorktimeDailyStatistics(asked));
    expect(await statistics.worktimeDailyByAccount({ ...days, ...one })).toEqual(
      await owner.getWorktimeDailyStatisticsByAccount({ ...asked, ...one }),
    );
  });

  it('returns the statistics of a single day', async () => {
    const { owner } = await startTold();
    const found = await owner.statistics.tasksDaily({ ...story, from: '2030-01-11', to: '2030-01-11' });
    expect(found.map(({ date }) => date)).toEqual(['2030-01-11']);
  });

  it('returns each day once and in order for more than three months', async () => {
    const { annofab, owner } = await startTold();
    annofab.clock.set(new Date('2031-02-01T12:00:00+09:00'));
    const found = await owner.statistics.tasksDaily({ ...story, from: '2029-11-30', to: '2030-12-31' });
    const dates = found.map(({ date }) => date);
    expect([dates[0], dates.at(-1)]).toEqual(['2030-01-09', '2030-12-31']);
    expect(dates).toHaveLength(365 - 8);
    expect(dates).toEqual([...new Set(dates)].sort());
  });

  it('uses the available dates when from or to is missing', async () => {
    const { annofab, owner } = await startTold();
    annofab.clock.set(new Date('2030-06-01T12:00:00+09:00'));
    const ends = async (some: { from?: string; to?: string }) => {
      const dates = (await owner.statistics.tasksDaily({ ...story, ...some })).map(({ date }) => date);
      return [dates[0], dates.at(-1)];
    };
    expect(await ends({})).toEqual(['2030-01-09', '2030-06-01']);
    expect(await ends({ from: '2030-05-01' })).toEqual(['2030-05-01', '2030-06-01']);
    expect(await ends({ to: '2030-02-01' })).toEqual(['2030-01-09', '2030-02-01']);
  });

  it('returns one item per member across several requests', async () => {
    const { annofab, owner } = await startTold();
    annofab.clock.set(new Date('2030-06-01T12:00:00+09:00'));
    const accounts = await owner.statistics.accountsDaily(year);
    const ids = accounts.map(({ account_id }) => account_id);
    expect(ids).toEqual([...new Set(ids)]);
    const accepter = accounts.find(({ account_id }) => account_id === ACCEPTER)?.histories ?? [];
    expect(accepter.at(-1)?.date).toBe('2030-05-31');
    expect(within(accepter).map(({ worktime }) => worktime)).toEqual(['PT0S', 'PT30M', 'PT10M']);
  });

  it('returns work times as one series', async () => {
    const { annofab, owner } = await startTold();
    annofab.clock.set(new Date('2030-06-01T12:00:00+09:00'));
    const all = await owner.statistics.worktimeDaily(year);
    const { data_series } = await owner.getWorktimeDailyStatistics(asked);
    expect(all.project_id).toBe('story');
    expect(within(all.data_series)).toEqual(data_series);
    const own = await owner.statistics.worktimeDailyByAccount({ ...year, account_id: ACCEPTER });
    expect(own).toMatchObject({ project_id: 'story', account_id: ACCEPTER });
    expect(own.data_series.at(-1)?.date).toBe('2030-05-31');
  });

  it.each([
    ['2030-01-00', '2030-01-31', /from must be a day/],
    ['2030-01-01', '2030-02-30', /to must be a day/],
    ['2030-01-01T00:00:00Z', '2030-01-31', /from must be a day/],
    ['2030-02-01', '2030-01-31', /is after/],
  ])('rejects the period from %s to %s before sending a request', async (from, to, message) => {
    const { owner } = await startEmulator();
    const refused = owner.statistics.tasksDaily({ project_id: 'no-such-project', from, to });
    await expect(refused).rejects.toBeInstanceOf(InvalidQueryError);
    await expect(refused).rejects.toThrow(message);
  });

  it('throws NotFoundError when the project does not exist', async () => {
    const { owner } = await startEmulator();
    await expect(owner.statistics.phasesDaily({ ...days, project_id: 'nowhere' })).rejects.toBeInstanceOf(
      NotFoundError,
    );
  });
});

describe('statistics.labels', () => {
  it('counts the annotations of each label', async () => {
    const { worker } = await startEmulator();
    const labels = await worker.statistics.labels(demo);
    const vehicle = labels.find(({ label_id }) => label_id === 'label-vehicle');
    expect((vehicle?.completed ?? 0) + (vehicle?.wip ?? 0)).toBeGreaterThan(0);
  });

  it('throws NotFoundError when the project does not exist', async () => {
    const { owner } = await startEmulator();
    await expect(owner.statistics.labels({ project_id: 'nowhere' })).rejects.toBeInstanceOf(NotFoundError);
  });
});
