import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewDelivery } from '../../../lib/deliveries/ledger/entry.ts';
import { createLedger, type Ledger, LedgerError } from '../../../lib/deliveries/ledger/ledger.ts';
import type { WebhookEvent } from '../../../lib/webhooks/events.ts';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';
import { createLedgerTable, localDynamoDb } from '../../support/ledger-table.ts';
import { DAYS, MINUTES, newDelivery, start, taskCompleted } from './deliveries.ts';

let aws: LocalAws;
let client: DynamoDBClient;
let tableName: string;
let clock: number;
let ledger: Ledger;

beforeAll(async () => {
  aws = await startLocalAws();
  client = localDynamoDb(aws, { maxAttempts: 2 });
});

afterAll(async () => {
  client.destroy();
  await aws.stop();
});

beforeEach(async () => {
  tableName = await createLedgerTable(aws);
  clock = start;
  ledger = createLedger({ tableName, client, now: () => clock });
});

afterEach(() => aws.faults.clear());

const delivery = newDelivery();
const { key } = delivery;
const leaseOf = (id: string) => ({ id, until: clock + 5 * MINUTES });

async function keys(entries: AsyncIterable<{ readonly key: string }>): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of entries) found.push(entry.key);
  return found;
}

async function item() {
  return (await client.send(new GetItemCommand({ TableName: tableName, Key: { key: { S: key } } }))).Item;
}

describe('a delivery in the ledger', () => {
  it('is recorded from the webhook to its end state', async () => {
    expect(await ledger.receive(delivery)).toEqual({ send: true });
    await ledger.queued(key);
    expect(await ledger.receive(delivery)).toEqual({ send: false });
    expect(await ledger.claim({ ...delivery, source: 'queue' }, leaseOf('one'))).toMatchObject({ kind: 'claimed' });
    expect(await ledger.record(key, 'one', { state: 'done' })).toBe(true);
    expect(await ledger.find(key)).toMatchObject({ ...delivery, state: 'done', source: 'webhook', tries: 1 });
  });

  it('is stored as a readable item', async () => {
    await ledger.receive(newDelivery('task-1', { inferred: true }));
    await ledger.claim(delivery, leaseOf('one'));
    expect(await item()).toMatchObject({
      key: { S: key },
      label: { S: 'task-completed/demo-project/task-1/2019-05-08T10:00:00.000+09:00' },
      event_type: { S: 'task-completed' },
      project_id: { S: 'demo-project' },
      event: { M: { task_id: { S: 'task-1' } } },
      state: { S: 'processing' },
      open: { S: 'processing' },
      source: { S: 'webhook' },
      inferred: { BOOL: true },
      received_at: { S: '2019-05-08T01:00:00.000Z' },
      lease_id: { S: 'one' },
      lease_until: { N: String(start + 5 * MINUTES) },
      expires_at: { N: String((start + 30 * DAYS) / 1_000) },
    });
  });

  it('asks the table as rarely as it can: what it wrote last is not read again', async () => {
    const asked: string[] = [];
    aws.faults.decideBy(({ operation }) => {
      asked.push(operation);
      return undefined;
    });
    const requests = () => asked.splice(0);
    await ledger.receive(delivery);
    await ledger.queued(key);
    expect(requests()).toEqual(['PutItem', 'PutItem']);
    await ledger.receive(delivery);
    expect(requests(), 'an answer without a write counts only after a read').toEqual(['GetItem']);
    await createLedger({ tableName, client, now: () => clock }).receive(delivery);
    expect(requests(), 'a write whose condition fails returns the item').toEqual(['PutItem']);
    const elsewhere = createLedger({ tableName, client, now: () => clock });
    await elsewhere.claim(delivery, leaseOf('one'));
    expect(requests()).toEqual(['GetItem', 'PutItem']);
    await elsewhere.markEffect(key, 'one', 'notify');
    await elsewhere.record(key, 'one', { state: 'done' });
    expect(requests()).toEqual(['PutItem', 'PutItem']);
  });

  it('is decided upon as it is, also where another process has changed it since', async () => {
    const elsewhere = createLedger({ tableName, client, now: () => clock });
    await ledger.receive(delivery);
    await elsewhere.claim(delivery, leaseOf('one'));
    await elsewhere.record(key, 'one', { state: 'queued', reason: 'not completed yet' });
    await ledger.queued(key);
    expect(await ledger.find(key)).toMatchObject({ state: 'queued', reason: 'not completed yet', tries: 1 });
    expect(await ledger.claim(delivery, leaseOf('two'))).toMatchObject({ kind: 'claimed' });
    expect(await elsewhere.receive(delivery)).toEqual({ send: false });
    expect(await elsewhere.claim(delivery, leaseOf('three'))).toMatchObject({ kind: 'busy' });
  });

  it('is claimed by one worker, however many try at once', async () => {
    await ledger.receive(delivery);
    const workers = Array.from({ length: 5 }, (_, n) => ledger.claim(delivery, leaseOf(`worker-${n}`)));
    const kinds = (await Promise.all(workers)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['busy', 'busy', 'busy', 'busy', 'claimed']);
  });

  it('cannot be written by a worker whose lease was taken over', async () => {
    await ledger.claim(delivery, leaseOf('old'));
    clock += 5 * MINUTES;
    await ledger.claim(delivery, leaseOf('new'));
    expect(await ledger.record(key, 'old', { state: 'dead', reason: 'late' })).toBe(false);
    expect(await ledger.markEffect(key, 'old', 'notify')).toBe(false);
    expect(await ledger.find(key)).toMatchObject({ state: 'processing', lease: { id: 'new' }, effects: {} });
  });

  it('counts as unknown after its expiry, though DynamoDB has not deleted it yet', async () => {
    await ledger.receive(delivery);
    await ledger.queued(key);
    clock += 30 * DAYS - 1_000;
    expect(await ledger.receive(delivery)).toEqual({ send: false });
    clock += 1_000;
    expect(await ledger.find(key)).toBeUndefined();
    expect(await keys(ledger.open('queued'))).toEqual([]);
    expect(await item()).toBeDefined();
    expect(await ledger.receive(delivery)).toEqual({ send: true });
    expect(await ledger.find(key)).toMatchObject({ state: 'received' });
  });

  it('keeps a reason and names in any script', async () => {
    await ledger.claim(delivery, leaseOf('one'));
    await ledger.markEffect(key, 'one', '通知 "1"');
    await ledger.record(key, 'one', { state: 'skipped', reason: '完了していない' });
    expect(await ledger.find(key)).toMatchObject({
      reason: '完了していない',
      effects: { '通知 "1"': expect.any(String) },
    });
  });
});

