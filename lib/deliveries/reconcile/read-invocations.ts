import { PAGE_SIZE } from '../../annofab/api-description.ts';
import type { ProjectJobInfo } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/map-in-order.ts';
import { deliveryKey } from '../../webhooks/delivery-key.ts';
import type { EventType, WebhookEvent } from '../../webhooks/events.ts';
import { enterFound } from './accept-found.ts';
import type { ReconcileContext } from './context.ts';
import type { Findings } from './findings.ts';
import { type Firing, readFiring } from './invocation.ts';
import type { KnownEvents } from './known-events.ts';
import { pagesOf } from './pages-of.ts';
import { assertTime, type Window } from './window.ts';

/** A webhook of ours that was fired, and whose event cannot be told. */
export interface Unreadable {
  readonly eventType: EventType | 'other';
  /** In milliseconds since 1970. */
  readonly firedAt: number;
}

export interface FiringsRead {
  /** When the first of those was fired that were left to a later run; infinity when none was. */
  readonly leftSince: number;
  readonly unreadable: readonly Unreadable[];
}

/** A project's records under comparison. */
export interface Comparison {
  readonly project_id: string;
  readonly window: Window;
  readonly findings: Findings;
  /** Filled with the events that are found. */
  readonly known: KnownEvents;
}

/**
 * Reads the webhooks that Annofab fired, newest first, and queues the events that the ledger lacks, from the body as it was
 * sent: whether Annofab could deliver it or not, since who answers with an error may have it all the same.
 *
 * @throws OutOfTime before the next page when time is short; whatever Annofab, the ledger or the queue fail with
 */
export async function readFirings(ctx: ReconcileContext, comparison: Comparison): Promise<FiringsRead> {
  const left: number[] = [];
  const unreadable: Unreadable[] = [];
  const seen = new Set<string>();
  for await (const page of pagesOf(firedJobs(ctx, comparison), PAGE_SIZE)) {
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

async function* firedJobs(
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
  readonly unreadable?: Unreadable;
}

/** With the keys of the events that were fired: one that was fired twice is on its way while its second is looked at. */
type Reading = Comparison & { readonly seen: Set<string> };

async function readJob(ctx: ReconcileContext, comparison: Reading, job: ProjectJobInfo): Promise<JobRead> {
  const { findings, known, window } = comparison;
  const firing = readFiring(job, ctx.webhookUrl);
  const firedAt = Date.parse(job.created_datetime);
  findings.jobs += 1;
  if (firing.kind === 'event') known.add(firing.event);
  if (firing.kind !== 'elsewhere' && isLeft(job, firedAt, window)) return { leftSince: firedAt };
  tell(ctx, comparison, { job, firing, firedAt });
  if (firing.kind === 'event') await recover(ctx, comparison, { job, event: firing.event });
  return firing.kind === 'no body' ? { unreadable: { eventType: firing.eventType, firedAt } } : {};
}

/** Too young, or not ended yet: what is in progress for more than a day will not end any more. */
function isLeft({ job_status }: ProjectJobInfo, firedAt: number, { until, patientSince }: Window): boolean {
  return firedAt > until || (job_status === 'progress' && firedAt > patientSince);
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
  if (!(await enterFound(ctx, event, { requestId }))) return;
  const { event_type, project_id } = event;
  ctx.log.warn('Recovered: it was fired and had not come', { event_type, project_id, job_id, status });
  ctx.count({ name: 'recovered', event_type });
  findings.recovered += 1;
}

/** Each firing is told once: a run begins before the end of the last one. */
function tell(
  ctx: ReconcileContext,
  { project_id, findings, window }: Comparison,
  { job, firing, firedAt }: { job: ProjectJobInfo; firing: Firing; firedAt: number },
): void {
  if (wasTold(job, firedAt, window)) return;
  const { kind, eventType: event_type } = firing;
  const fields = { event_type, project_id, job_id: job.job_id };
  if (kind === 'elsewhere') {
    findings.elsewhere += 1;
    ctx.count({ name: 'elsewhere', event_type });
    return;
  }
  if (job.job_status === 'failed') {
    findings.failedFirings += 1;
    ctx.log.warn('A webhook of ours could not be delivered', fields);
    ctx.count({ name: 'failed_firing', event_type });
  }
  if (kind === 'no body') {
    findings.noBody += 1;
    ctx.log.warn('A webhook of ours has no body that can be read', fields);
    ctx.count({ name: 'no_body', event_type });
  }
  if (kind === 'other project') {
    findings.otherProject += 1;
    ctx.log.error('Refused: the body of a webhook speaks of another project', fields);
  }
}

/** Neither fired nor ended since the last run looked. */
function wasTold({ updated_datetime }: ProjectJobInfo, firedAt: number, { lastRunAt, begun, until }: Window): boolean {
  if (lastRunAt === undefined) return false;
  return firedAt <= lastRunAt - (begun - until) && Date.parse(updated_datetime) <= lastRunAt;
}
