import { check, explain, object, optional, type Shape, string } from '../../../lib/core/json.ts';
import type { RecordedDelivery, RecordedRequest, Spy } from './spy.ts';

type Query = Readonly<Record<string, string>>;

const LONGEST_WAIT_MS = 60_000;

const waitMs = optional(
  check(
    (value): value is string => /^\d+$/.test(String(value)) && Number(value) <= LONGEST_WAIT_MS,
    `must be a whole number from 0 to ${LONGEST_WAIT_MS}`,
  ),
);

const requestQuery = object({
  operation: optional(string),
  method: optional(string),
  url: optional(string),
  status: optional(string),
  waitMs,
});

const webhookQuery = object({
  projectId: optional(string),
  webhookId: optional(string),
  eventType: optional(string),
  status: optional(string),
  url: optional(string),
  waitMs,
});

/** The requests that match the query, oldest first; with `waitMs`, as soon as there is one. */
export async function recordedRequests({ requests, waitForRequest }: Spy, query: Query): Promise<RecordedRequest[]> {
  const { matches, timeoutMs } = readQuery<RecordedRequest>(requestQuery, query);
  if (timeoutMs > 0) await waitForRequest(matches, { timeoutMs }).catch(() => undefined);
  return requests.filter(matches);
}

/** The webhooks that match the query, oldest first; with `waitMs`, as soon as there is one. */
export async function recordedWebhooks({ deliveries, waitForWebhook }: Spy, query: Query): Promise<RecordedDelivery[]> {
  const { matches, timeoutMs } = readQuery<RecordedDelivery>(webhookQuery, query);
  if (timeoutMs > 0) await waitForWebhook(matches, { timeoutMs }).catch(() => undefined);
  return deliveries.filter(matches);
}

/** @throws TypeError for a field that the records do not have */
function readQuery<T extends object>(shape: Shape<{ waitMs?: string }>, query: Query) {
  const read = shape.read(query);
  if (!read.ok) throw new TypeError(explain(read.problems));
  const { waitMs: wait = '0', ...wanted } = read.value;
  const matches = (record: T): boolean => {
    const values = new Map(Object.entries(record));
    return Object.entries(wanted).every(([name, value]) => String(values.get(name) ?? '') === value);
  };
  return { matches, timeoutMs: Number(wait) };
}
