import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { receiveCount } from './process-message.ts';

/** With less time left than this, a message that had to wait for its turn is not begun. */
const SHORTEST_START_MS = 10_000;

export interface BatchOptions {
  readonly concurrency: number;
  /** When the invocation ends, in milliseconds since 1970. */
  readonly deadline: number;
  readonly now: () => number;
  readonly work: (record: SQSRecord) => Promise<'acknowledged' | 'handed back'>;
}

/**
 * Works on a batch, some messages at a time, those first that have failed before. When time gets short no other message is
 * begun; what was not begun and what failed is handed back, the rest is done with.
 */
export async function workOnBatch(records: readonly SQSRecord[], options: BatchOptions): Promise<SQSBatchResponse> {
  const waiting = [...records].sort(byRetries);
  const handedBack: string[] = [];
  let begun = 0;

  async function takeTurns(): Promise<void> {
    for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) {
      // Those of the first round always begin: otherwise a function with a short timeout would never do anything.
      const begins = begun < options.concurrency || options.deadline - options.now() >= SHORTEST_START_MS;
      if (begins) begun += 1;
      if (!begins || (await options.work(record)) === 'handed back') handedBack.push(record.messageId);
    }
  }

  await Promise.all(Array.from({ length: Math.min(options.concurrency, records.length) }, takeTurns));
  return { batchItemFailures: handedBack.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** The most often received first, then the oldest: a message that waits is not overtaken each time until it is given up. */
function byRetries(one: SQSRecord, other: SQSRecord): number {
  return receiveCount(other) - receiveCount(one) || sentAt(one) - sentAt(other);
}

function sentAt({ attributes }: SQSRecord): number {
  return Number(attributes.SentTimestamp);
}
