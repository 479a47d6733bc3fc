import { RetryLaterError } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/map-in-order.ts';
import { allFailed, type Failure, failureFields } from '../../runtime/failures.ts';
import type { ReconcileContext } from './context.ts';
import { addFindings, type Findings, fieldsOfFindings, noFindings } from './findings.ts';
import { reportStuck, resendReceived } from './open-deliveries.ts';
import { reconcileProject } from './reconcile-project.ts';
import { type ReconcileRequest, reconcileRequest } from './request.ts';
import type { Watermark } from './watermarks.ts';
import { assertTime, OutOfTime } from './window.ts';

/** What a run did. */
export interface Reconciliation extends Findings {
  /** Deliveries that had been received, but not queued, and were sent again. */
  readonly resent: number;
  /** Deliveries that have not moved for too long. */
  readonly stuck: number;
  /** The projects that were compared to the end. */
  readonly compared: readonly string[];
  /** Those that are left to the next run, since time was short or Annofab said to come later. */
  readonly unfinished: readonly string[];
  readonly putOff: boolean;
}

/**
 * Sees to it that no event is lost. What the ledger has received and not queued is sent again, whatever Annofab does. Then
 * what Annofab shows of each project is compared with the ledger: the webhooks that it fired, by their bodies; and what
 * happened, where no body tells of it. A run by hand may look further back (see {@link reconcileRequest}).
 *
 * An Annofab under maintenance, or with too many requests, puts the rest off to the next run: that is no failure.
 *
 * @throws AggregateError after all has been tried, when something could not be: its message names each with its cause;
 * LoggableError for a run by hand that asks for what cannot be
 */
export async function reconcileDeliveries(ctx: ReconcileContext): Promise<Reconciliation> {
  const request = reconcileRequest(ctx.event);
  const run = createRun(ctx);
  const resent = (await run.attempt({ operation: 'resend' }, () => resendReceived(ctx))) ?? 0;
  const stuck = (await run.attempt({ operation: 'find stuck' }, () => reportStuck(ctx))) ?? 0;

  const found = noFindings();
  const compared: string[] = [];
  const unfinished: string[] = [];
  const projects = (await run.attempt({ operation: 'list projects' }, () => projectsInOrder(ctx, request))) ?? [];
  await mapInOrder(projects, ctx.settings.projectConcurrency, async ({ project_id, watermark }) => {
    const findings = noFindings();
    const isCompared = await run.attempt({ project_id }, () =>
      reconcileProject(ctx, { project_id, watermark, days: request.days, findings }),
    );
    addFindings(found, findings);
    if (!isCompared) return void unfinished.push(project_id);
    compared.push(project_id);
    ctx.log.info('Compared', { project_id, ...fieldsOfFindings(findings) });
  });

  const result = { resent, stuck, ...found, compared, unfinished, putOff: run.putOff };
  return run.end(result, { whole: request.projectIds === undefined });
}

interface Ordered {
  readonly project_id: string;
  readonly watermark: Watermark | undefined;
}

/** Those that have waited longest first, so that a run that ends early does not leave out the same ones each time. */
async function projectsInOrder(ctx: ReconcileContext, { projectIds }: ReconcileRequest): Promise<Ordered[]> {
  const { signal, settings, watermarks } = ctx;
  const ids = projectIds ?? (await projectsToCompare(ctx));
  const ordered = await mapInOrder([...new Set(ids)], settings.deliveryConcurrency, async (project_id) => {
    return { project_id, watermark: await watermarks.find(project_id, { signal }) };
  });
  return ordered.sort((one, other) => (one.watermark?.readTo ?? 0) - (other.watermark?.readTo ?? 0));
}

/** Without a list: those whose webhooks this account may see. */
async function projectsToCompare({ annofab, settings, signal }: ReconcileContext): Promise<readonly string[]> {
  if (settings.reconcileProjectIds !== '*') return settings.reconcileProjectIds;
  return annofab.projects.idsWithRole(['owner'], { signal });
}

/** A part of a run, as the log and the error name it. */
type Part = { readonly project_id: string } | { readonly operation: string };

/** Keeps what became of the parts of a run: one that fails does not stop the others, one that is told to wait does. */
function createRun(ctx: ReconcileContext) {
  const failures: Failure[] = [];
  let outOfTime = false;
  let putOff = false;

  function note(part: Part, error: unknown): void {
    if (error instanceof OutOfTime) {
      outOfTime = true;
    } else if (error instanceof RetryLaterError) {
      if (!putOff) ctx.log.warn('Annofab says to come later', { reason: error.reason, seconds: error.seconds });
      putOff = true;
    } else {
      ctx.log.error('Failed', { ...part, ...failureFields(error) });
      failures.push({ name: 'project_id' in part ? part.project_id : part.operation, error });
    }
  }

  return {
    get putOff() {
      return putOff;
    },
    /** @returns `undefined` when it was not done */
    async attempt<T>(part: Part, work: () => Promise<T>): Promise<T | undefined> {
      if (outOfTime || putOff) return undefined;
      try {
        assertTime(ctx);
        return await work();
      } catch (error) {
        note(part, error);
        return undefined;
      }
    },
    end(result: Reconciliation, { whole }: { whole: boolean }): Reconciliation {
      ctx.log.info('Reconciled', { projects: result.compared.length, ...fieldsOfFindings(result) });
      if (putOff) ctx.count({ name: 'reconciliation_deferred' });
      if (outOfTime) ctx.log.warn('Not all were compared: time was short', { projects: result.unfinished.length });
      if (failures.length > 0) throw allFailed('not all could be compared with the ledger', failures);
      if (whole && !putOff && !outOfTime) ctx.count({ name: 'reconciled' });
      return result;
    },
  };
}
