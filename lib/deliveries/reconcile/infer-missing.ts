import type { Webhook } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/map-in-order.ts';
import { EVENT_TYPES, type EventType } from '../../webhooks/events.ts';
import { enterFound } from './accept-found.ts';
import type { ReconcileContext } from './context.ts';
import { type Happened, whatHappened } from './expected-events.ts';
import { pointsHere } from './invocation.ts';
import type { Comparison, Unreadable } from './read-invocations.ts';

/** A webhook whose event cannot be told is taken to be of what happened at most so long before it was fired. */
const FIRED_WITHIN_MS = 10 * 60 * 1_000;
const CLOCKS_DIFFER_MS = 5_000;

/**
 * Finds what happened and came by no webhook: neither the ledger nor a body tells of it. If a webhook of ours was fired for
 * it, or must have been, it is queued, marked as inferred. If not, since there was none for its type, or it was off, or it
 * pointed elsewhere, that is reported; queued only where it is so set.
 *
 * @throws OutOfTime when time is short; whatever Annofab, the ledger or the queue fail with
 */
export async function inferMissing(
  ctx: ReconcileContext,
  comparison: Comparison,
  unreadable: readonly Unreadable[],
): Promise<void> {
  const happened = await whatHappened(ctx, comparison);
  if (happened.length === 0) return;
  await learnFromLedger(ctx, comparison);
  const missing = happened.filter((one) => isMissing(one, comparison));
  if (missing.length === 0) return;
  const { project_id } = comparison;
  const webhooks = await ctx.annofab.webhooks.list({ project_id }, { signal: ctx.signal });
  const ours = webhooks.filter(({ webhook_status, url }) => {
    return webhook_status === 'active' && pointsHere(url, ctx.webhookUrl);
  });
  const { fired = [], unfired = [] } = Object.groupBy(missing, (one) =>
    wasFired(one, { ours, unreadable }) ? 'fired' : 'unfired',
  );
  await queue(ctx, comparison, fired);
  reportUnfired(ctx, comparison, unfired);
  if (ctx.settings.queueUnfired) await queue(ctx, comparison, unfired);
}

/** An event comes here after it happened, but by another clock. */
async function learnFromLedger(
  { ledger, settings, signal }: ReconcileContext,
  { project_id, window, known }: Comparison,
): Promise<void> {
  const since = new Date(window.since - settings.reconcileOverlapSeconds * 1_000).toISOString();
  for await (const { event } of ledger.byProject(project_id, { since, signal })) known.add(event);
}

/** What is missing is known from then on: of several archives only the last one has to be told of. */
function isMissing({ event, moments }: Happened, { known }: Comparison): boolean {
  if (known.has(event, moments)) return false;
  known.add(event);
  return true;
}

/** It was fired if a webhook has been ours since before, or if one was fired at the time, with a body that says nothing. */
function wasFired(
  { event, at }: Happened,
  { ours, unreadable }: { ours: readonly Webhook[]; unreadable: readonly Unreadable[] },
): boolean {
  const { event_type } = event;
  return (
    ours.some((webhook) => webhook.event_type === event_type && Date.parse(webhook.updated_datetime) <= at) ||
    unreadable.some(
      ({ eventType, firedAt }) =>
        (eventType === event_type || eventType === 'other') &&
        firedAt >= at - CLOCKS_DIFFER_MS &&
        firedAt <= at + FIRED_WITHIN_MS,
    )
  );
}

async function queue(ctx: ReconcileContext, { findings }: Comparison, missing: readonly Happened[]): Promise<void> {
  await mapInOrder(missing, ctx.settings.deliveryConcurrency, async ({ event }) => {
    if (!(await enterFound(ctx, event, { requestId: 'reconciliation', inferred: true }))) return;
    const { event_type, project_id } = event;
    const task = event.event_type === 'task-completed' ? { task_id: event.task_id } : {};
    ctx.log.warn('Inferred: it happened, and no body tells of it', { event_type, project_id, ...task });
    ctx.count({ name: 'inferred', event_type });
    findings.inferred += 1;
  });
}

/** Once a run for each type: there may be thousands, and what is missing is the webhook. */
function reportUnfired(
  ctx: ReconcileContext,
  { project_id, findings }: Comparison,
  unfired: readonly Happened[],
): void {
  for (const event_type of EVENT_TYPES) {
    const value = countOf(unfired, event_type);
    if (value === 0) continue;
    findings.unfired += value;
    ctx.log.warn('No webhook of ours was fired', { event_type, project_id, unfired: value });
    ctx.count({ name: 'unfired', event_type, value });
  }
}

function countOf(happened: readonly Happened[], event_type: EventType): number {
  return happened.filter(({ event }) => event.event_type === event_type).length;
}
