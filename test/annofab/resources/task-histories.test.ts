import { describe, expect, it } from 'vitest';
import {
  canEditAnnotations,
  countRejections,
  rejectionIndexes,
  skippedAcceptanceIndexes,
  skippedInspectionIndexes,
  type Task,
  type TaskHistory,
  type TaskHistoryShort,
  taskCreatedAt,
} from '../../../lib/annofab/index.ts';

const AT = '2030-01-01T00:00:00.000+09:00';

/** What somebody did for an hour. */
function work(phase: TaskHistory['phase'], fields: Partial<TaskHistory> = {}): TaskHistory {
  return {
    project_id: 'p',
    task_id: 't',
    task_history_id: 'h',
    started_datetime: AT,
    ended_datetime: AT,
    accumulated_labor_time_milliseconds: 'PT1H',
    phase,
    phase_stage: 1,
    account_id: 'someone',
    ...fields,
  };
}

/** What went by without anybody. */
const skipped = (phase: TaskHistory['phase'], fields: Partial<TaskHistory> = {}) =>
  work(phase, { account_id: null, accumulated_labor_time_milliseconds: 'PT0S', ...fields });

const visit = (phase: TaskHistoryShort['phase'], worked = true, phase_stage = 1): TaskHistoryShort => ({
  phase,
  phase_stage,
  account_id: 'someone',
  worked,
});

describe('rejections', () => {
  it('are counted by the phase and stage that sent the task back', () => {
    const visits = [
      visit('annotation'),
      visit('inspection'),
      visit('annotation'),
      visit('inspection'),
      visit('inspection', true, 2),
      visit('annotation'),
      visit('acceptance'),
      visit('annotation'),
      visit('acceptance'),
    ];
    expect(countRejections(visits, { phase: 'inspection' })).toBe(1);
    expect(countRejections(visits, { phase: 'inspection', phase_stage: 2 })).toBe(1);
    expect(countRejections(visits, { phase: 'acceptance' })).toBe(1);
  });

  it('are none where nobody had worked: the submission was taken back', () => {
    const visits = [visit('annotation'), visit('acceptance', false), visit('annotation')];
    expect(countRejections(visits, { phase: 'acceptance' })).toBe(0);
    expect(countRejections([], { phase: 'acceptance' })).toBe(0);
  });

  it('are found in the histories', () => {
    const histories = [
      work('annotation'),
      work('inspection'),
      work('annotation'),
      skipped('acceptance'),
      work('annotation'),
      work('acceptance'),
    ];
    expect(rejectionIndexes(histories)).toEqual([1]);
  });
});

describe('what sampling skipped', () => {
  it.each([
    ['at the end', [work('annotation'), skipped('acceptance')], [1]],
    ['and accepted again later', [work('annotation'), skipped('acceptance'), work('acceptance')], [1]],
    ['but taken back', [work('annotation'), skipped('acceptance'), work('annotation')], []],
    ['not yet over', [work('annotation'), skipped('acceptance', { ended_datetime: null })], []],
    ['but worked on', [work('annotation'), work('acceptance')], []],
    [
      'of no time at all, printed otherwise',
      [skipped('acceptance', { accumulated_labor_time_milliseconds: 'PT0.000S' })],
      [0],
    ],
  ])('acceptance, %s', (_how, histories, indexes) => {
    expect(skippedAcceptanceIndexes(histories)).toEqual(indexes);
  });

  it('inspection is told from acceptance', () => {
    const histories = [work('annotation'), skipped('inspection'), skipped('acceptance')];
    expect(skippedInspectionIndexes(histories)).toEqual([1]);
    expect(skippedAcceptanceIndexes(histories)).toEqual([2]);
  });
});

const task: Task = {
  project_id: 'p',
  task_id: 't',
  phase: 'annotation',
  phase_stage: 1,
  status: 'working',
  input_data_id_list: [],
  account_id: 'someone',
  histories_by_phase: [visit('annotation')],
  work_time_span: 0,
  number_of_rejections: 0,
  updated_datetime: AT,
  operation_updated_datetime: '2030-01-02T00:00:00.000+09:00',
};

describe('when a task was made', () => {
  it('is what its last change says while nobody has begun', () => {
    const creation = skipped('annotation', { started_datetime: null });
    expect(taskCreatedAt(task, [creation])).toBe('2030-01-02T00:00:00.000+09:00');
  });

  it('is the start of its first history then', () => {
    expect(taskCreatedAt(task, [skipped('annotation'), work('annotation')])).toBe(AT);
  });

  it.each([[[]], [[work('annotation')]]])('is unknown of old tasks', (histories) => {
    expect(taskCreatedAt(task, histories)).toBeUndefined();
  });
});

describe('who may edit annotations', () => {
  const { account_id: _, ...unassigned } = { ...task, status: 'not_started', histories_by_phase: [] } as const;

  it.each([
    ['the assignee at work', task, { account_id: 'someone' }, true],
    ['the assignee at rest', { ...task, status: 'break' } as const, { account_id: 'someone' }, false],
    ['somebody else', task, { account_id: 'other', member_role: 'owner' }, false],
    ['the owner while nobody was ever assigned', unassigned, { account_id: 'other', member_role: 'owner' }, true],
    ['a worker while nobody was ever assigned', unassigned, { account_id: 'other', member_role: 'worker' }, false],
  ])('%s', (_who, asked, member, may) => {
    expect(canEditAnnotations({ ...asked, histories_by_phase: [...asked.histories_by_phase] }, member)).toBe(may);
  });
});
