import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { abortedBy } from '../../aws/sdk-options.ts';
import { assertReadable, NewerFormatError } from '../../core/formats.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import type { Lease, LedgerEntry, NewDelivery, OpenState } from './entry.ts';
import { type Item, itemOf, type Stored, storedOf, unchanged } from './item.ts';
import { createLastWritten } from './last-written.ts';
import { revisionOf, untouched } from './revision.ts';
import {
  type Claim,
  claim,
  type Decision,
  dismiss,
  markEffect,
  queued,
  type Replay,
  receive,
  record,
  redrive,
  type WorkResult,
} from './transitions.ts';

interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface ClaimOptions extends CallOptions {
  /**
   * Whether its message is probably the first one: then the claim is written without a read before it. If a worker has had the
   * delivery, that costs one write more than a read, and nothing else.
   */
  readonly isFirst?: boolean;
}

/** What a step is decided upon before the table was asked: there is no entry, or an entry with one of these revisions. */
interface Guess {
  readonly entry?: LedgerEntry | undefined;
  readonly revisions?: readonly string[] | undefined;
}

/**
 * The state of each delivery (an item of a DynamoDB table), so that none is lost between two steps and none is processed by
 * two workers at once. Each step is decided by the rules in `transitions.ts`, and written only if the item is still the one
 * that it was decided upon: what the table returned, what this ledger wrote last, or what a message says about its delivery. All
 * methods throw a {@link LedgerError} when the table fails.
 *
 * @public
 */
export interface Ledger {
  /** A delivery arrived. If `send`, send a message for it, and then call {@link Ledger.queued}. */
  receive(delivery: NewDelivery, o?: CallOptions): Promise<{ readonly send: boolean }>;
  /** Its message was sent. */
  queued(key: string, o?: CallOptions): Promise<void>;
  /** A worker wants to process a delivery; an unknown one is added. */
  claim(delivery: NewDelivery, lease: Lease, o?: ClaimOptions): Promise<Claim>;
  /** Records how the work ended. `false`: the lease was lost to another worker, and nothing was written. */
  record(key: string, leaseId: string, result: WorkResult, o?: CallOptions): Promise<boolean>;
  /** Records an effect that must not happen twice. `false`: the lease was lost to another worker. */
  markEffect(key: string, leaseId: string, effect: string, o?: CallOptions): Promise<boolean>;
  /** By a consistent read. */
  find(key: string, o?: CallOptions): Promise<LedgerEntry | undefined>;
  /** The deliveries in a state, the longest unchanged first. From an index, which lags: nothing is decided by it. */
  open(state: OpenState, o?: CallOptions): AsyncIterable<LedgerEntry>;
  /** The deliveries of a project that arrived since then (ISO-8601, UTC), oldest first. From an index, as {@link Ledger.open}. */
  byProject(projectId: string, o?: CallOptions & { readonly since?: string }): AsyncIterable<LedgerEntry>;
  /** Back to `received`, to be sent again. */
  redrive(key: string, o?: CallOptions): Promise<Replay>;
  /** To `skipped`, for good. */
  dismiss(key: string, reason: string, o?: CallOptions): Promise<Replay>;
}

export interface LedgerOptions {
  readonly tableName: string;
  readonly client: DynamoDBClient;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * The ledger could not be read or written. Whether a write succeeded is unknown; repeating the step is harmless.
 *
 * @public
 */
export class LedgerError extends LoggableError {
  override readonly name = 'LedgerError' as const;
  override readonly alert = 'ledger' as const;

