import { expect, it } from 'vitest';
import type { TaskOperation, TaskPhase } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { ACCEPTER, startEmulator, WORKER } from '../emulator.ts';
import { MINE, MY_TASK, point, putV2, readV2 } from './frames.ts';

/** The worker saves `MINE` with one point and submits it; then the accepter works on it. */
async function handIn(owner: AnnofabClient, worker: AnnofabClient, accepter: AnnofabClient) {
  await putV2(worker, MINE, [point('of the worker', 1)], (await readV2(worker, MINE)).updated_datetime ?? undefined);
  await operate(worker, { status: 'complete', account_id: WORKER });
  await operate(owner, { status: 'not_started', account_id: ACCEPTER });
  await operate(accepter, { status: 'working', account_id: ACCEPTER });
}

async function operate(client: AnnofabClient, change: Omit<TaskOperation, 'last_updated_datetime'>) {
  const { updated_datetime: last_updated_datetime } = await client.getTask(MY_TASK);
  await client.operateTask({ ...MY_TASK, body: { ...change, last_updated_datetime } });
}

async function readPhase(client: AnnofabClient, phase: TaskPhase): Promise<string[]> {
  const histories = await client.getTaskHistories(MY_TASK);
  const task_history_id = histories.findLast((history) => history.phase === phase)?.task_history_id;
  const { details } = await client.getEditorAnnotation({ ...MINE, query: { v: 2, task_history_id } });
  return details.map(({ annotation_id }) => annotation_id);
}

it('a frame can be read as at the end of an earlier phase, and in its present state', async () => {
  const { owner, worker, accepter } = await startEmulator();
  await handIn(owner, worker, accepter);
  expect(await readPhase(owner, 'annotation'), 'nobody has changed it since').toEqual(['of the worker']);
  const { updated_datetime } = await readV2(accepter, MINE);
  await putV2(accepter, MINE, [point('of the accepter', 2)], updated_datetime ?? undefined);
  await putV2(accepter, MINE, [], (await readV2(accepter, MINE)).updated_datetime ?? undefined);
  expect(await readPhase(owner, 'annotation')).toEqual(['of the worker']);
  expect(await readPhase(owner, 'acceptance')).toEqual([]);
});

it('the frame of an earlier phase is empty 30 days after its last save', async () => {
  const { annofab, owner, worker, accepter } = await startEmulator();
  await handIn(owner, worker, accepter);
  annofab.clock.advance(30 * 24 * 60 * 60 * 1000 - 60_000);
  expect(await readPhase(owner, 'annotation')).toEqual(['of the worker']);
  annofab.clock.advance(60_000);
  expect(await readPhase(owner, 'annotation')).toEqual([]);
  expect(await readPhase(owner, 'acceptance'), 'the present phase forgets nothing').toEqual(['of the worker']);
});

it('returns 404 for a task history that the task does not have', async () => {
  const { owner } = await startEmulator();
  const read = owner.getEditorAnnotation({ ...MINE, query: { v: 2, task_history_id: 'nothing' } });
  await expect(read).rejects.toMatchObject({ status: 404 });
});
