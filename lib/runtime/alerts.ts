import { CredentialError, UnauthorizedError } from '../annofab/errors.ts';
import { SecretError } from '../aws/secret.ts';
import { LedgerError } from '../deliveries/ledger/ledger.ts';
import type { Counters } from './metrics.ts';

/** What only an operator can put right, by the error that tells of it. */
const kinds = [
  { reason: 'secret', errors: [SecretError] },
  { reason: 'credential', errors: [UnauthorizedError, CredentialError] },
  { reason: 'ledger', errors: [LedgerError] },
] as const;

type Reason = (typeof kinds)[number]['reason'];

/** Counts an error that an operator has to see to, once for each kind of trouble in it; others it passes over. */
export function countTrouble(counters: Counters, error: unknown): void {
  for (const reason of new Set(reasonsOf(error))) counters.count('trouble', { reason });
}

/** Of an error, or else of what caused it; and of those that it gathers. */
function* reasonsOf(error: unknown): Generator<Reason> {
  if (!(error instanceof Error)) return;
  const own = kinds.find(({ errors }) => errors.some((kind) => error instanceof kind));
  if (own !== undefined) return yield own.reason;
  yield* reasonsOf(error.cause);
  if (error instanceof AggregateError) for (const one of error.errors) yield* reasonsOf(one);
}
