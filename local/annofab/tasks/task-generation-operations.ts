import { isId } from '../../../lib/core/ids.ts';
import { invalidBody, stateMismatch } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import type { ProjectRecord } from '../core/state.ts';
import { uploadedFile } from '../files/uploads.ts';
import { assertNotSuspended } from '../projects/project-status.ts';
import { type HandlerContext, type HandlerTable, reply } from '../server/handler.ts';
import { MAX_INPUTS, newTask, recordTaskUpdate } from './task.ts';
import { type PlannedTask, planByCount, planByCsv, planByDirectory } from './task-generation-rules.ts';

type Context = HandlerContext<'initiateTasksGeneration'>;

export const taskGeneration = {
  /** Atomic: a rule that cannot be applied fails the job, and no task is created. */
  initiateTasksGeneration: (context) => {
    const { project, body, clock, jobs } = context;
    assertNotSuspended(project);
    checkLock('project', project.project.updated_datetime, body.project_last_updated_datetime);
    const plan = planOf(context);
    const detail = { _type: 'GenTasks' as const, request: body };
    const job = jobs.start(project, {
      type: 'gen-tasks',
      detail,
      run: (started) => {
        const planned = plan();
        makeTasks(project, planned, clock.stamp());
        started.job_detail = { ...detail, generated_task_count: planned.length };
      },
    });
    // A concurrent request then holds an outdated lock.
    project.project.updated_datetime = clock.stamp();
    return reply(202, structuredClone({ job, project: project.project }));
  },
} satisfies HandlerTable;

/**
 * The plan is evaluated when the job runs, because input data may be added until then.
 *
 * @throws Failure 400 for a rule that can never be applied
 */
function planOf(context: Context): () => PlannedTask[] {
  const { project, body } = context;
  const rule = body.task_generate_rule;
  if (rule._type === 'ByInputDataCsv') {
    const { bytes } = uploadedFile(rule.csv_data_path, context);
    return () => planByCsv(project, bytes);
  }
  if (!isId(rule.task_id_prefix)) throw invalidBody('task_id_prefix must have letters, digits, _, - and . only');
  if (rule._type === 'ByDirectory') return () => planByDirectory(project, rule);
  if (project.project.input_data_type === 'movie' && rule.input_data_count !== 1) {
    throw invalidBody('A task of a video project holds one input data: input_data_count must be 1');
  }
  return () => planByCount(project, rule);
}

/** @throws Failure when a task exists already or is too large; then no task is created */
function makeTasks(project: ProjectRecord, planned: readonly PlannedTask[], at: string): void {
  for (const { taskId, inputDataIds } of planned) {
    if (project.tasks.has(taskId)) throw stateMismatch(`The task ${taskId} exists already`);
    if (inputDataIds.length > MAX_INPUTS) {
      throw invalidBody(
        `The task ${taskId} would hold ${inputDataIds.length} input data; the maximum is ${MAX_INPUTS}`,
      );
    }
  }
  for (const { taskId, inputDataIds } of planned) {
    project.tasks.set(taskId, newTask(project.project.project_id, taskId, inputDataIds, at));
  }
  recordTaskUpdate(project, at);
}
