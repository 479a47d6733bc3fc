import { isId } from '../../../../lib/core/ids.ts';
import { invalidBody, stateMismatch } from '../../core/errors.ts';
import { checkLock } from '../../core/lock.ts';
import type { ProjectRecord } from '../../core/state.ts';
import { uploadedFile } from '../../files/uploads.ts';
import { assertNotSuspended, MAX_INPUTS, noteTaskUpdate } from '../../projects/project-rules.ts';
import { type HandlerContext, type HandlerTable, reply } from '../../server/handler.ts';
import { newTask } from '../task-life-cycle.ts';
import { type PlannedTask, planByCount, planByCsv, planByDirectory } from './rules.ts';

type Context = HandlerContext<'initiateTasksGeneration'>;

export const taskGeneration = {
  /** All or nothing: a rule that cannot be carried out fails the job, and no task is made. */
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
    // The next one who would generate tasks has to have seen this.
    project.project.updated_datetime = clock.stamp();
    return reply(202, structuredClone({ job, project: project.project }));
  },
} satisfies HandlerTable;

/**
 * What the rule says, to be asked when the job runs: input data may have come by then.
 *
 * @throws Failure 400 for a rule that could never be carried out
 */
function planOf(context: Context): () => PlannedTask[] {
  const { project, body } = context;
  const rule = body.task_generate_rule;
  if (rule._type === 'ByInputDataCsv') {
    const { bytes } = uploadedFile(rule.csv_data_path, context);
    return () => planByCsv(project, bytes);
  }
  if (!isId(rule.task_id_prefix)) throw invalidBody('task_id_prefix must be of letters, digits, _, - and .');
  if (rule._type === 'ByDirectory') return () => planByDirectory(project, rule);
  if (project.project.input_data_type === 'movie' && rule.input_data_count !== 1) {
    throw invalidBody('A task of a video project holds one input data: input_data_count must be 1');
  }
  return () => planByCount(project, rule);
}

/** @throws Failure when one is there already or is too large; then none is made */
function makeTasks(project: ProjectRecord, planned: readonly PlannedTask[], at: string): void {
  for (const { taskId, inputDataIds } of planned) {
    if (project.tasks.has(taskId)) throw stateMismatch(`There is a task ${taskId} already`);
    if (inputDataIds.length > MAX_INPUTS) {
      throw invalidBody(
        `The task ${taskId} would hold ${inputDataIds.length} input data, and ${MAX_INPUTS} are the most`,
      );
    }
  }
  for (const { taskId, inputDataIds } of planned) {
    project.tasks.set(taskId, newTask(project.project.project_id, taskId, inputDataIds, at));
  }
  noteTaskUpdate(project, at);
}
