import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { serviceName } from './log.ts';

/**
 * What is counted, and by which dimension. CloudWatch keeps a metric of its own for each value of each dimension, and an
 * alarm hears only of the one that it names.
 */
export const countedBy = {
  /** An event came and was queued. */
  received: ['event_type'],
  /** An event came again that was queued before, or was given again to a worker that had done with it. */
  duplicate: ['event_type'],
  /** A request was refused, and its sender is at fault. */
  rejected: ['reason'],
  /** An event was worked on, or a schedule has run. */
  done: ['event_type', 'function'],
  skipped: ['event_type'],
  ignored: ['event_type'],
  /** An event was put off. */
  later: ['event_type'],
  /** An event was handed back, to be received again; a schedule failed; a request could not be served. */
  failed: ['event_type', 'function', 'reason'],
  /** An event is a dead letter. */
  dead: ['event_type'],
  /** The reconciliation looked at all projects, to the end. */
  reconciled: ['function'],
  /** The reconciliation was told by Annofab to come later. */
  reconciliation_put_off: ['function'],
  /** The reconciliation queued an event that Annofab fired and that never came here. */
  recovered: ['event_type'],
  /** The reconciliation queued an event that it concluded from what Annofab shows, since no body tells of it. */
  inferred: ['event_type'],
  /** The reconciliation found that something happened for which Annofab fired no webhook. */
  unfired: ['event_type'],
  /** The reconciliation found a webhook of ours that Annofab could not deliver. */
  failed_firing: ['event_type'],
  /** The reconciliation found a webhook of ours without a body that can be read. */
  no_body: ['event_type'],
  /** The reconciliation found a webhook that is none of ours; of a type that is not known here: `other`. */
  elsewhere: ['event_type'],
  /** The reconciliation sent a delivery again that had been received, but not queued. */
  resent: ['event_type'],
  /** The reconciliation found a delivery that has not moved for too long. */
  stuck: ['event_type'],
  /** Something that an operator has to see to, whichever function met it: see {@link TROUBLES}. */
  trouble: ['reason'],
} as const satisfies Record<string, readonly ('event_type' | 'function' | 'reason')[]>;

/** What an operator has to see to. Each has an alarm. */
export const TROUBLES = ['secret', 'credential', 'token-expiring', 'maintenance', 'ledger'] as const;

export type MetricName = keyof typeof countedBy;

type DimensionName<Name extends MetricName> = (typeof countedBy)[Name][number];

/** One of the dimensions by which it is counted. */
export type Dimension<Name extends MetricName> = Name extends 'trouble'
  ? { readonly reason: (typeof TROUBLES)[number] }
  : { [D in DimensionName<Name>]: Readonly<Record<D, string>> }[DimensionName<Name>];

export interface Counters {
  count<Name extends MetricName>(name: Name, dimension: Dimension<Name>, value?: number): void;
  /** Writes what was counted, and begins anew. */
  publish(): void;
}

interface Count {
  readonly name: MetricName;
  readonly dimension: Readonly<Record<string, string>>;
  value: number;
}

/** Counts that CloudWatch reads from the log lines (embedded metric format, by Powertools). */
export function createCounters(): Counters {
  const counts = new Map<string, Count>();
  let metrics: Metrics | undefined;

  return {
    count(name, dimension, value = 1) {
      const key = JSON.stringify([name, dimension]);
      const count = counts.get(key) ?? { name, dimension, value: 0 };
      count.value += value;
      counts.set(key, count);
    },
    publish() {
      metrics ??= new Metrics({ namespace: namespace(), serviceName: serviceName() });
      for (const { name, dimension, value } of counts.values()) {
        // One at a time: the metrics of one line share their dimensions.
        metrics.singleMetric().addDimensions(dimension).addMetric(name, MetricUnit.Count, value);
      }
      counts.clear();
    },
  };
}

function namespace(): string {
  return process.env['POWERTOOLS_METRICS_NAMESPACE'] || 'annofab-functions';
}