describe('the claim of a first message', () => {
  const worker = () => createLedger({ tableName, client, now: () => clock });
  const message = { ...delivery, source: 'queue' } as const;

  function countRequests(): string[] {
    const asked: string[] = [];
    aws.faults.decideBy(({ operation }) => {
      asked.push(operation);
      return undefined;
    });
    return asked;
  }

  it.each([
    ['received', async () => {}],
    ['queued', () => ledger.queued(key)],
  ])('is one write when the delivery is %s', async (_state, then) => {
    await ledger.receive(delivery);
    await then();
    const asked = countRequests();
    clock += MINUTES;
    const claim = await worker().claim(message, leaseOf('one'), { isFirst: true });
    expect(asked).toEqual(['PutItem']);
    expect(claim).toMatchObject({ kind: 'claimed', entry: { ...delivery, state: 'processing', tries: 1 } });
    expect(await ledger.find(key)).toEqual(claim.kind === 'claimed' && claim.entry);
    await ledger.queued(key);
    expect(await ledger.find(key), 'the receiver is slower').toMatchObject({ state: 'processing' });
  });

  it('is one write for a delivery of a backfill, whose message says so', async () => {
    const filled = newDelivery('task-1', { source: 'backfill' });
    await ledger.receive(filled);
    const asked = countRequests();
    expect(await worker().claim(filled, leaseOf('one'), { isFirst: true })).toMatchObject({ kind: 'claimed' });
    expect(asked).toEqual(['PutItem']);
  });

  it.each<[string, Partial<NewDelivery>]>([
    ['was inferred', { inferred: true }],
    ['was found by the reconciliation', { source: 'reconciliation' }],
    ['arrived with another request', { requestId: 'another' }],
    ['arrived at another time', { receivedAt: '2019-05-08T01:00:00.001Z' }],
  ])('keeps what only the ledger knows of a delivery that %s', async (_what, known) => {
    await ledger.receive(newDelivery('task-1', known));
    const asked = countRequests();
    expect(await worker().claim(message, leaseOf('one'), { isFirst: true })).toMatchObject({ kind: 'claimed' });
    expect(asked).toEqual(['PutItem', 'PutItem']);
    expect(await ledger.find(key)).toMatchObject({ ...delivery, ...known, state: 'processing', tries: 1 });
  });

  it('keeps the effects and the tries of a delivery that a worker has had', async () => {
    await ledger.receive(delivery);
    await worker().claim(message, leaseOf('one'), { isFirst: true });
    await ledger.markEffect(key, 'one', 'notify');
    await ledger.record(key, 'one', { state: 'queued', reason: 'failed', deferrals: { 'rate-limited': 1 } });
    await worker().claim(message, leaseOf('two'), { isFirst: true });
    expect(await ledger.find(key)).toMatchObject({
      tries: 2,
      effects: { notify: expect.any(String) },
      deferrals: { 'rate-limited': 1 },
    });
  });

  it('keeps the effects of a delivery that was sent again', async () => {
    await ledger.receive(delivery);
    await worker().claim(message, leaseOf('one'), { isFirst: true });
    await ledger.markEffect(key, 'one', 'notify');
    await ledger.record(key, 'one', { state: 'dead', reason: 'failed' });
    expect(await ledger.redrive(key)).toBe('redriven');
    await worker().claim(message, leaseOf('two'), { isFirst: true });
    expect(await ledger.find(key)).toMatchObject({ source: 'replay', effects: { notify: expect.any(String) } });
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ['finished', () => ledger.record(key, 'one', { state: 'done' }), { kind: 'finished', state: 'done' }],
    ['busy', async () => {}, { kind: 'busy', until: start + 5 * MINUTES }],
  ])('writes nothing when the delivery is %s', async (_what, then, answer) => {
    await ledger.receive(delivery);
    await ledger.claim(delivery, leaseOf('one'));
    await then();
    const before = await item();
    const asked = countRequests();
    expect(await worker().claim(message, leaseOf('two'), { isFirst: true })).toEqual(answer);
    expect(asked).toEqual(['PutItem']);
    expect(await item()).toEqual(before);
  });

  it('adds a delivery that is unknown, or that has expired', async () => {
    expect(await worker().claim(message, leaseOf('one'), { isFirst: true })).toMatchObject({ kind: 'claimed' });
    expect(await ledger.find(key)).toMatchObject({ source: 'queue', tries: 1 });
    const expired = newDelivery('task-2');
    await ledger.receive(expired);
    clock += 30 * DAYS;
    await worker().claim({ ...expired, source: 'queue' }, leaseOf('one'), { isFirst: true });
    expect(await ledger.find(expired.key)).toMatchObject({ source: 'queue', tries: 1 });
  });

  it('succeeds for one worker of many', async () => {
    await ledger.receive(delivery);
    const claims = Array.from({ length: 5 }, (_, n) =>
      worker().claim(message, leaseOf(`worker-${n}`), { isFirst: true }),
    );
    const kinds = (await Promise.all(claims)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['busy', 'busy', 'busy', 'busy', 'claimed']);
  });

  it('is recognized as its own when the answer was lost', async () => {
    await ledger.receive(delivery);
    const losing = losingAnswers('PutItemCommand');
    const careful = createLedger({ tableName, client: losing, now: () => clock });
    expect(await careful.claim(message, leaseOf('one'), { isFirst: true })).toMatchObject({ kind: 'claimed' });
    expect(await ledger.find(key)).toMatchObject({ state: 'processing', tries: 1 });
    losing.destroy();
  });
});

