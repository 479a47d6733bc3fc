import { isJsonObject } from '../../lib/core/json.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { ofType, type Template } from './template.ts';

/** What runs beside the workers: the receiver and the reconciliation. */
const BESIDE_THE_WORKERS = 2;

/** Of the queues whose number of workers is not a setting. */
const WORKERS_BY_DEFAULT = 2;

/** A warning if the workers can use up the concurrent executions of an account. */
export function concurrencyWarning(template: Template, limit: number): string | undefined {
  const workers = ofType(template, 'AWS::Lambda::EventSourceMapping')
    .map(([, { ScalingConfig }]) => (isJsonObject(ScalingConfig) ? Number(ScalingConfig['MaximumConcurrency']) : 0))
    .reduce((sum, most) => sum + most, 0);
  return limitProblem(workers, limit);
}

/** How many workers of the queues may run at the same time with these settings. */
export function workersOf({ events, exportConcurrency, mirrorConcurrency }: StageSettings): number {
  const workers = {
    'task-completed': exportConcurrency,
    'annotation-archive-updated': mirrorConcurrency,
    'input-data-zip-registered': WORKERS_BY_DEFAULT,
    'project-copy-completed': WORKERS_BY_DEFAULT,
  };
  return EVENT_TYPES.filter((eventType) => events[eventType]).reduce((sum, eventType) => sum + workers[eventType], 0);
}

/** What is wrong if the workers can use up the concurrent executions of an account. */
export function limitProblem(workers: number, limit: number): string | undefined {
  const needed = workers + BESIDE_THE_WORKERS;
  if (needed <= limit) return undefined;
  return (
    `The account may run ${limit} functions at the same time, and this stage can use ${needed}: when all workers are busy, ` +
    "webhooks are answered with an error. Raise the account's limit (Service Quotas, Lambda, concurrent executions), or lower " +
    'exportConcurrency and mirrorConcurrency.'
  );
}
