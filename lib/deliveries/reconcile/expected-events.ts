import { RESULT_WINDOW } from '../../annofab/api-description.ts';
import type { ProjectJobInfo, ProjectJobType, Task } from '../../annofab/index.ts';
import type { EventType, WebhookEvent } from '../../webhooks/events.ts';
import { parseEvent } from '../../webhooks/parse-event.ts';
import type { ReconcileContext } from './context.ts';
import { assertTime, type Window } from './window.ts';

/** Something that Annofab shows to have happened, and for which it has an event. Moments are in milliseconds since 1970. */
export interface Happened {
  /** As it can be concluded: the same each time. */
  readonly event: WebhookEvent;
  readonly at: number;
  /**
   * An event about the same, with a moment from then to then, is the one of this, or of something that outdates it. One
   * from the future is neither: whoever knows a webhook's secret can send it.
   */
  readonly moments: { readonly from: number; readonly to: number };
}

/** Annofab need not give the event the very moment that it gives the task or the job. */
const TOLERANCE_MS = 5_000;

/** A job is listed by when it began, and may run for long. */
const LONGEST_JOB_MS = 24 * 60 * 60 * 1_000;

interface JobEvent {
  readonly jobType: ProjectJobType;
  readonly eventType: EventType;
  /** Whether a later event makes up for this one: an archive is read as it is then, but each ZIP is one of its own. */
  readonly outdated: boolean;
}

const jobEvents: readonly JobEvent[] = [
  { jobType: 'gen-annotation', eventType: 'annotation-archive-updated', outdated: true },
  { jobType: 'gen-inputs', eventType: 'input-data-zip-registered', outdated: false },
  { jobType: 'copy-project', eventType: 'project-copy-completed', outdated: true },
];

/** What happened in a project within the window, newest first: completed tasks, and jobs that succeeded. */
export async function whatHappened(
  ctx: ReconcileContext,
  { project_id, window }: { project_id: string; window: Window },
): Promise<Happened[]> {
  const happened: Happened[] = [];
  for await (const one of completedTasks(ctx, project_id, window)) happened.push(one);
  for (const jobEvent of jobEvents) {
    for await (const one of finishedJobs(ctx, { project_id, window, jobEvent })) happened.push(one);
  }
  return happened.filter(({ at }) => at >= window.since && at <= window.until).sort((a, b) => b.at - a.at);
}

/** Those that have changed within the window: whoever was completed in it has. */
async function* completedTasks(ctx: ReconcileContext, project_id: string, window: Window): AsyncGenerator<Happened> {
  const { annofab, signal } = ctx;
  const query = { phase: 'acceptance', status: 'complete', sort: '-updated_datetime' } as const;
  let tasks = 0;
  for await (const task of annofab.tasks.all({ project_id, query }, { signal, allowTruncated: true })) {
    if (Date.parse(task.updated_datetime) < window.since) return;
    assertTime(ctx);
    tasks += 1;
    const { task_id } = task;
    const complete_datetime = await completedAt(ctx, task);
    const at = Date.parse(complete_datetime);
    const moments = { from: at - TOLERANCE_MS, to: window.begun + TOLERANCE_MS };
    yield* eventOf('task-completed', { project_id, task_id, complete_datetime }, { at, moments });
  }
  if (tasks >= RESULT_WINDOW)
    ctx.log.warn('More tasks have changed than Annofab lists: not all were looked at', { project_id });
}

/** Where the task does not say it, the last of its histories in which somebody, or nobody, accepted it. */
async function completedAt({ annofab, signal }: ReconcileContext, task: Task): Promise<string> {
  const { project_id, task_id, operation_updated_datetime } = task;
  if (operation_updated_datetime) return operation_updated_datetime;
  const histories = (await annofab.tasks.findHistories({ project_id, task_id }, { signal })) ?? [];
  return histories.findLast(({ phase }) => phase === 'acceptance')?.ended_datetime ?? '';
}

async function* finishedJobs(
  ctx: ReconcileContext,
  { project_id, window, jobEvent }: { project_id: string; window: Window; jobEvent: JobEvent },
): AsyncGenerator<Happened> {
  const { annofab, signal } = ctx;
  const { jobType, eventType, outdated } = jobEvent;
  for await (const job of annofab.jobs.all({ project_id, query: { type: jobType } }, { signal })) {
    const begun = Date.parse(job.created_datetime);
    if (begun < window.since - LONGEST_JOB_MS) return;
    if (job.job_status !== 'succeeded') continue;
    assertTime(ctx);
    const fields = { project_id, dest_project_id: destinationOf(job), complete_datetime: job.updated_datetime };
    const at = Date.parse(job.updated_datetime);
    const to = (outdated ? window.begun : at) + TOLERANCE_MS;
    yield* eventOf(eventType, fields, { at, moments: { from: begun - TOLERANCE_MS, to } });
  }
}

function destinationOf({ job_detail }: ProjectJobInfo): string | undefined {
  if (!job_detail || !('request' in job_detail) || !('dest_project_id' in job_detail.request)) return undefined;
  return job_detail.request.dest_project_id;
}

/** None where Annofab does not show all that the event would tell. */
function* eventOf(
  event_type: EventType,
  fields: Readonly<Record<string, string | undefined>>,
  when: Omit<Happened, 'event'>,
): Generator<Happened> {
  const parsed = parseEvent(event_type, { ...fields, event_type });
  if (parsed.ok) yield { event: parsed.event, ...when };
}
