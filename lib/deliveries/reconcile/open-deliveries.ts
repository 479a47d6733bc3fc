import { mapInOrder } from '../../core/async/map-in-order.ts';
import { FailuresError } from '../../core/loggable-error.ts';
import type { EventType } from '../../webhooks/events.ts';
import type { LedgerEntry, OpenState } from '../ledger/entry.ts';
import { sendDelivery } from '../receive/accept-delivery.ts';
import { warnNotRecorded } from './accept-found.ts';
import type { ReconcileContext } from './context.ts';
import { type Findings, report } from './findings.ts';
import { pagesOf } from './pages-of.ts';
import { ALL_PROJECTS } from './watermarks.ts';
import { endOfShare } from './window.ts';

const PAGE_SIZE = 200;

/** The comparison of projects comes after both steps: however many deliveries are open, it gets at least half of the time. */
const RESEND_SHARE = 0.25;
const STUCK_SHARE = 0.25;

/** More are not counted: the alarm needs no larger number. */
const MAX_STUCK = 10_000;

/** Of failures that are alike, the first ones tell enough. */
const MAX_FAILURES = 20;

/**
 * Sends again what was received but not queued, because the receiver crashed in between or the queue failed. What does not fit
 * into its share of the time is left to the next run.
 *
 * @throws FailuresError after all were tried
 */
export async function resendReceived(ctx: ReconcileContext, findings: Findings): Promise<void> {
  const end = endOfShare(ctx, RESEND_SHARE);
  const failures: unknown[] = [];
  let failed = 0;
  for await (const page of pagesOf(unchanged(ctx, 'received', ctx.settings.resendAfterSeconds), PAGE_SIZE)) {
    const failedBefore = failed;
    await mapInOrder(page, ctx.settings.deliveryConcurrency, (entry) =>
      resend(ctx, findings, entry).catch((error: unknown) => {
        failed += 1;
        if (failures.length < MAX_FAILURES) failures.push(error);
      }),
    );
    // A queue that refuses a whole page will refuse the next one too.
    if (failed - failedBefore === page.length) break;
    if (ctx.now() >= end) {
      ctx.log.warn('Time for sending deliveries again ran out; the rest is left to the next run');
      break;
    }
  }
  if (failed > 0) throw new FailuresError(failures, `deliveries that could not be sent again: ${failed}`);
}

/** The list comes from an index, which is eventually consistent, so the delivery itself is read again. */
async function resend(ctx: ReconcileContext, findings: Findings, { key, changedAt }: LedgerEntry): Promise<void> {
  const entry = await ctx.ledger.find(key, { signal: ctx.signal });
  if (entry === undefined || entry.state !== 'received' || entry.changedAt !== changedAt) return;
  const { event_type, project_id } = entry.event;
  if (ctx.queues[event_type] === undefined) return; // switched off since then
  await sendDelivery(ctx, entry, { signal: ctx.signal, onUnrecorded: warnNotRecorded(ctx, entry.event) });
  report(ctx, findings, 'resent', { event_type, project_id });
}

interface Stuck {
  readonly entries: number;
  /** How many of them were not stuck yet when the last run looked. */
  readonly newEntries: number;
  /** How long the first of them is unchanged. */
  readonly seconds: number;
}

/**
 * Reports deliveries that are unchanged for too long: their message is lost, or no worker reads their queue. They are counted one
 * by one, up to a number and a share of the time, so that a flood of them neither fills the memory nor stops the run.
 */
export async function reportStuck(ctx: ReconcileContext, findings: Findings): Promise<void> {
  const begun = ctx.now();
  const { lastRunAt = 0 } = (await ctx.watermarks.find(ALL_PROJECTS, { signal: ctx.signal })) ?? {};
  for (const [event_type, { entries, newEntries, seconds }] of await countStuck(ctx, lastRunAt)) {
    report(ctx, findings, 'stuck', { event_type, entries, seconds }, entries);
    if (newEntries > 0) report(ctx, findings, 'newlyStuck', { event_type }, newEntries);
  }
  await ctx.watermarks.advance(ALL_PROJECTS, { readTo: begun, lastRunAt: begun }, { signal: ctx.signal });
}

async function countStuck(ctx: ReconcileContext, lastRunAt: number): Promise<Map<EventType, Stuck>> {
  const end = endOfShare(ctx, STUCK_SHARE);
  const stuck = new Map<EventType, Stuck>();
  let counted = 0;
  for (const state of ['queued', 'processing'] as const) {
    for await (const { event, changedAt } of unchanged(ctx, state, ctx.settings.stuckAfterSeconds)) {
      if (ctx.queues[event.event_type] === undefined) continue; // switched off since then
      if (counted >= MAX_STUCK || ctx.now() >= end) {
        ctx.log.warn('Not all stuck deliveries were counted', { entries: counted });
        return stuck;
      }
      counted += 1;
      const { entries, newEntries, seconds } = stuck.get(event.event_type) ?? { entries: 0, newEntries: 0, seconds: 0 };
      const stuckSince = Date.parse(changedAt) + ctx.settings.stuckAfterSeconds * 1_000;
      stuck.set(event.event_type, {
        entries: entries + 1,
        newEntries: newEntries + (stuckSince > lastRunAt ? 1 : 0),
        seconds: Math.max(seconds, secondsSince(ctx, changedAt)),
      });
    }
  }
  return stuck;
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
