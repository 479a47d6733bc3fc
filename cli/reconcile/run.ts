import { isJsonObject } from '../../lib/core/json.ts';
import { invokeFunction } from '../deployment/invoke-function.ts';
import { openTarget } from '../deployment/target.ts';
import { interruptible } from '../frame/signals.ts';
import { textTable } from '../frame/text-table.ts';
import type { ReconcileOptions } from './options.ts';

const FUNCTION = 'reconcile-deliveries';

/** Runs the reconciliation in the deployment, and prints its findings. */
export async function runReconcile(options: ReconcileOptions): Promise<void> {
  const target = await openTarget(options);
  const event = {
    ...(options.days !== undefined && { days: options.days }),
    ...(options.project !== undefined && { project_ids: options.project }),
  };
  const found = await interruptible(
    (signal) => invokeFunction(target, FUNCTION, event, signal),
    'The function goes on; its log has the findings.',
  );
  console.log(options.json ? JSON.stringify(found) : findingsText(found));
}

/** What the numbers count, for people. docs/reconciliation.md says more. */
const MEANINGS: Readonly<Record<string, string>> = {
  compared: 'projects that were compared completely',
  unfinished: 'projects that are left to the next run',
  deferred: 'whether Annofab asked to retry later',
  jobs: 'webhook invocations that were read',
  recovered: 'events of an invocation that never arrived, now queued',
  inferred: 'events without a readable body, now queued',
  unfired: 'events for which no webhook of ours was invoked',
  failedInvocations: 'invocations of our webhooks that failed',
  noBody: 'invocations of our webhooks without a readable body',
  elsewhere: 'invocations of webhooks with another address',
  otherProject: 'invocations whose body names another project, refused',
  resent: 'deliveries that were sent again',
  stuck: 'deliveries without progress',
  withdrawn: 'exports whose task was re-opened or deleted, now marked',
  newlyStuck: 'of these, found by this run for the first time',
};

/** One line per finding. */
function findingsText(found: unknown): string {
  if (!isJsonObject(found)) return 'Finished.';
  return textTable(Object.entries(found).map(([name, value]) => [name, valueText(value), MEANINGS[name] ?? '']));
}

function valueText(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return '-';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
