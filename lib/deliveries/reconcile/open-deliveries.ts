import { FailuresError } from '../../core/loggable-error.ts';
import { mapInOrder } from '../../core/map-in-order.ts';
import { EVENT_TYPES } from '../../webhooks/events.ts';
import type { LedgerEntry, OpenState } from '../ledger/entry.ts';
import { sendDelivery } from '../receive/accept-delivery.ts';
import { warnNotRecorded } from './accept-found.ts';
import type { ReconcileContext } from './context.ts';
import { type Findings, report } from './findings.ts';
import { pagesOf } from './pages-of.ts';
import { assertTime } from './window.ts';

const PAGE_SIZE = 200;

/**
 * Sends again what was received but not queued, because the receiver crashed in between or the queue failed.
 *
 * @throws FailuresError after all were tried; OutOfTime when time is short
 */
export async function resendReceived(ctx: ReconcileContext, findings: Findings): Promise<void> {
  const failures: unknown[] = [];
  for await (const page of pagesOf(unchanged(ctx, 'received', ctx.settings.resendAfterSeconds), PAGE_SIZE)) {
    const failed = failures.length;
    await mapInOrder(page, ctx.settings.deliveryConcurrency, (entry) =>
      resend(ctx, findings, entry).catch((error: unknown) => void failures.push(error)),
    );
    // A queue that refuses a whole page will refuse the next one too.
    if (failures.length - failed === page.length) break;
    assertTime(ctx);
  }
  if (failures.length > 0)
    throw new FailuresError(failures, `deliveries that could not be sent again: ${failures.length}`);
}

/** The list comes from an index, which is eventually consistent, so the delivery itself is read again. */
async function resend(ctx: ReconcileContext, findings: Findings, { key, changedAt }: LedgerEntry): Promise<void> {
  const entry = await ctx.ledger.find(key, { signal: ctx.signal });
  if (entry === undefined || entry.state !== 'received' || entry.changedAt !== changedAt) return;
  const { event_type, project_id } = entry.event;
  await sendDelivery(ctx, entry, { signal: ctx.signal, onUnrecorded: warnNotRecorded(ctx, entry.event) });
  report(ctx, findings, 'resent', { event_type, project_id });
}

/** Reports deliveries that are unchanged for too long: their message is lost, or no worker reads their queue. */
export async function reportStuck(ctx: ReconcileContext, findings: Findings): Promise<void> {
  const stuck: LedgerEntry[] = [];
  for (const state of ['queued', 'processing'] as const) {
    for await (const entry of unchanged(ctx, state, ctx.settings.stuckAfterSeconds)) stuck.push(entry);
  }
  for (const event_type of EVENT_TYPES) {
    const ofType = stuck.filter(({ event }) => event.event_type === event_type);
    if (ofType.length === 0) continue;
    const seconds = Math.max(...ofType.map(({ changedAt }) => secondsSince(ctx, changedAt)));
    report(ctx, findings, 'stuck', { event_type, entries: ofType.length, seconds }, ofType.length);
  }
}

/** Starts with the delivery that is unchanged for longest. */
async function* unchanged(ctx: ReconcileContext, state: OpenState, seconds: number): AsyncGenerator<LedgerEntry> {
  for await (const entry of ctx.ledger.open(state, { signal: ctx.signal })) {
    if (secondsSince(ctx, entry.changedAt) < seconds) return;
    yield entry;
  }
}

function secondsSince({ now }: ReconcileContext, dateTime: string): number {
  return Math.floor((now() - Date.parse(dateTime)) / 1_000);
}
