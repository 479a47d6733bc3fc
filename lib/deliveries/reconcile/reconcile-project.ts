import type { ReconcileContext } from './context.ts';
import type { Findings } from './findings.ts';
import { inferMissing } from './infer-missing.ts';
import { createKnownEvents } from './known-events.ts';
import { type Comparison, readFirings } from './read-invocations.ts';
import type { Watermark } from './watermarks.ts';
import { windowOf } from './window.ts';

interface ProjectToReconcile {
  readonly project_id: string;
  readonly watermark: Watermark | undefined;
  /** At least so far back. */
  readonly days: number | undefined;
  /** Filled with what is found, also when it does not come to its end. */
  readonly findings: Findings;
}

/**
 * Compares what Annofab shows of a project with the ledger, and queues what is missing. Only when all of it was read and
 * queued the watermark moves: to before this run, less an overlap, and to before what was left to a later run.
 *
 * @returns true, when all was read and queued
 * @throws OutOfTime when time is short; whatever Annofab, the ledger or the queue fail with
 */
export async function reconcileProject(
  ctx: ReconcileContext,
  { project_id, findings, ...from }: ProjectToReconcile,
): Promise<true> {
  const { signal, settings, watermarks } = ctx;
  const window = windowOf(ctx, from);
  const comparison: Comparison = { project_id, window, findings, known: createKnownEvents() };
  const { leftSince, unreadable } = await readFirings(ctx, comparison);
  await inferMissing(ctx, comparison, unreadable);
  const readTo = Math.min(window.begun - settings.reconcileOverlapSeconds * 1_000, leftSince - 1);
  await watermarks.advance(project_id, { readTo, lastRunAt: window.begun }, { signal });
  return true;
}
