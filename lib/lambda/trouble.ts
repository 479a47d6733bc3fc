import { CredentialError, UnauthorizedError } from '../annofab/errors.ts';
import { LedgerError } from '../aws/ledger/ledger.ts';
import { SecretError } from '../aws/secret.ts';
import type { Counters } from './metrics.ts';

/** What only an operator can put right, by the error that tells of it. */
const troubles = [
  { reason: 'secret', errors: [SecretError] },
  { reason: 'credential', errors: [UnauthorizedError, CredentialError] },
  { reason: 'ledger', errors: [LedgerError] },
] as const;

/** Counts an error that an operator has to see to, once for each kind of trouble in it; others it passes over. */
export function countTrouble(counters: Counters, error: unknown): void {
  const all = [...errorsIn(error)];
  for (const { reason, errors } of troubles) {
    if (all.some((one) => errors.some((kind) => one instanceof kind))) counters.count('trouble', { reason });
  }
}

/** An error, what caused it, and what it gathers. */
function* errorsIn(error: unknown): Generator<Error> {
  if (!(error instanceof Error)) return;
  yield error;
  yield* errorsIn(error.cause);
  if (error instanceof AggregateError) for (const one of error.errors) yield* errorsIn(one);
}
