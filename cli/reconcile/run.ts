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

/** One line per finding. */
function findingsText(found: unknown): string {
  if (!isJsonObject(found)) return 'Finished.';
  return textTable(Object.entries(found).map(([name, value]) => [name, valueText(value)]));
}

function valueText(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return '-';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
