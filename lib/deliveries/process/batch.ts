import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { type MessageResult, receiveCount } from './process-message.ts';

/** With less time left than this, a message that had to wait for its turn is not started. */
const MIN_START_MS = 10_000;

export interface BatchOptions {
  readonly concurrency: number;
  /** When the invocation ends, in milliseconds since 1970. */
  readonly deadline: number;
  readonly now: () => number;
  readonly process: (record: SQSRecord) => Promise<MessageResult>;
}

/**
 * Processes a batch, some messages at a time, those first that have failed before. When time is short no further message is
 * started; messages that were not started or failed are batch item failures, the others are acknowledged.
 */
export async function processBatch(records: readonly SQSRecord[], options: BatchOptions): Promise<SQSBatchResponse> {
  const waiting = [...records].sort(byRetries);
  const failures: string[] = [];
  let started = 0;

  async function takeTurns(): Promise<void> {
    for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) {
      // Those of the first round always start: otherwise a function with a short timeout would never do anything.
      const starts = started < options.concurrency || options.deadline - options.now() >= MIN_START_MS;
      if (starts) started += 1;
      if (!starts || (await options.process(record)) === 'retry') failures.push(record.messageId);
    }
  }

  await Promise.all(Array.from({ length: Math.min(options.concurrency, records.length) }, takeTurns));
  return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** The most often received first, then the oldest, so that a waiting message is not overtaken until its last receive. */
function byRetries(one: SQSRecord, other: SQSRecord): number {
  return receiveCount(other) - receiveCount(one) || sentAt(one) - sentAt(other);
}

function sentAt({ attributes }: SQSRecord): number {
  return Number(attributes.SentTimestamp);
}
