import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { EventType } from '../webhooks/events.ts';
import { serviceName } from './log.ts';

/** The dimensions that there are, with the type of their values. */
interface Dimensions {
  event_type: EventType | 'other';
  function: string;
  reason: string;
}

/**
 * Every metric, and by which dimension it is counted: one row is all that a new one needs. CloudWatch keeps a separate metric
 * for each value of each dimension, and an alarm sees only the one that it names.
 */
export const METRICS = {
  /** An event arrived and was queued. */
  received: ['event_type'],
  /** An event arrived again after it was queued, or a worker received it again after it was processed. */
  duplicate: ['event_type'],
  /** A request was refused, and its sender is at fault. */
  rejected: ['reason'],
  /** An event was processed, or a schedule has run. */
  done: ['event_type', 'function'],
  /** An event needed no work. */
  skipped: ['event_type'],
  /** An event was deferred. */
  later: ['event_type'],
  /** An event failed and will be received again; a schedule failed; a request could not be served. */
  failed: ['event_type', 'function', 'reason'],
  /** An event was sent to the dead-letter queue. */
  dead: ['event_type'],
  /** The reconciliation compared all projects, to the end. */
  reconciled: ['function'],
  /** The reconciliation left the rest to its next run, since Annofab asked it to wait. */
  reconciliation_deferred: ['function'],
  /** The reconciliation queued an event that Annofab fired and that never arrived. */
  recovered: ['event_type'],
  /** The reconciliation queued an event that it inferred from Annofab's data, since no webhook body describes it. */
  inferred: ['event_type'],
  /** The reconciliation found an event for which Annofab fired no webhook. */
  unfired: ['event_type'],
  /** The reconciliation found a webhook of ours that Annofab could not deliver. */
  failed_firing: ['event_type'],
  /** The reconciliation found a webhook of ours without a readable body. */
  no_body: ['event_type'],
  /** The reconciliation found a webhook that points elsewhere; `other` if its type is not known here. */
  elsewhere: ['event_type'],
  /** The reconciliation sent a delivery again that had been received, but not queued. */
  resent: ['event_type'],
  /** The reconciliation found a delivery that has not changed for too long. */
  stuck: ['event_type'],
  /** The same, unless an earlier run found it too. */
  newly_stuck: ['event_type'],
  /** An operator has to act, whichever function found it: see {@link ALERTS}. */
  alert: ['reason'],
} as const satisfies Record<string, readonly (keyof Dimensions)[]>;

/** What an operator has to act on: the values of the metric `alert`. Each has an alarm. */
export const ALERTS = ['secret', 'credential', 'token-expiring', 'maintenance', 'ledger'] as const;

export type Alert = (typeof ALERTS)[number];

export type MetricName = keyof typeof METRICS;

type DimensionName<Name extends MetricName> = (typeof METRICS)[Name][number];
type DimensionValue<Name extends MetricName, D extends keyof Dimensions> = Name extends 'alert' ? Alert : Dimensions[D];

/** One of the dimensions by which it is counted. */
export type Dimension<Name extends MetricName> = {
  [D in DimensionName<Name>]: { readonly [_ in D]: DimensionValue<Name, D> };
}[DimensionName<Name>];

/** The metrics that the handlers count themselves. */
type HandlerMetric = 'received' | 'duplicate' | 'rejected' | 'done' | 'skipped' | 'later' | 'failed' | 'dead';
type AutomationMetric = Exclude<MetricName, HandlerMetric>;

/** A metric as an automation counts it. The dimension that its handler knows may be left out. */
export type Count<Known extends keyof Dimensions> = {
  [Name in AutomationMetric]: {
    readonly name: Name;
    /** How many at once; 1 by default. */
    readonly value?: number;
  } & (DimensionName<Name> extends Known ? Partial<Dimension<Name>> : Dimension<Name>);
}[AutomationMetric];

export interface Counters {
  count<Name extends MetricName>(name: Name, dimension: Dimension<Name>, value?: number): void;
  /** `ctx.count` of a handler, which fills in the dimension that it knows. */
  knowing<Known extends keyof Dimensions>(known: Pick<Dimensions, Known>): (what: Count<Known>) => void;
  /** Writes what was counted, and starts again from zero. */
  publish(): void;
}

interface Sum {
  readonly name: MetricName;
  readonly dimension: Readonly<Record<string, string>>;
  value: number;
}

/** Counts that CloudWatch reads from the log lines (embedded metric format, by Powertools). */
export function createCounters(): Counters {
  const sums = new Map<string, Sum>();
  let metrics: Metrics | undefined;

  function add(name: MetricName, dimension: Sum['dimension'], value = 1): void {
    const key = JSON.stringify([name, dimension]);
    const sum = sums.get(key) ?? { name, dimension, value: 0 };
    sum.value += value;
    sums.set(key, sum);
  }

  return {
    count: add,
    knowing: (known) => (what) => {
      const { name, value, ...given } = what;
      // One dimension: the given one, which comes last, or else the known one.
      const dimensions: Readonly<Record<string, string>> = { ...known, ...given };
      add(name, Object.fromEntries(Object.entries(dimensions).slice(-1)), value);
    },
    publish() {
      metrics ??= new Metrics({ namespace: namespace(), serviceName: serviceName() });
      for (const { name, dimension, value } of sums.values()) {
        // One at a time: the metrics of one line share their dimensions. Not `singleMetric`, which makes a console for each.
        metrics.addDimensions(dimension).addMetric(name, MetricUnit.Count, value).publishStoredMetrics();
      }
      sums.clear();
    },
  };
}

function namespace(): string {
  return process.env['POWERTOOLS_METRICS_NAMESPACE'] || 'annofab-functions';
}
