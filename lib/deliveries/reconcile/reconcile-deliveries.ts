import { RetryLaterError } from '../../annofab/index.ts';
import { mapInOrder } from '../../core/async/map-in-order.ts';
import { allFailed, type Failure, failureFields } from '../../runtime/loggable-message.ts';
import type { ReconcileContext } from './context.ts';
import { addFindings, type Findings, noFindings, summaryFields } from './findings.ts';
import { reportStuck, resendReceived } from './open-deliveries.ts';
import { reconcileProject } from './reconcile-project.ts';
import { type ReconcileRequest, reconcileRequest } from './request.ts';
import type { Watermark } from './watermarks.ts';
import { assertTime, OutOfTime } from './window.ts';

/** The result of a run. */
export interface Reconciliation extends Findings {
  /** The projects that were compared completely. */
  readonly compared: readonly string[];
  /** The projects that are left to the next run, because time was short or Annofab asked to retry later. */
  readonly unfinished: readonly string[];
  /** Whether Annofab asked to retry later. */
  readonly deferred: boolean;
}

/**
 * Makes sure that no event is lost. First it sends again what the ledger has as received but not queued, even if Annofab is
 * down. Then it compares Annofab's records of each project with the ledger: webhook invocations by their bodies, and tasks
 * and jobs where no body can be read. A manual run may look further back (see {@link reconcileRequest}).
 *
 * When Annofab is under maintenance or limits the rate, the rest is left to the next run: that is not a failure.
 *
 * @throws FailuresError after everything was tried, when a part failed: its message names each with its cause; LoggableError
 * when the event of a manual run is invalid
 */
export async function reconcileDeliveries(ctx: ReconcileContext): Promise<Reconciliation> {
  const request = reconcileRequest(ctx.event);
  const run = createRun(ctx);
  const total = noFindings();
  await run.attempt({ operation: 'resend' }, () => resendReceived(ctx, total));
  await run.attempt({ operation: 'find stuck' }, () => reportStuck(ctx, total));

  const compared: string[] = [];
  const unfinished: string[] = [];
  const projects = (await run.attempt({ operation: 'list projects' }, () => projectsInOrder(ctx, request))) ?? [];
  await mapInOrder(projects, ctx.settings.projectConcurrency, async ({ project_id, watermark }) => {
    const findings = noFindings();
    const isCompared = await run.attempt({ project_id }, () =>
      reconcileProject(ctx, { project_id, watermark, days: request.days, findings }),
    );
    addFindings(total, findings);
    if (!isCompared) return void unfinished.push(project_id);
    compared.push(project_id);
    ctx.log.info('Project compared with the ledger', { project_id, ...summaryFields(findings) });
  });

  const result = { ...total, compared, unfinished, deferred: run.deferred };
  return run.end(result, { allProjects: request.projectIds === undefined });
}

interface OrderedProject {
  readonly project_id: string;
  readonly watermark: Watermark | undefined;
}

/** The projects that have waited longest come first, so that runs that end early do not skip the same ones each time. */
async function projectsInOrder(ctx: ReconcileContext, { projectIds }: ReconcileRequest): Promise<OrderedProject[]> {
  const { signal, settings, watermarks } = ctx;
  const ids = projectIds ?? (await projectsToCompare(ctx));
  const ordered = await mapInOrder([...new Set(ids)], settings.deliveryConcurrency, async (project_id) => {
    return { project_id, watermark: await watermarks.find(project_id, { signal }) };
  });
  return ordered.sort((one, other) => (one.watermark?.readTo ?? 0) - (other.watermark?.readTo ?? 0));
}

/** By default: the projects whose webhooks this account may read. */
async function projectsToCompare({ annofab, settings, signal }: ReconcileContext): Promise<readonly string[]> {
  if (settings.reconcileProjectIds !== '*') return settings.reconcileProjectIds;
  return annofab.projects.idsWithRole(['owner'], { signal });
}

/** A part of a run, as the log and the error name it. */
type Part = { readonly project_id: string } | { readonly operation: string };

/** Runs the parts of a run. A part that fails does not stop the others; an Annofab that asks to retry later does. */
function createRun(ctx: ReconcileContext) {
  const failures: Failure[] = [];
  let outOfTime = false;
  let deferred = false;

  function record(part: Part, error: unknown): void {
    if (error instanceof OutOfTime) {
      outOfTime = true;
    } else if (error instanceof RetryLaterError) {
      const { reason, seconds } = error;
      if (!deferred)
        ctx.log.warn('Annofab asked to retry later; the rest is left to the next run', { reason, seconds });
      deferred = true;
    } else {
      ctx.log.error('A part of the reconciliation failed', { ...part, ...failureFields(error) });
      failures.push({ name: 'project_id' in part ? part.project_id : part.operation, error });
    }
  }

  return {
    get deferred() {
      return deferred;
    },
    /** @returns `undefined` when the work failed or was not started */
    async attempt<T>(part: Part, work: () => Promise<T>): Promise<T | undefined> {
      if (outOfTime || deferred) return undefined;
      try {
        assertTime(ctx);
        return await work();
      } catch (error) {
        record(part, error);
        return undefined;
      }
    },
    end(result: Reconciliation, { allProjects }: { allProjects: boolean }): Reconciliation {
      const { compared, unfinished } = result;
      ctx.log.info('Reconciliation finished', { projects: compared.length, ...summaryFields(result) });
      if (deferred) ctx.count({ name: 'reconciliation_deferred' });
      if (outOfTime) ctx.log.warn('Time ran out; projects are left to the next run', { projects: unfinished.length });
      if (failures.length > 0) throw allFailed('parts of the reconciliation failed', failures);
      if (allProjects && !deferred && !outOfTime) ctx.count({ name: 'reconciled' });
      return result;
    },
  };
}
