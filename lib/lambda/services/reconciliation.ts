import { dynamoDbClient } from '../../aws/dynamodb-client.ts';
import { createWatermarks, type Watermarks } from '../../deliveries/reconcile/watermarks.ts';
import { service } from '../../runtime/service.ts';

/** How far each project has been compared with the ledger. */
export const watermarks = service(
  ['LEDGER_TABLE', 'AWS_TIMEOUT_MS'],
  (config): Watermarks =>
    createWatermarks({ tableName: config.LEDGER_TABLE, client: dynamoDbClient(config.AWS_TIMEOUT_MS) }),
);

/** The address of our HTTP API: webhooks that point there are ours. None without a receiver. */
export const webhookUrl = service(['WEBHOOK_URL'], (config): string | undefined => config.WEBHOOK_URL);
