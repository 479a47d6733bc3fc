import { createLedger, type Ledger } from '../../deliveries/ledger/ledger.ts';
import { service } from '../../runtime/service.ts';

/** Whoever waits for a webhook's answer, or for a message to be settled, must learn soon that the table fails. */
const limits = { timeoutMs: 1_000, attempts: 2 };

/** What is known of each delivery. */
export const ledger = service(
  ['LEDGER_TABLE'],
  (config): Ledger => createLedger({ tableName: config.LEDGER_TABLE, limits }),
);
