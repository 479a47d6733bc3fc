import { FailuresError } from '../../core/loggable-error.ts';
import { mapInOrder } from '../../core/map-in-order.ts';
import { EVENT_TYPES } from '../../webhooks/events.ts';
import type { LedgerEntry, OpenState } from '../ledger/entry.ts';
import { sendDelivery } from '../receive/accept-delivery.ts';
import { warnUnnoted } from './accept-found.ts';
import type { ReconcileContext } from './context.ts';
import { pagesOf } from './pages-of.ts';
import { assertTime } from './window.ts';

const PAGE_SIZE = 200;

/**
 * Sends again what was received, but not queued: whoever took it died in between, or the queue failed.
 *
 * @returns how many were sent
 * @throws AggregateError after all have been tried, with what each failed with; OutOfTime when time is short
 */
export async function resendReceived(ctx: ReconcileContext): Promise<number> {
  const failures: unknown[] = [];
  let resent = 0;
  for await (const page of pagesOf(unchanged(ctx, 'received', ctx.settings.resendAfterSeconds), PAGE_SIZE)) {
    const failed = failures.length;
    const sent = await mapInOrder(page, ctx.settings.deliveryConcurrency, (entry) =>
      resend(ctx, entry).catch((error: unknown) => void failures.push(error)),
    );
    resent += sent.filter(Boolean).length;
    // A queue that takes none of them will take no others.
    if (failures.length - failed === page.length) break;
    assertTime(ctx);
  }
  if (failures.length > 0)
    throw new FailuresError(failures, `deliveries that could not be sent again: ${failures.length}`);
  return resent;
}

/** The list is from an index, which is a moment late: the delivery itself decides. */
async function resend(ctx: ReconcileContext, { key, changedAt }: LedgerEntry): Promise<boolean> {
  const entry = await ctx.ledger.find(key, { signal: ctx.signal });
  if (entry === undefined || entry.state !== 'received' || entry.changedAt !== changedAt) return false;
  const { event_type, project_id } = entry.event;
  await sendDelivery(ctx, entry, { signal: ctx.signal, onUnrecorded: warnUnnoted(ctx, entry.event) });
  ctx.log.warn('Sent again: it was received, but not queued', { event_type, project_id });
  ctx.count({ name: 'resent', event_type });
  return true;
}

/**
 * Reports what has not moved for longer than anything can take: its message is lost, or its queue is not worked on.
 *
 * @returns how many there are
 */
export async function reportStuck(ctx: ReconcileContext): Promise<number> {
  const stuck: LedgerEntry[] = [];
  for (const state of ['queued', 'processing'] as const) {
    for await (const entry of unchanged(ctx, state, ctx.settings.stuckAfterSeconds)) stuck.push(entry);
  }
  for (const event_type of EVENT_TYPES) {
    const ofType = stuck.filter(({ event }) => event.event_type === event_type);
    if (ofType.length === 0) continue;
    const seconds = Math.max(...ofType.map(({ changedAt }) => secondsSince(ctx, changedAt)));
    ctx.log.error('Deliveries are stuck', { event_type, entries: ofType.length, seconds });
    ctx.count({ name: 'stuck', event_type, value: ofType.length });
  }
  return stuck.length;
}

/** The longest unchanged first. */
async function* unchanged(ctx: ReconcileContext, state: OpenState, seconds: number): AsyncGenerator<LedgerEntry> {
  for await (const entry of ctx.ledger.open(state, { signal: ctx.signal })) {
    if (secondsSince(ctx, entry.changedAt) < seconds) return;
    yield entry;
  }
}

function secondsSince({ now }: ReconcileContext, dateTime: string): number {
  return Math.floor((now() - Date.parse(dateTime)) / 1_000);
}
