import { CredentialError, UnauthorizedError } from '../annofab/errors.ts';
import { LoggableError } from '../core/loggable-error.ts';
import { ALERTS, type Alert, type Counters } from './metrics.ts';

/** Counts an error that an operator has to act on, once for each alert in it. Other errors are not counted. */
export function countAlerts(counters: Counters, error: unknown): void {
  for (const reason of new Set(alertsOf(error))) counters.count('alert', { reason });
}

/** The alert of an error, or else those of its cause and of the errors that it gathers. */
function* alertsOf(error: unknown): Generator<Alert> {
  if (!(error instanceof Error)) return;
  const alert = alertOf(error);
  if (alert !== undefined) return yield alert;
  yield* alertsOf(error.cause);
  if (error instanceof AggregateError) for (const one of error.errors) yield* alertsOf(one);
}

/** Our own errors declare it; the client knows nothing of alerts. */
function alertOf(error: Error): Alert | undefined {
  if (error instanceof UnauthorizedError || error instanceof CredentialError) return 'credential';
  return error instanceof LoggableError ? ALERTS.find((alert) => alert === error.alert) : undefined;
}
