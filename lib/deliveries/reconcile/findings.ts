import { isComplete, keysOf } from '../../core/typed-object.ts';
import type { TickCount } from '../../runtime/context.ts';
import type { LOG_FIELDS, LogFields } from '../../runtime/log-fields.ts';
import type { EventType } from '../../webhooks/events.ts';
import type { ReconcileContext } from './context.ts';

interface Finding {
  /** The message of its log line, by level. */
  readonly warn?: string;
  readonly error?: string;
  /** The metric that counts it, by event type. */
  readonly metric?: Extract<TickCount, { readonly event_type: unknown }>['name'];
  /** The field of the summary in the log. */
  readonly logField?: NumericLogField;
}

type NumericLogField = (typeof LOG_FIELDS)['number'][number];

/** What a run can find, by name in its result: a new finding is a new row. */
const FINDINGS = {
  /** Webhook invocations that were read. */
  jobs: { logField: 'jobs' },
  /** Events of an invocation that never arrived, and were queued now. */
  recovered: {
    warn: 'Event recovered: its webhook was invoked, but it never arrived',
    metric: 'recovered',
    logField: 'recovered',
  },
  /** Events without a readable invocation, inferred from tasks and jobs, and queued now. */
  inferred: {
    warn: 'Event inferred: no webhook invocation has a readable body for it',
    metric: 'inferred',
    logField: 'inferred',
  },
  /** Events for which no webhook of ours was invoked: reported, and queued only if configured. */
  unfired: { warn: 'Events found for which no webhook of ours was invoked', metric: 'unfired', logField: 'unfired' },
  /** Invocations of our webhooks that failed. Here and below, what an earlier run reported does not count. */
  failedInvocations: {
    warn: 'Annofab could not deliver a webhook',
    metric: 'failed_firing',
    logField: 'failed_firings',
  },
  /** Invocations of our webhooks whose body is missing or unreadable. */
  noBody: { warn: 'Webhook invocation has no readable body', metric: 'no_body', logField: 'no_body' },
  /** Invocations of webhooks with another address. They have no log line: they concern somebody else. */
  elsewhere: { metric: 'elsewhere', logField: 'elsewhere' },
  /** Invocations of our webhooks whose body names another project. */
  otherProject: { error: 'Webhook invocation refused: its body names another project' },
  /** Deliveries that were received but not queued, and were sent again. */
  resent: { warn: 'Delivery sent again: it was received, but not queued', metric: 'resent' },
  /** Deliveries that have not changed for too long. */
  stuck: { error: 'Deliveries are stuck', metric: 'stuck' },
  /** Those of them that no earlier run found. They have no log line: they are counted among the others. */
  newlyStuck: { metric: 'newly_stuck' },
} as const satisfies Readonly<Record<string, Finding>>;

type FindingName = keyof typeof FINDINGS;

/** How many of each a run found. */
export type Findings = { [Name in FindingName]: number };

const NAMES = keysOf(FINDINGS);
const findingOf = (name: FindingName): Finding => FINDINGS[name];

export function noFindings(): Findings {
  const findings: Partial<Findings> = {};
  for (const name of NAMES) findings[name] = 0;
  if (!isComplete<Findings>(findings, NAMES)) throw new TypeError('A finding has no count');
  return findings;
}

export function addFindings(sum: Findings, found: Findings): void {
  for (const name of NAMES) sum[name] += found[name];
}

/** Adds a finding to the result of the run, to its metric, and to the log. */
export function report(
  ctx: ReconcileContext,
  findings: Findings,
  name: FindingName,
  fields: LogFields & { readonly event_type: EventType | 'other' },
  value = 1,
): void {
  const { warn, error, metric } = findingOf(name);
  findings[name] += value;
  if (warn !== undefined) ctx.log.warn(warn, fields);
  if (error !== undefined) ctx.log.error(error, fields);
  if (metric !== undefined) ctx.count({ name: metric, event_type: fields.event_type, ...(value !== 1 && { value }) });
}

export function summaryFields(findings: Findings): LogFields {
  const fields: { [Field in NumericLogField]?: number } = {};
  for (const name of NAMES) {
    const { logField } = findingOf(name);
    if (logField !== undefined) fields[logField] = findings[name];
  }
  return fields;
}
