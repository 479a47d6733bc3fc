import { isJsonObject } from '../../lib/core/json.ts';
import { ofType, type Template } from './template.ts';

/** What runs beside the workers: the receiver and the reconciliation. */
const BESIDE_THE_WORKERS = 2;

/** A warning if the workers can use up the concurrent executions of an account. */
export function concurrencyWarning(template: Template, limit: number): string | undefined {
  const workers = ofType(template, 'AWS::Lambda::EventSourceMapping')
    .map(([, { ScalingConfig }]) => (isJsonObject(ScalingConfig) ? Number(ScalingConfig['MaximumConcurrency']) : 0))
    .reduce((sum, most) => sum + most, 0);
  const needed = workers + BESIDE_THE_WORKERS;
  if (needed <= limit) return undefined;
  return (
    `The account may run ${limit} functions at the same time, and this stage can use ${needed}: when all workers are busy, ` +
    "webhooks are answered with an error. Raise the account's limit (Service Quotas, Lambda, concurrent executions), or lower " +
    'exportConcurrency and mirrorConcurrency.'
  );
}
