import { RESULT_WINDOW } from '../../annofab/api-description.ts';
import type { AnnofabClient, ProjectJobInfo, ProjectJobType, Task } from '../../annofab/index.ts';
import type { EventType, WebhookEvent } from '../../webhooks/events.ts';
import { parseEvent } from '../../webhooks/parse-event.ts';
import type { ReconcileContext } from './context.ts';
import { assertTime, type Window } from './window.ts';

/** An event that should exist, because Annofab shows a completed task or job. Times are in milliseconds since 1970. */
export interface ExpectedEvent {
  /** The event as inferred: the same in each run. */
  readonly event: WebhookEvent;
  readonly at: number;
  /**
   * A known event about the same subject in this period is this event, or a later one that replaces it. The period ends now:
   * anyone who knows a webhook's secret can send an event of the future.
   */
  readonly period: { readonly from: number; readonly to: number };
}

/** The date-time of an event may differ slightly from that of its task or job. */
const TOLERANCE_MS = 5_000;

/** A job is listed by its start, and may run for long. */
const MAX_JOB_DURATION_MS = 24 * 60 * 60 * 1_000;

interface JobEvent {
  readonly jobType: ProjectJobType;
  readonly eventType: EventType;
  /** Whether a later event replaces this one: the latest archive is enough, but every ZIP of input data counts. */
  readonly isReplaceable: boolean;
}

const jobEvents: readonly JobEvent[] = [
  { jobType: 'gen-annotation', eventType: 'annotation-archive-updated', isReplaceable: true },
  { jobType: 'gen-inputs', eventType: 'input-data-zip-registered', isReplaceable: false },
  { jobType: 'copy-project', eventType: 'project-copy-completed', isReplaceable: true },
];

/** The events, of the types that are switched on, that a project's completed tasks and succeeded jobs imply, newest first. */
export async function expectedEvents(
  ctx: ReconcileContext,
  { project_id, window }: { project_id: string; window: Window },
): Promise<ExpectedEvent[]> {
  const expected: ExpectedEvent[] = [];
  if (ctx.queues['task-completed'] !== undefined) {
    for await (const one of completedTasks(ctx, project_id, window)) expected.push(one);
  }
  for (const jobEvent of jobEvents.filter(({ eventType }) => ctx.queues[eventType] !== undefined)) {
    for await (const one of succeededJobs(ctx, { project_id, window, jobEvent })) expected.push(one);
  }
  return expected.filter(({ at }) => at >= window.since && at <= window.until).sort((a, b) => b.at - a.at);
}

/** Reads the tasks that changed within the window, which includes all that were completed in it. */
async function* completedTasks(
  ctx: ReconcileContext,
  project_id: string,
  window: Window,
): AsyncGenerator<ExpectedEvent> {
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
    const period = { from: at - TOLERANCE_MS, to: window.begun + TOLERANCE_MS };
    yield* eventOf('task-completed', { project_id, task_id, complete_datetime }, { at, period });
  }
  if (tasks >= RESULT_WINDOW)
    ctx.log.warn('More tasks changed than Annofab lists; the oldest were not compared', { project_id });
}

/** When a task was completed, verbatim. Without a date-time in the task: the end of the last of its histories in acceptance. */
export async function completedAt(
  { annofab, signal }: { annofab: Pick<AnnofabClient, 'tasks'>; signal: AbortSignal },
  task: Task,
): Promise<string> {
  const { project_id, task_id, operation_updated_datetime } = task;
  if (operation_updated_datetime) return operation_updated_datetime;
  const histories = (await annofab.tasks.findHistories({ project_id, task_id }, { signal })) ?? [];
  return histories.findLast(({ phase }) => phase === 'acceptance')?.ended_datetime ?? '';
}

async function* succeededJobs(
  ctx: ReconcileContext,
  { project_id, window, jobEvent }: { project_id: string; window: Window; jobEvent: JobEvent },
): AsyncGenerator<ExpectedEvent> {
  const { annofab, signal } = ctx;
  const { jobType, eventType, isReplaceable } = jobEvent;
  for await (const job of annofab.jobs.all({ project_id, query: { type: jobType } }, { signal })) {
    const begun = Date.parse(job.created_datetime);
    if (begun < window.since - MAX_JOB_DURATION_MS) return;
    if (job.job_status !== 'succeeded') continue;
    assertTime(ctx);
    const fields = { project_id, dest_project_id: destinationOf(job), complete_datetime: job.updated_datetime };
    const at = Date.parse(job.updated_datetime);
    const to = (isReplaceable ? window.begun : at) + TOLERANCE_MS;
    yield* eventOf(eventType, fields, { at, period: { from: begun - TOLERANCE_MS, to } });
  }
}

function destinationOf({ job_detail }: ProjectJobInfo): string | undefined {
  if (!job_detail || !('request' in job_detail) || !('dest_project_id' in job_detail.request)) return undefined;
  return job_detail.request.dest_project_id;
}

/** Yields nothing when Annofab does not show every field of the event. */
function* eventOf(
  event_type: EventType,
  fields: Readonly<Record<string, string | undefined>>,
  when: Omit<ExpectedEvent, 'event'>,
): Generator<ExpectedEvent> {
  const parsed = parseEvent(event_type, { ...fields, event_type });
  if (parsed.ok) yield { event: parsed.event, ...when };
}
