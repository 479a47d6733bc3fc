import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Functions } from './functions.ts';
import type { QueuePoller } from './queue-poller.ts';

/** Numbers of messages, by whether they can be received. */
export interface Backlog {
  readonly visible: number;
  /** Messages that a function works on, or that wait to be retried. */
  readonly hidden: number;
  readonly delayed: number;
}

const ATTRIBUTE_NAMES = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** The messages of all queues that feed functions. */
export async function countBacklog(sqs: SQSClient, pollers: readonly QueuePoller[]): Promise<Backlog> {
  const counts = await Promise.all(pollers.map(({ queueUrl }) => countMessages(sqs, queueUrl)));
  const sum = (of: keyof Backlog) => counts.reduce((total, count) => total + count[of], 0);
  return { visible: sum('visible'), hidden: sum('hidden'), delayed: sum('delayed') };
}

/** Whether no function runs and no message is ready; with `delayed`, whether none waits for a delay or a retry either. */
export async function isIdle(
  { sqs, pollers, functions }: { sqs: SQSClient; pollers: readonly QueuePoller[]; functions: Functions },
  { delayed: withDelayed }: { delayed: boolean },
): Promise<boolean> {
  if (functions.running > 0) return false;
  const begunBefore = functions.begun;
  for (const poller of pollers) {
    const { visible, hidden, delayed } = await countMessages(sqs, poller.queueUrl);
    const waiting = withDelayed ? 0 : poller.waitingForRetry();
    if (visible > 0 || poller.inFlight > 0 || hidden > waiting || (withDelayed && delayed > 0)) return false;
  }
  // A function that ran while we counted may have sent a message to a queue that had been counted already.
  return functions.begun === begunBefore;
}

async function countMessages(sqs: SQSClient, QueueUrl: string): Promise<Backlog> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...ATTRIBUTE_NAMES] }),
  );
  const [visible, hidden, delayed] = ATTRIBUTE_NAMES.map((name) => Number(Attributes[name] ?? 0));
  return { visible: visible ?? 0, hidden: hidden ?? 0, delayed: delayed ?? 0 };
}
