import type { RecordedDelivery, RecordedRequest, Spy } from './spy.ts';

type Query = Readonly<Record<string, string>>;

const REQUEST_FIELDS = ['operation', 'method', 'url', 'status'] as const;
const WEBHOOK_FIELDS = ['projectId', 'webhookId', 'eventType', 'status', 'url'] as const;
const LONGEST_WAIT_MS = 60_000;

/** The requests that fit the query, oldest first; with `waitMs`, once there is one. */
export async function recordedRequests({ requests, waitForRequest }: Spy, query: Query): Promise<RecordedRequest[]> {
  const fits = filterOf<RecordedRequest>(query, REQUEST_FIELDS);
  const timeoutMs = readWait(query);
  if (timeoutMs > 0) await waitForRequest(fits, { timeoutMs }).catch(() => undefined);
  return requests.filter(fits);
}

/** The webhooks that fit the query, oldest first; with `waitMs`, once there is one. */
export async function recordedWebhooks({ deliveries, waitForWebhook }: Spy, query: Query): Promise<RecordedDelivery[]> {
  const fits = filterOf<RecordedDelivery>(query, WEBHOOK_FIELDS);
  const timeoutMs = readWait(query);
  if (timeoutMs > 0) await waitForWebhook(fits, { timeoutMs }).catch(() => undefined);
  return deliveries.filter(fits);
}

/** @throws TypeError for a field that the records do not have */
function filterOf<T extends object>({ waitMs: _, ...wanted }: Query, fields: readonly (keyof T & string)[]) {
  const names: readonly string[] = fields;
  const unknown = Object.keys(wanted).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`there is no ${unknown} to choose by: use ${names.join(', ')} or waitMs`);
  return (record: T): boolean => {
    const values = new Map(Object.entries(record));
    return Object.entries(wanted).every(([name, value]) => String(values.get(name) ?? '') === value);
  };
}

function readWait({ waitMs = '0' }: Query): number {
  if (!/^\d+$/.test(waitMs) || Number(waitMs) > LONGEST_WAIT_MS) {
    throw new TypeError(`waitMs must be a whole number from 0 to ${LONGEST_WAIT_MS}`);
  }
  return Number(waitMs);
}
