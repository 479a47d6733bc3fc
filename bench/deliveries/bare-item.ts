import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as large as one of the ledger, and in the same indexes. */
export function itemOf(key: string, event: string, state: string): Record<string, AttributeValue> {
  const time = { S: new Date().toISOString() };
  return {
    key: { S: key },
    event: { S: event },
    state: { S: state },
    label: { S: event.slice(0, 80) },
    project_id: { S: 'project' },
    received_at: time,
    changed_at: time,
    ...(state !== 'done' && { open: { S: state } }),
  };
}