describe('an item of an earlier version', () => {
  it('is read as skipped when it was stored as ignored', async () => {
    await ledger.claim(delivery, leaseOf('one'));
    await ledger.record(key, 'one', { state: 'skipped', reason: 'the task is not completed' });
    const Item = { ...(await item()), state: { S: 'ignored' } };
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
    expect(await ledger.find(key)).toMatchObject({ state: 'skipped', reason: 'the task is not completed' });
    expect(await ledger.claim(delivery, leaseOf('two'))).toEqual({ kind: 'finished', state: 'skipped' });
    expect(await keys(ledger.byProject('demo-project'))).toEqual([key]);
  });
});

describe('the lists of the ledger', () => {
  it('show the deliveries in a state, the longest unchanged first, without finished ones', async () => {
    for (const task of ['task-2', 'task-1', 'task-3']) {
      await ledger.receive(newDelivery(task));
      clock += MINUTES;
    }
    await ledger.claim(newDelivery('task-3'), leaseOf('one'));
    await ledger.record(newDelivery('task-3').key, 'one', { state: 'done' });
    await ledger.queued(newDelivery('task-1').key);
    expect(await keys(ledger.open('received'))).toEqual([newDelivery('task-2').key]);
    expect(await keys(ledger.open('queued'))).toEqual([newDelivery('task-1').key]);
    expect(await keys(ledger.open('processing'))).toEqual([]);
  });

  it('show the deliveries of a project that arrived since a time, oldest first', async () => {
    const at = (task: string, receivedAt: string, event?: WebhookEvent) =>
      newDelivery(task, { receivedAt, ...(event !== undefined && { event }) });
    const [one, two, three] = [
      at('task-1', '2019-05-08T01:00:00.000Z'),
      at('task-2', '2019-05-08T03:00:00.000Z'),
      at('task-3', '2019-05-08T02:00:00.000Z'),
    ];
    for (const one_ of [one, two, three]) await ledger.receive(one_);
    await ledger.receive(at('task-1', '2019-05-08T02:00:00.000Z', taskCompleted('task-1', 'another')));
    expect(await keys(ledger.byProject('demo-project', { since: '2019-05-08T01:30:00.000Z' }))).toEqual([
      three.key,
      two.key,
    ]);
    expect(await keys(ledger.byProject('demo-project'))).toEqual([one.key, three.key, two.key]);
  });

  it('can be longer than one page of DynamoDB', async () => {
    const long = 'x'.repeat(300_000);
    for (let n = 0; n < 5; n += 1) {
      const { key } = newDelivery(`task-${n}`);
      await ledger.claim(newDelivery(`task-${n}`), leaseOf('one'));
      await ledger.record(key, 'one', { state: 'dead', reason: long });
      clock += 1;
    }
    expect(await keys(ledger.open('dead'))).toHaveLength(5);
  });
});

