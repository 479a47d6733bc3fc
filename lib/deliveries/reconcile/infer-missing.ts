import type { Webhook } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/async/map-in-order.ts';
import { EVENT_TYPES } from '../../webhooks/events.ts';
import { acceptFound } from './accept-found.ts';
import type { ReconcileContext } from './context.ts';
import { type ExpectedEvent, expectedEvents } from './expected-events.ts';
import { report } from './findings.ts';
import { pointsHere } from './invocation.ts';
import type { Comparison, UnreadableInvocation } from './read-invocations.ts';

/** A webhook without a readable body is matched with an event at most this long before its invocation. */
const MAX_DELAY_MS = 10 * 60 * 1_000;
const CLOCK_SKEW_MS = 5_000;

/**
 * Finds expected events that neither the ledger nor a readable invocation has. If a webhook of ours was invoked for the event,
 * or should have been, the event is queued, marked as inferred. Otherwise (there was no webhook for its type, it was off, or
 * it had another address) the event is reported, and queued only if that is configured.
 *
 * @throws OutOfTime when time is short; otherwise the errors of Annofab, the ledger and the queue
 */
export async function inferMissing(
  ctx: ReconcileContext,
  comparison: Comparison,
  unreadable: readonly UnreadableInvocation[],
): Promise<void> {
  const expected = await expectedEvents(ctx, comparison);
  if (expected.length === 0) return;
  await addFromLedger(ctx, comparison);
  const missing = expected.filter((one) => isMissing(one, comparison));
  if (missing.length === 0) return;
  const { project_id } = comparison;
  const webhooks = await ctx.annofab.webhooks.list({ project_id }, { signal: ctx.signal });
  const ours = webhooks.filter(({ webhook_status, url }) => {
    return webhook_status === 'active' && pointsHere(url, ctx.webhookUrl);
  });
  const { invoked = [], unfired = [] } = Object.groupBy(missing, (one) =>
    wasInvoked(one, { ours, unreadable }) ? 'invoked' : 'unfired',
  );
  await queue(ctx, comparison, invoked);
  reportUnfired(ctx, comparison, unfired);
  if (ctx.settings.queueUnfired) await queue(ctx, comparison, unfired);
}

/** With an overlap, because the clocks of Annofab and the ledger differ. */
async function addFromLedger(
  { ledger, settings, signal }: ReconcileContext,
  { project_id, window, known }: Comparison,
): Promise<void> {
  const since = new Date(window.since - settings.reconcileOverlapSeconds * 1_000).toISOString();
  for await (const { event } of ledger.byProject(project_id, { since, signal })) known.add(event);
}

/** Adds a missing event to the known ones: of several archives only the last needs an event. */
function isMissing({ event, period }: ExpectedEvent, { known }: Comparison): boolean {
  if (known.has(event, period)) return false;
  known.add(event);
  return true;
}

/** True when a webhook of ours existed before the event, or an invocation without a readable body followed it. */
function wasInvoked(
  { event, at }: ExpectedEvent,
  { ours, unreadable }: { ours: readonly Webhook[]; unreadable: readonly UnreadableInvocation[] },
): boolean {
  const { event_type } = event;
  return (
    ours.some((webhook) => webhook.event_type === event_type && Date.parse(webhook.updated_datetime) <= at) ||
    unreadable.some(
      ({ eventType, invokedAt }) =>
        (eventType === event_type || eventType === 'other') &&
        invokedAt >= at - CLOCK_SKEW_MS &&
        invokedAt <= at + MAX_DELAY_MS,
    )
  );
}

async function queue(
  ctx: ReconcileContext,
  { findings }: Comparison,
  missing: readonly ExpectedEvent[],
): Promise<void> {
  await mapInOrder(missing, ctx.settings.deliveryConcurrency, async ({ event }) => {
    if (!(await acceptFound(ctx, event, { requestId: 'reconciliation', inferred: true }))) return;
    const { event_type, project_id } = event;
    const task = event.event_type === 'task-completed' ? { task_id: event.task_id } : {};
    report(ctx, findings, 'inferred', { event_type, project_id, ...task });
  });
}

/** One line per run and type: there may be thousands of events, and the missing webhook is what matters. */
function reportUnfired(
  ctx: ReconcileContext,
  { project_id, findings }: Comparison,
  unfired: readonly ExpectedEvent[],
): void {
  for (const event_type of EVENT_TYPES) {
    const value = unfired.filter(({ event }) => event.event_type === event_type).length;
    if (value === 0) continue;
    report(ctx, findings, 'unfired', { event_type, project_id, unfired: value }, value);
  }
}
