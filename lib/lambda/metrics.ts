import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { serviceName } from './log.ts';

/**
 * What is counted. The receiver: `received`, `duplicate` (of one that is queued or done), `rejected` (by reason). The workers: `done`, `skipped`, `ignored`, `later`,
 * `failed` (handed back, to be received again), `dead` (sent to the dead letters), `duplicate` (worked on before).
 */
export type MetricName =
  | 'received'
  | 'rejected'
  | 'done'
  | 'skipped'
  | 'ignored'
  | 'later'
  | 'failed'
  | 'dead'
  | 'duplicate';

export type MetricDimensions = Readonly<Partial<Record<'event_type' | 'reason' | 'function', string>>>;

export interface Counters {
  count(name: MetricName, dimensions: MetricDimensions): void;
  /** Writes what was counted, and begins anew. */
  publish(): void;
}

interface Count {
  readonly name: MetricName;
  readonly dimensions: MetricDimensions;
  value: number;
}

/** Counts that CloudWatch reads from the log lines (embedded metric format, by Powertools). */
export function createCounters(): Counters {
  const counts = new Map<string, Count>();
  let metrics: Metrics | undefined;

  return {
    count(name, dimensions) {
      const key = JSON.stringify([name, dimensions]);
      const count = counts.get(key) ?? { name, dimensions, value: 0 };
      count.value += 1;
      counts.set(key, count);
    },
    publish() {
      metrics ??= new Metrics({ namespace: namespace(), serviceName: serviceName() });
      for (const { name, dimensions, value } of counts.values()) {
        // One at a time: the metrics of one line share their dimensions.
        metrics
          .singleMetric()
          .addDimensions({ ...dimensions })
          .addMetric(name, MetricUnit.Count, value);
      }
      counts.clear();
    },
  };
}

function namespace(): string {
  return process.env['POWERTOOLS_METRICS_NAMESPACE'] || 'annofab-functions';
}
