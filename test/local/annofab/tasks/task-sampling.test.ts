import { describe, expect, it } from 'vitest';
import type { TaskOperation } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { ACCEPTER, demo, PROJECT, startEmulator, WORKER } from '../emulator.ts';

/** The demo with these rates in percent; the worker works on `task-5`. */
async function startWith(rates: { inspection?: number; acceptance?: number }, inspections = 1) {
  const started = await startEmulator();
  const project = started.annofab.state.projects.get(PROJECT);
  if (!project) throw new Error('the demo has no project');
  Object.assign(project.project.configuration, {
    number_of_inspections: inspections,
    sampling_inspection_rate: rates.inspection,
    sampling_acceptance_rate: rates.acceptance,
  });
  return { ...started, project };
}

const TASK = { ...demo, task_id: 'task-5' };

async function operate(client: AnnofabClient, change: Omit<TaskOperation, 'last_updated_datetime'>) {
  const { updated_datetime: last_updated_datetime } = await client.getTask(TASK);
  return client.operateTask({ ...TASK, body: { ...change, last_updated_datetime } });
}

const submit = (worker: AnnofabClient) => operate(worker, { status: 'complete', account_id: WORKER });

describe('sampling of submitted tasks', () => {
  it.each([
    ['neither', {}, 'inspection', 'not_started', null],
    ['all', { inspection: 100, acceptance: 100 }, 'inspection', 'not_started', null],
    ['no inspections', { inspection: 0 }, 'acceptance', 'not_started', 'inspection_skipped'],
    ['no acceptances', { acceptance: 0 }, 'inspection', 'not_started', null],
    ['nothing', { inspection: 0, acceptance: 0 }, 'acceptance', 'complete', 'inspection_and_acceptance_skipped'],
  ])('a submitted task skips phases by the sampling rate of %s', async (_what, rates, phase, status, sampling) => {
    const { worker } = await startWith(rates);
    expect(await submit(worker)).toMatchObject({ phase, status, sampling, account_id: null });
  });

  it('a task that skips acceptance is found by auto_accepted_only, and fires its webhooks', async () => {
    const { owner, worker, annofab, project } = await startWith({ acceptance: 0 }, 0);
    await owner.putWebhook({
      ...demo,
      webhook_id: 'w',
      body: {
        ...{ ...demo, webhook_id: 'w', event_type: 'task-completed', webhook_status: 'active', method: 'POST' },
        ...{ headers: [], url: 'http://127.0.0.1:9/' },
      },
    });
    expect(await submit(worker)).toMatchObject({
      phase: 'acceptance',
      status: 'complete',
      sampling: 'acceptance_skipped',
    });
    const { list } = await owner.getTasks({ ...demo, query: { auto_accepted_only: true } });
    expect(list.map(({ task_id }) => task_id)).toEqual(['task-5']);
    await annofab.settled();
    expect(project.jobs.map(({ job_type }) => job_type)).toEqual(['invoke-hook']);
  });

  it('skipped phases are in the task histories without an account', async () => {
    const { owner, worker } = await startWith({ inspection: 0, acceptance: 0 }, 2);
    const { updated_datetime: at } = await submit(worker);
    const passed = {
      account_id: null,
      accumulated_labor_time_milliseconds: 'PT0S',
      started_datetime: at,
      ended_datetime: at,
    };
    expect((await owner.getTaskHistories(TASK)).slice(-3)).toMatchObject([
      { phase: 'inspection', phase_stage: 1, ...passed },
      { phase: 'inspection', phase_stage: 2, ...passed },
      { phase: 'acceptance', phase_stage: 1, ...passed },
    ]);
  });

  it('the annotator’s sampling rate takes precedence over the project’s', async () => {
    const { worker, project } = await startWith({ acceptance: 100 }, 0);
    Object.assign(project.members.get(WORKER) ?? {}, { sampling_acceptance_rate: 0 });
    expect(await submit(worker)).toMatchObject({ status: 'complete' });
  });

  it.each([
    [false, { status: 'not_started', sampling: null }],
    [true, { status: 'complete', sampling: 'acceptance_skipped' }],
  ])('a rejected task does not skip phases, unless it was rejected by force: %s', async (force, expected) => {
    const { annofab, owner, worker, accepter, project } = await startWith({ acceptance: 100 }, 0);
    annofab.settings.rejectionNeedsComment = false;
    await submit(worker);
    await operate(owner, { status: 'not_started', account_id: ACCEPTER });
    await operate(accepter, { status: 'working', account_id: ACCEPTER });
    if (force) await operate(owner, { status: 'rejected', force });
    else await operate(accepter, { status: 'rejected', account_id: ACCEPTER });
    project.project.configuration.sampling_acceptance_rate = 0;
    await operate(worker, { status: 'working', account_id: WORKER });
    expect(await submit(worker)).toMatchObject({ phase: 'acceptance', ...expected });
  });
});
