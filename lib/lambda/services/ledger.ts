import { dynamoDbClient } from '../../aws/dynamodb-client.ts';
import { createLedger, type Ledger } from '../../deliveries/ledger/ledger.ts';
import { service } from '../../runtime/service.ts';

/** The state of each delivery. */
export const ledger = service(
  ['LEDGER_TABLE', 'AWS_TIMEOUT_MS'],
  (config): Ledger => createLedger({ tableName: config.LEDGER_TABLE, client: dynamoDbClient(config.AWS_TIMEOUT_MS) }),
);
