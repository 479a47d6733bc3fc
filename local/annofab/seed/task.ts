import type { Task } from '../../../lib/annofab/api-description.ts';
import { simpleToEditor } from '../annotations/simple-annotation.ts';
import type { Clock } from '../core/clock.ts';
import { clone } from '../core/clone.ts';
import { frameKey, type ProjectRecord, type State } from '../core/state.ts';
import { assignmentStep, nextStep, type TaskStep, workerFor } from '../tasks/next-task-step.ts';
import { newTask } from '../tasks/task.ts';
import { applyOperation } from '../tasks/task-transitions.ts';
import { accountByUserId, assertSeedId, toStoredFile, within } from './checks.ts';
import type { SeedFrame, SeedTask } from './seed.ts';
import type { WorkTimes } from './work-times.ts';

/** @throws Error saying what is wrong with the task */
export function addTask(state: State, record: ProjectRecord, seed: SeedTask, clock: Clock, times: WorkTimes): void {
  assertSeedId('task_id', seed.task_id);
  if (record.tasks.has(seed.task_id)) throw new Error('it exists twice');
  const unknown = seed.input_data_ids.find((id) => !record.inputData.has(id));
  if (unknown !== undefined) throw new Error(`the project has no input data ${unknown}`);
  const task = newTask(record.project.project_id, seed.task_id, seed.input_data_ids, clock.stamp());
  record.tasks.set(task.task_id, task);
  for (const [inputDataId, frame] of Object.entries(seed.annotations ?? {})) {
    within(`input data ${inputDataId}`, () => addFrame(state, record, task, inputDataId, frame, clock));
  }
  walkTo(state, record, task, seed, clock, times);
  times.endTask();
  if (seed.metadata) task.metadata = { ...seed.metadata };
}

function addFrame(
  state: State,
  record: ProjectRecord,
  task: Task,
  inputDataId: string,
  { details, files = {} }: SeedFrame,
  clock: Clock,
): void {
  if (!task.input_data_id_list.includes(inputDataId)) throw new Error('the task does not have it');
  const pathOf = (annotationId: string) =>
    `annotations/${task.project_id}/${task.task_id}/${inputDataId}/${annotationId}`;
  for (const [annotationId, file] of Object.entries(files)) {
    state.files.set(pathOf(annotationId), toStoredFile(file, clock));
  }
  const at = clock.stamp();
  const editor = simpleToEditor({ details: clone(details) }, record.specs, {
    accountId: workerFor(record, task).account_id,
    at,
    outerPath: (id) => (Object.hasOwn(files, id) ? pathOf(id) : undefined),
  });
  record.annotations.set(frameKey(task.task_id, inputDataId), { details: editor, updated_datetime: at });
}

/** Takes the task to the phase, assignee and status of the seed, by the same steps as people do. */
function walkTo(state: State, record: ProjectRecord, task: Task, seed: SeedTask, clock: Clock, times: WorkTimes): void {
  const { phase = 'annotation', phase_stage: stage = 1, status = 'not_started', user_id: userId } = seed;
  const settings = { rejectionNeedsComment: false }; // No step of a walk is a rejection.
  const take = ({ actor, change }: TaskStep): void => {
    times.beforeStep(task);
    const operator = { project: record, task, actor, clock, settings };
    applyOperation(operator, { ...change, last_updated_datetime: task.updated_datetime });
  };
  while (task.phase !== phase || task.phase_stage !== stage) {
    if (task.phase === 'acceptance') throw new Error(`the project has no phase ${phase} of stage ${stage}`);
    take(nextStep(record, task));
  }
  if (userId === undefined) {
    if (status !== 'not_started') throw new Error(`a task that is ${status} needs a user_id`);
    return;
  }
  take(assignmentStep(record, accountByUserId(state, userId).account_id));
  if (status === 'not_started') return;
  if (status === 'working') times.beforeOpenWork();
  take(nextStep(record, task));
  if (status === 'working') return;
  const { actor } = nextStep(record, task);
  if (status === 'complete' && phase !== 'acceptance') throw new Error('only acceptance can be complete');
  take({ actor, change: { status, account_id: actor.account_id } });
}
