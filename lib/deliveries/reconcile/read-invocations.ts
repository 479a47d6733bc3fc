import { PAGE_SIZE } from '../../annofab/api-description.ts';
import type { ProjectJobInfo } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/async/map-in-order.ts';
import { deliveryKey } from '../../webhooks/delivery-key.ts';
import type { EventType, WebhookEvent } from '../../webhooks/events.ts';
import { acceptFound } from './accept-found.ts';
import type { ReconcileContext } from './context.ts';
import { type Findings, report } from './findings.ts';
import { readInvocation, type WebhookInvocation } from './invocation.ts';
import type { KnownEvents } from './known-events.ts';
import { pagesOf } from './pages-of.ts';
import { assertTime, type Window } from './window.ts';

/** An invocation of our webhook whose body gives no event. */
export interface UnreadableInvocation {
  readonly eventType: EventType | 'other';
  /** In milliseconds since 1970. */
  readonly invokedAt: number;
}

interface InvocationsRead {
  /** When the first invocation that is left to a later run was started; infinity when none is left. */
  readonly leftSince: number;
  readonly unreadable: readonly UnreadableInvocation[];
}

/** A comparison of one project's records with the ledger. */
export interface Comparison {
  readonly project_id: string;
  readonly window: Window;
  readonly findings: Findings;
  /** The events that were found so far. */
  readonly known: KnownEvents;
}

/**
 * Reads the webhook invocations of a project, newest first, and queues the events that the ledger lacks, from the body as it
 * was sent. It includes invocations that succeeded: a receiver may have answered with success and lost the event.
 *
 * @throws OutOfTime before the next page when time is short; otherwise the errors of Annofab, the ledger and the queue
 */
export async function readInvocations(ctx: ReconcileContext, comparison: Comparison): Promise<InvocationsRead> {
  const left: number[] = [];
  const unreadable: UnreadableInvocation[] = [];
  const seen = new Set<string>();
  for await (const page of pagesOf(invocationJobs(ctx, comparison), PAGE_SIZE)) {
    const read = await mapInOrder(page, ctx.settings.deliveryConcurrency, (job) =>
      readJob(ctx, { ...comparison, seen }, job),
    );
    for (const { leftSince, unreadable: one } of read) {
      if (leftSince !== undefined) left.push(leftSince);
      if (one !== undefined) unreadable.push(one);
    }
    assertTime(ctx);
  }
  return { leftSince: left.reduce((first, one) => Math.min(first, one), Number.POSITIVE_INFINITY), unreadable };
}

async function* invocationJobs(
  { annofab, signal }: ReconcileContext,
  { project_id, window }: Comparison,
): AsyncGenerator<ProjectJobInfo> {
  for await (const job of annofab.jobs.all({ project_id, query: { type: 'invoke-hook' } }, { signal })) {
    if (Date.parse(job.created_datetime) < window.since) return;
    yield job;
  }
}

interface JobRead {
  readonly leftSince?: number;
  readonly unreadable?: UnreadableInvocation;
}

/** `seen` has the keys of the events: two invocations of one event may be read at the same time. */
type Reading = Comparison & { readonly seen: Set<string> };

async function readJob(ctx: ReconcileContext, comparison: Reading, job: ProjectJobInfo): Promise<JobRead> {
  const { findings, known, window } = comparison;
  const invocation = readInvocation(job, { webhookUrl: ctx.webhookUrl, now: ctx.now() });
  const { kind, eventType } = invocation;
  const invokedAt = Date.parse(job.created_datetime);
  if (eventType !== 'other' && ctx.queues[eventType] === undefined) return {}; // switched off
  findings.jobs += 1;
  if (kind === 'event') known.add(invocation.event);
  if (kind !== 'elsewhere' && isLeft(job, invokedAt, window)) return { leftSince: invokedAt };
  if (!wasReported(job, invokedAt, window)) reportInvocation(ctx, comparison, job, invocation);
  if (kind === 'event') await recover(ctx, comparison, { job, event: invocation.event });
  return kind === 'no body' ? { unreadable: { eventType, invokedAt } } : {};
}

/** Too new, or still in progress. A job that is in progress for more than a day will not end. */
function isLeft({ job_status }: ProjectJobInfo, invokedAt: number, { until, patientSince }: Window): boolean {
  return invokedAt > until || (job_status === 'progress' && invokedAt > patientSince);
}

async function recover(
  ctx: ReconcileContext,
  { findings, seen }: Reading,
  { job, event }: { job: ProjectJobInfo; event: WebhookEvent },
): Promise<void> {
  const { key } = deliveryKey(event);
  if (seen.has(key)) return;
  seen.add(key);
  const { job_id, job_status: status } = job;
  const requestId = `invoke-hook/${encodeURIComponent(job_id)}`.slice(0, 256);
  if (!(await acceptFound(ctx, event, { requestId }))) return;
  const { event_type, project_id } = event;
  report(ctx, findings, 'recovered', { event_type, project_id, job_id, status });
}

function reportInvocation(
  ctx: ReconcileContext,
  { project_id, findings }: Comparison,
  { job_id, job_status }: ProjectJobInfo,
  { kind, eventType: event_type }: WebhookInvocation,
): void {
  const fields = { event_type, project_id, job_id };
  if (kind === 'test') return;
  if (kind === 'elsewhere') report(ctx, findings, 'elsewhere', fields);
  else if (job_status === 'failed') report(ctx, findings, 'failedInvocations', fields);
  if (kind === 'no body') report(ctx, findings, 'noBody', fields);
  if (kind === 'other project') report(ctx, findings, 'otherProject', fields);
}

/** Runs overlap, but each invocation is reported once: unless it was started or ended after the last run. */
function wasReported({ updated_datetime }: ProjectJobInfo, invokedAt: number, window: Window): boolean {
  const { lastRunAt, begun, until } = window;
  if (lastRunAt === undefined) return false;
  return invokedAt <= lastRunAt - (begun - until) && Date.parse(updated_datetime) <= lastRunAt;
}
