import { randomUUID } from 'node:crypto';
import type { PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { LedgerEntry } from '../../lib/deliveries/ledger/entry.ts';
import { itemOf } from '../../lib/deliveries/ledger/item.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';

/** The state that is written, and what else the ledger keeps of it. */
type Written = Pick<LedgerEntry, 'state' | 'tries'> & Partial<Pick<LedgerEntry, 'lease'>>;

/** The write that the ledger makes: its item, and a condition as long as its own, which always holds. */
export function writeOf(key: string, event: WebhookEvent, written: Written): PutItemCommandInput {
  const now = Date.now();
  const time = new Date(now).toISOString();
  const entry: LedgerEntry = {
    ...{ key, event, label: `${event.event_type}/${event.project_id}/${event.complete_datetime}` },
    ...{ source: 'webhook', receivedAt: time, changedAt: time, requestId: 'bench' },
    ...{ deferrals: {}, effects: {}, expiresAt: Math.floor(now / 1_000) + 86_400 },
    ...written,
  };
  return {
    TableName: process.env['LEDGER_TABLE'],
    Item: itemOf(entry, randomUUID()),
    ConditionExpression: 'attribute_not_exists(revision) OR (revision <> :revision AND expires_at > :now)',
    ExpressionAttributeValues: { ':revision': { S: randomUUID() }, ':now': { N: String(Math.floor(now / 1_000)) } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}
