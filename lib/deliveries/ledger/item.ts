import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { FORMATS } from '../../core/formats.ts';
import { isJsonObject, type JsonObject, ownField } from '../../core/json.ts';
import { isEventType } from '../../webhooks/events.ts';
import { parseEvent } from '../../webhooks/parse-event.ts';
import {
  DELIVERY_SOURCES,
  DELIVERY_STATES,
  type DeliveryState,
  isOpenState,
  type Lease,
  type LedgerEntry,
} from './entry.ts';

export type Item = Record<string, AttributeValue>;

/** An entry with the revision of the item that it was read from. */
export interface Stored {
  readonly entry: LedgerEntry;
  readonly revision: string;
}

/**
 * The item of an entry. It has `open` only while something is left to do, so that the index over it is sparse; `project_id`
 * is the key of the other index.
 */
export function itemOf(entry: LedgerEntry, revision: string): Item {
  const { event, lease } = entry;
  return marshall(
    {
      key: entry.key,
      format: FORMATS.ledger.version,
      label: entry.label,
      event_type: event.event_type,
      project_id: event.project_id,
      event,
      state: entry.state,
      reason: entry.reason,
      source: entry.source,
      inferred: entry.inferred,
      received_at: entry.receivedAt,
      changed_at: entry.changedAt,
      request_id: entry.requestId,
      tries: entry.tries,
      deferrals: entry.deferrals,
      effects: entry.effects,
      lease_id: lease?.id,
      lease_until: lease?.until,
      expires_at: entry.expiresAt,
      open: isOpenState(entry.state) ? entry.state : undefined,
      revision,
    },
    { removeUndefinedValues: true },
  );
}

/** @throws TypeError that names the attribute that is missing or of another type */
export function storedOf(item: Item): Stored {
  const json: JsonObject = unmarshall(item);
  const reason = optional(json, 'reason', isText);
  const inferred = optional(json, 'inferred', isBoolean);
  const lease = leaseOf(json);
  const entry: LedgerEntry = {
    key: required(json, 'key', isText),
    label: required(json, 'label', isText),
    event: eventOf(json),
    state: stateOf(json),
    source: required(json, 'source', isOneOf(DELIVERY_SOURCES)),
    receivedAt: required(json, 'received_at', isText),
    changedAt: required(json, 'changed_at', isText),
    requestId: required(json, 'request_id', isText),
    tries: required(json, 'tries', isNumber),
    deferrals: required(json, 'deferrals', isRecordOf(isNumber)),
    effects: required(json, 'effects', isRecordOf(isText)),
    expiresAt: required(json, 'expires_at', isNumber),
    ...(reason !== undefined && { reason }),
    ...(inferred !== undefined && { inferred }),
    ...(lease !== undefined && { lease }),
  };
  return { entry, revision: required(json, 'revision', isText) };
}

/** The condition of a write: the item still has one of these revisions, or there is still none. An expired one counts as none. */
export function unchanged(revisions: readonly string[] | undefined, now: number) {
  const time = { ':now': { N: String(Math.floor(now / 1_000)) } };
  if (revisions === undefined) {
    return {
      ConditionExpression: 'attribute_not_exists(#key) OR expires_at <= :now',
      ExpressionAttributeNames: { '#key': 'key' },
      ExpressionAttributeValues: time,
    };
  }
  const values = revisions.map((revision, at) => [`:r${at}`, { S: revision }] as const);
  return {
    ConditionExpression: `revision IN (${values.map(([name]) => name).join(', ')}) AND expires_at > :now`,
    ExpressionAttributeValues: { ...Object.fromEntries(values), ...time },
  };
}

/** Earlier versions also wrote `ignored`, which meant the same as `skipped`. */
function stateOf(json: JsonObject): DeliveryState {
  return ownField(json, 'state') === 'ignored' ? 'skipped' : required(json, 'state', isOneOf(DELIVERY_STATES));
}

function eventOf(json: JsonObject): LedgerEntry['event'] {
  const parsed = parseEvent(required(json, 'event_type', isEventType), ownField(json, 'event'));
  if (!parsed.ok) throw new TypeError('event is not as it was written');
  return parsed.event;
}

function leaseOf(json: JsonObject): Lease | undefined {
  const id = optional(json, 'lease_id', isText);
  return id === undefined ? undefined : { id, until: required(json, 'lease_until', isNumber) };
}

type Is<T> = (value: unknown) => value is T;

function required<T>(json: JsonObject, name: string, is: Is<T>): T {
  const value = optional(json, name, is);
  if (value === undefined) throw new TypeError(`${name} is missing`);
  return value;
}

function optional<T>(json: JsonObject, name: string, is: Is<T>): T | undefined {
  const value = ownField(json, name);
  if (value === undefined || is(value)) return value;
  throw new TypeError(`${name} is not as it was written`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isOneOf<T extends string>(values: readonly T[]): Is<T> {
  return (value): value is T => values.some((one) => one === value);
}

function isRecordOf<T>(is: Is<T>): Is<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isJsonObject(value) && Object.values(value).every(is);
}
