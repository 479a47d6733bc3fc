import type { ProjectJobInfo, Task, TaskGenerateRule } from '../../annofab/index.ts';
import type { EventContext } from '../../runtime/context.ts';
import { codeIn } from '../../runtime/loggable-message.ts';
import { NonRetryableError, RetryLater, Skip } from '../../runtime/outcomes.ts';
import { withConflictHandling } from '../conflict-handling.ts';
import { settingsOf } from '../projects/settings-of.ts';
import type { Services, WithProjects } from '../services.ts';
import type { InputDataZipSettings } from './input-data-zip-settings.ts';
import { setPathMetadata } from './path-metadata.ts';
import { type RegisteredZip, registeredZips } from './registered-zips.ts';
import { type TaskGeneration, taskGeneration } from './task-generation.ts';

type Context = EventContext<'input-data-zip-registered', Services & WithProjects>;

/** What was generated of one ZIP file. */
export interface GeneratedTasks {
  readonly job_id: string;
  /** How many tasks the job made; those that are found where Annofab does not show the number. */
  readonly count: number;
  /** The tasks that are found. A job that ran right after this one may have made some of them. */
  readonly task_ids: readonly string[];
  /** How many of the tasks got metadata from the paths of their input data. */
  readonly described: number;
}

/** Counts how often an event waited for the generation that it started. */
const GENERATING = 'generating';

/**
 * Generates the tasks of a ZIP file of input data by the project's rule, and sets their metadata from its path pattern. Without
 * a rule the event is skipped.
 *
 * An invocation starts the job, and the event comes back until the job has ended. So a repeated delivery must not start a second
 * one: a job with the same rule that was started after the ZIP was registered is the one that is waited for.
 *
 * @throws RetryLater while a job is in progress, this or another; Skip when there is nothing to do; NonRetryableError when the CSV
 * file is missing or wrong, or when the job failed: sending the delivery again starts another
 */
export async function generateTasks(ctx: Context): Promise<GeneratedTasks[]> {
  const { project_id } = ctx.event;
  const { inputDataZip } = await settingsOf(ctx, project_id);
  if (inputDataZip === false) throw new Skip(`no rule generates tasks for ZIP files of project ${project_id}`);
  const generated: GeneratedTasks[] = [];
  for (const zip of await registeredZips(ctx)) generated.push(await generateFor(ctx, zip, inputDataZip));
  return generated;
}

async function generateFor(
  ctx: Context,
  zip: RegisteredZip,
  { tasks: rule, metadata }: InputDataZipSettings,
): Promise<GeneratedTasks> {
  const { project_id } = ctx.event;
  const generation = await taskGeneration(ctx, rule, zip);
  const job = await findJob(ctx, zip, generation);
  if (job === undefined) throw await startJob(ctx, generation);
  if (job.job_status === 'progress') throw inProgress(ctx, job);
  if (job.job_status === 'failed') throw hasWaited(ctx) ? failed(job) : await startJob(ctx, generation);

  const tasks = await madeTasks(ctx, job, generation);
  // Another CSV file's job.
  if (tasks.length === 0 && generation.isListed) throw await startJob(ctx, generation);
  const described = await withConflictHandling(ctx, project_id, () => setPathMetadata(ctx, tasks, metadata));
  const count = countIn(job) ?? tasks.length;
  ctx.log.info('Tasks generated from a ZIP file', { project_id, job_id: job.job_id, tasks: count, described });
  return { job_id: job.job_id, count, task_ids: tasks.map(({ task_id }) => task_id), described };
}

async function findJob(
  { annofab, event, signal }: Context,
  { registeredAt }: RegisteredZip,
  { isSame }: TaskGeneration,
): Promise<ProjectJobInfo | undefined> {
  const { project_id } = event;
  for await (const job of annofab.jobs.all({ project_id, query: { type: 'gen-tasks' } }, { signal })) {
    if (Date.parse(job.created_datetime) < registeredAt) return undefined;
    const rule = ruleOf(job);
    // Annofab does not promise to show the rule. A job without one counts, so that no second one is started for it.
    if (rule === undefined || isSame(rule)) return job;
  }
  return undefined;
}

function ruleOf({ job_detail: detail }: ProjectJobInfo): TaskGenerateRule | undefined {
  return detail && 'request' in detail && 'task_generate_rule' in detail.request
    ? detail.request.task_generate_rule
    : undefined;
}

function countIn({ job_detail: detail }: ProjectJobInfo): number | undefined {
  return detail && 'generated_task_count' in detail ? (detail.generated_task_count ?? undefined) : undefined;
}

/** @returns the wait for the job. @throws RetryLater while another job excludes it, Skip when the project is suspended */
async function startJob(ctx: Context, { start }: TaskGeneration): Promise<RetryLater> {
  const { project_id } = ctx.event;
  const job = await withConflictHandling(ctx, project_id, start);
  ctx.log.info('Task generation started', { project_id, job_id: job.job_id });
  return inProgress(ctx, job);
}

function inProgress({ settings, delivery }: Context, { job_id, project_id }: ProjectJobInfo): RetryLater {
  const seconds = settings.earlyEventRetrySeconds[delivery.deferrals[GENERATING] ?? 0] ?? settings.jobRunningSeconds;
  return new RetryLater(`gen-tasks ${job_id} of project ${project_id} is in progress`, {
    seconds,
    counter: GENERATING,
  });
}

/** A failure that this delivery did not wait for is an earlier one: an operator has sent the delivery again since. */
function hasWaited({ delivery }: Context): boolean {
  return (delivery.deferrals[GENERATING] ?? 0) > 0;
}

function failed({ job_id, project_id, errors }: ProjectJobInfo): NonRetryableError {
  const codes = (errors.errors ?? []).flatMap(({ error_code }) => codeIn(error_code ?? undefined) ?? []);
  const why = codes.length === 0 ? '' : ` (${codes.join(', ')})`;
  return new NonRetryableError(
    `gen-tasks ${job_id} of project ${project_id} failed${why}: Annofab's list of jobs says why; correct it, and send the delivery again`,
  );
}

/** Annofab does not say which tasks a job made: those with ids by the rule that changed since it started. */
async function madeTasks(
  { annofab, event, signal }: Context,
  job: ProjectJobInfo,
  { mayHaveMade }: TaskGeneration,
): Promise<Task[]> {
  const query = { sort: '-updated_datetime' };
  const tasks: Task[] = [];
  for await (const task of annofab.tasks.all(
    { project_id: event.project_id, query },
    { signal, allowTruncated: true },
  )) {
    if (Date.parse(task.updated_datetime) < Date.parse(job.created_datetime)) break;
    if (mayHaveMade(task.task_id)) tasks.push(task);
  }
  return tasks.sort((one, other) => (one.task_id < other.task_id ? -1 : 1));
}