  constructor(problem: string, cause?: unknown) {
    super(`The ledger ${problem}`, cause === undefined ? {} : { cause });
  }
}

/** Few writers race on one delivery; five lost races in a row indicate a bug. */
const MAX_CONFLICTS = 5;

/**
 * The ledger in a table.
 *
 * @example
 * const ledger = createLedger({ tableName, client });
 * const { send } = await ledger.receive(delivery);
 * if (send) {
 *   await queue.send(message);
 *   await ledger.queued(delivery.key);
 * }
 */
export function createLedger({ tableName, client, now = Date.now }: LedgerOptions): Ledger {
  const TableName = tableName;
  const lastWritten = createLastWritten();

  async function read(key: string, signal: AbortSignal | undefined): Promise<Stored | undefined> {
    const command = new GetItemCommand({ TableName, Key: { key: { S: key } }, ConsistentRead: true });
    const { Item } = await client.send(command, abortedBy(signal)).catch((cause: unknown) => {
      throw new LedgerError(`could not be read for delivery ${key}`, cause);
    });
    return Item === undefined ? undefined : alive(Item, now());
  }

  /** @returns `written`, or the item that the condition of the write met instead */
  async function write(entry: LedgerEntry, revision: string, { revisions }: Guess, signal: AbortSignal | undefined) {
    const Item = itemOf(entry, revision);
    const command = new PutItemCommand({
      TableName,
      Item,
      ...unchanged(revisions, now()),
      // As good as a consistent read, and without its request.
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    try {
      await client.send(command, abortedBy(signal));
      return 'written';
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException) return { found: cause.Item && alive(cause.Item, now()) };
      throw new LedgerError(`could not be written for delivery ${entry.key}`, cause);
    }
  }

  /**
   * The first attempt decides upon a guess where there is one, which saves a read. The condition of its write holds only if the
   * guess is right; an answer without a write counts only upon what the table returned.
   */
  async function change<Answer>(
    key: string,
    { signal, guess }: CallOptions & { readonly guess?: Guess },
    decide: (entry: LedgerEntry | undefined, now: number) => Decision<Answer>,
  ): Promise<Answer> {
    const written = lastWritten.take(key);
    let isGuess = written !== undefined || guess !== undefined;
    let before = (written && known(written)) ?? guess ?? known(await read(key, signal));
    for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts += 1) {
      const { answer, write: entry } = decide(before.entry, now());
      if (entry === undefined && !isGuess) return answer;
      if (entry === undefined) {
        before = known(await read(key, signal));
      } else {
        const revision = revisionOf(entry);
        const result = await write(entry, revision, before, signal);
        // Or the write succeeded, its answer was lost, and the SDK's second attempt met the item of the first.
        if (result === 'written' || result.found?.revision === revision) {
          lastWritten.put({ entry, revision });
          return answer;
        }
        before = known(result.found);
      }
      isGuess = false;
    }
    throw new LedgerError(`was changed by others each time that delivery ${key} was to be written`);
  }

  async function* query(
    IndexName: string,
    [partition, value]: [name: string, value: string],
    o: CallOptions & { readonly since?: string; readonly sort: string },
  ): AsyncGenerator<LedgerEntry> {
    const input: QueryCommandInput = {
      TableName,
      IndexName,
      KeyConditionExpression: '#partition = :value AND #sort >= :since',
      ExpressionAttributeNames: { '#partition': partition, '#sort': o.sort },
      ExpressionAttributeValues: { ':value': { S: value }, ':since': { S: o.since ?? '0' } },
    };
    try {
      for await (const { Items = [] } of paginateQuery({ client }, input, abortedBy(o.signal))) {
        for (const item of Items) {
          const stored = alive(item, now());
          if (stored !== undefined) yield stored.entry;
        }
      }
    } catch (cause) {
      if (cause instanceof LedgerError) throw cause;
      throw new LedgerError(`could not be listed by ${partition} ${value}`, cause);
    }
  }

  return {
    receive: (delivery, o = {}) =>
      change(delivery.key, { ...o, guess: {} }, (entry, time) => receive(entry, delivery, time)),
    queued: (key, o = {}) => change(key, o, queued),
    claim: (delivery, lease, { isFirst = false, ...o } = {}) =>
      change(delivery.key, { ...o, ...(isFirst && { guess: untouched(delivery, now()) }) }, (entry, time) =>
        claim(entry, { delivery, lease }, time),
      ),
    record: (key, leaseId, result, o = {}) => change(key, o, (entry, time) => record(entry, { leaseId, result }, time)),
    markEffect: (key, leaseId, effect, o = {}) =>
      change(key, o, (entry, time) => markEffect(entry, { leaseId, effect }, time)),
    find: async (key, { signal } = {}) => (await read(key, signal))?.entry,
    open: (state, o) => query('open-by-time', ['open', state], { ...o, sort: 'changed_at' }),
    byProject: (projectId, o) => query('project-by-time', ['project_id', projectId], { ...o, sort: 'received_at' }),
    redrive: (key, o = {}) => change(key, o, redrive),
    dismiss: (key, reason, o = {}) => change(key, o, (entry, time) => dismiss(entry, { reason }, time)),
  };
}

function known(stored: Stored | undefined): Guess {
  return { entry: stored?.entry, revisions: stored && [stored.revision] };
}

/** DynamoDB deletes an expired item within days, not at once: until then it must count as deleted. */
function alive(item: Item, now: number): Stored | undefined {
  const stored = parse(item);
  return stored.entry.expiresAt * 1_000 > now ? stored : undefined;
}

/** @throws LedgerError when a newer release wrote the item */
export function assertLedgerFormat({ format }: Item, what: string): void {
  try {
    assertReadable('ledger', format === undefined ? {} : { format: Number(format.N) }, what);
  } catch (cause) {
    throw cause instanceof NewerFormatError ? new LedgerError(`cannot be used: ${cause.message}`, cause) : cause;
  }
}

function parse(item: Item): Stored {
  assertLedgerFormat(item, `delivery ${item['key']?.S}`);
  try {
    return storedOf(item);
  } catch (cause) {
    throw new LedgerError(`holds an item that is not ours: ${item['key']?.S ?? 'without a key'}`, cause);
  }
}
