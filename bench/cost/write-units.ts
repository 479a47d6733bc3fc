import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { LedgerEntry, NewDelivery } from '../../lib/deliveries/ledger/entry.ts';
import { type Item, itemOf } from '../../lib/deliveries/ledger/item.ts';
import { revisionOf } from '../../lib/deliveries/ledger/revision.ts';
import { claim, type Decision, queued, receive, record } from '../../lib/deliveries/ledger/transitions.ts';

const UNIT_BYTES = 1_024;

/** The attributes of the keys of the ledger's indexes in serverless.yml. Both have all attributes of an item. */
const INDEXES = [
  ['open', 'changed_at'],
  ['project_id', 'received_at'],
] as const;

/** The writes of a delivery without work, by the rules of the ledger. @returns the write units of each, those of its indexes included */
export function writeUnitsOf(delivery: NewDelivery, now: number): number[] {
  const lease = { id: crypto.randomUUID(), until: now + 300_000 };
  const steps: ((entry: LedgerEntry | undefined, at: number) => Decision<unknown>)[] = [
    (entry, at) => receive(entry, delivery, at),
    (entry, at) => queued(entry, at),
    (entry, at) => claim(entry, { delivery, lease }, at),
    (entry, at) => record(entry, { leaseId: lease.id, result: { state: 'done' } }, at),
  ];
  const units: number[] = [];
  let [entry, before]: [LedgerEntry | undefined, Item | undefined] = [undefined, undefined];
  for (const [at, step] of steps.entries()) {
    const { write } = step(entry, now + at);
    if (write === undefined) throw new Error(`Step ${at} of a delivery writes nothing`);
    const after = itemOf(write, revisionOf(write));
    units.push(unitsOf(before, after));
    [entry, before] = [write, after];
  }
  return units;
}

function unitsOf(before: Item | undefined, after: Item): number {
  const size = Math.max(...[before ?? {}, after].map((item) => Math.ceil(bytesOf({ M: item }) / UNIT_BYTES)));
  return size * (1 + INDEXES.reduce((sum, keys) => sum + indexWrites(keys, before, after), 0));
}

/** An item whose key in the index changes is deleted there and put again. */
function indexWrites(keys: readonly string[], before: Item | undefined, after: Item): number {
  const keyOf = (item: Item | undefined) => {
    const values = keys.map((key) => item?.[key]?.S);
    return values.includes(undefined) ? undefined : JSON.stringify(values);
  };
  const [old, current] = [keyOf(before), keyOf(after)];
  if (old === current) return old === undefined ? 0 : 1;
  return (old === undefined ? 0 : 1) + (current === undefined ? 0 : 1);
}

/** The size of a value as DynamoDB counts it. */
function bytesOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.M === undefined) return 1;
  return Object.entries(value.M).reduce((sum, [name, part]) => sum + Buffer.byteLength(name) + bytesOf(part) + 1, 3);
}
