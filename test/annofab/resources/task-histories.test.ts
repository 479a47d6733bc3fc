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

describe('countRejections and rejectionIndexes', () => {
  it('count rejections by the phase and stage that rejected the task', () => {
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

  it('do not count a cancelled submission, where nobody had worked', () => {
    const visits = [visit('annotation'), visit('acceptance', false), visit('annotation')];
    expect(countRejections(visits, { phase: 'acceptance' })).toBe(0);
    expect(countRejections([], { phase: 'acceptance' })).toBe(0);
  });

  it('find the indexes of rejections in the histories', () => {
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

describe('phases that sampling skipped', () => {
  it.each([
    ['that is the last phase', [work('annotation'), skipped('acceptance')], [1]],
    ['that was repeated later', [work('annotation'), skipped('acceptance'), work('acceptance')], [1]],
    ['except when the submission was cancelled', [work('annotation'), skipped('acceptance'), work('annotation')], []],
    ['except when it has not ended', [work('annotation'), skipped('acceptance', { ended_datetime: null })], []],
    ['except when someone worked on it', [work('annotation'), work('acceptance')], []],
    ['whose work time is PT0.000S', [skipped('acceptance', { accumulated_labor_time_milliseconds: 'PT0.000S' })], [0]],
  ])('skippedAcceptanceIndexes finds an acceptance %s', (_how, histories, indexes) => {
    expect(skippedAcceptanceIndexes(histories)).toEqual(indexes);
  });

  it('skippedInspectionIndexes does not confuse inspection with acceptance', () => {
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

describe('taskCreatedAt', () => {
  it('returns the date-time of the last change before anyone started', () => {
    const creation = skipped('annotation', { started_datetime: null });
    expect(taskCreatedAt(task, [creation])).toBe('2030-01-02T00:00:00.000+09:00');
  });

  it('returns the start of the first history afterwards', () => {
    expect(taskCreatedAt(task, [skipped('annotation'), work('annotation')])).toBe(AT);
  });

  it.each([[[]], [[work('annotation')]]])('returns undefined for old tasks', (histories) => {
    expect(taskCreatedAt(task, histories)).toBeUndefined();
  });
});

describe('canEditAnnotations', () => {
  const ROLES = ['owner', 'accepter', 'worker'] as const;
  const STATUSES = ['not_started', 'working', 'on_hold', 'break', 'complete'] as const;
  const combinations = ROLES.flatMap((member_role) =>
    STATUSES.flatMap((status) =>
      ['me', 'someone', null].flatMap((account_id) =>
        [[], task.histories_by_phase].map((histories_by_phase) => ({
          ...{ member_role, task: { ...task, status, account_id, histories_by_phase } },
        })),
      ),
    ),
  );

  /** `can_put_annotation` of annofabapi, in TypeScript. */
  function byPython(role: string, { account_id, histories_by_phase }: Task): boolean {
    if (role === 'owner') return histories_by_phase.length === 0 || account_id === 'me';
    return account_id === 'me';
  }

  it('agrees with the Python client in each of 90 combinations of role, status, assignee and history', () => {
    expect(task.histories_by_phase).not.toEqual([]);
    const answers = combinations.map((each) => canEditAnnotations(each.task, { ...each, account_id: 'me' }));
    expect(answers).toEqual(combinations.map((each) => byPython(each.member_role, each.task)));
    expect(answers).toHaveLength(90);
    expect(answers.filter((may) => may)).toHaveLength(40);
  });

  it('allows an account whose role is not given only what it is assigned to', () => {
    const unassigned = { ...task, account_id: null, histories_by_phase: [] };
    expect(canEditAnnotations(unassigned, { account_id: 'me' })).toBe(false);
    expect(canEditAnnotations({ ...task, account_id: 'me' }, { account_id: 'me' })).toBe(true);
  });
});