describe('the ledger', () => {
  it.each([
    ['is unreachable', { drop: true }],
    ['throttles', { status: 400, code: 'ProvisionedThroughputExceededException' }],
    ['fails', { status: 500 }],
  ])('throws a LedgerError that names the delivery when DynamoDB %s', async (_what, fault) => {
    aws.faults.add({ service: 'dynamodb', ...fault });
    const steps = [
      ledger.receive(delivery),
      ledger.queued(key),
      ledger.claim(delivery, leaseOf('one')),
      ledger.record(key, 'one', { state: 'done' }),
      ledger.find(key),
    ];
    for (const step of await Promise.allSettled(steps)) {
      expect(step).toMatchObject({ status: 'rejected', reason: { name: 'LedgerError', cause: expect.any(Error) } });
      expect(step.status === 'rejected' && String(step.reason)).toContain(key);
    }
    await expect(keys(ledger.open('dead'))).rejects.toThrow(LedgerError);
  });

  it('tries a failed write again', async () => {
    aws.faults.add({ service: 'dynamodb', operation: 'PutItem', status: 500, times: 1 });
    expect(await ledger.receive(delivery)).toEqual({ send: true });
  });

  it('recognizes its own write when the answer was lost', async () => {
    const losing = losingAnswers('PutItemCommand');
    const careful = createLedger({ tableName, client: losing, now: () => clock });
    expect(await careful.claim(delivery, leaseOf('one'))).toMatchObject({ kind: 'claimed' });
    expect(await careful.record(key, 'one', { state: 'done' })).toBe(true);
    expect(await ledger.find(key)).toMatchObject({ state: 'done', tries: 1 });
    losing.destroy();
  });

  it('names an item that it has not written', async () => {
    await client.send(new PutItemCommand({ TableName: tableName, Item: { key: { S: key }, state: { S: 'lost' } } }));
    await expect(ledger.find(key)).rejects.toThrow(`not ours: ${key}`);
  });

  it('ends an aborted step at once', async () => {
    aws.faults.add({ service: 'dynamodb', delayMs: 60_000 });
    await expect(ledger.receive(delivery, { signal: AbortSignal.timeout(50) })).rejects.toThrow(LedgerError);
  });
});

/** A client that repeats each such command, as the SDK does when the first answer does not arrive. */
function losingAnswers(command: string): DynamoDBClient {
  const losing = localDynamoDb(aws);
  losing.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === command) await next(args);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return losing;
}
