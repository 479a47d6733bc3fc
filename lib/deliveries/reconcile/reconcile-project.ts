import type { ReconcileContext } from './context.ts';
import type { Findings } from './findings.ts';
import { inferMissing } from './infer-missing.ts';
import { createKnownEvents } from './known-events.ts';
import { type Comparison, readInvocations } from './read-invocations.ts';
import type { Watermark } from './watermarks.ts';
import { windowOf } from './window.ts';

interface ProjectToReconcile {
  readonly project_id: string;
  readonly watermark: Watermark | undefined;
  /** The minimum number of days to look back. */
  readonly days: number | undefined;
  /** Receives the findings, also those of a comparison that fails. */
  readonly findings: Findings;
}

/**
 * Compares Annofab's records of a project with the ledger, and queues the missing events. The watermark moves only when
 * everything was read and queued: to the start of this run minus an overlap, and not past what is left to a later run.
 *
 * @returns true when everything was read and queued
 * @throws OutOfTime when time is short; otherwise the errors of Annofab, the ledger and the queue
 */
export async function reconcileProject(
  ctx: ReconcileContext,
  { project_id, findings, ...from }: ProjectToReconcile,
): Promise<true> {
  const { signal, settings, watermarks } = ctx;
  const window = windowOf(ctx, from);
  const comparison: Comparison = { project_id, window, findings, known: createKnownEvents() };
  const { leftSince, unreadable } = await readInvocations(ctx, comparison);
  await inferMissing(ctx, comparison, unreadable);
  const readTo = Math.min(window.begun - settings.reconcileOverlapSeconds * 1_000, leftSince - 1);
  await watermarks.advance(project_id, { readTo, lastRunAt: window.begun }, { signal });
  return true;
}
