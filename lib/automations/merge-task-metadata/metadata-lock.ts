import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Invocation } from '../../runtime/context.ts';
import { loggableMessage, nameOf } from '../../runtime/loggable-message.ts';
import { RetryLater } from '../../runtime/outcomes.ts';
import { type TaskIds, taskKeys } from '../bucket/dataset-keys.ts';
import { parseStoredJson, toJson } from '../bucket/stored-json.ts';
import type { Services } from '../services.ts';

type Context = Invocation & Pick<Services, 'dataset'>;

/** The longest wait for a holder that died; its lease also ends with its invocation. */
const LEASE_MS = 60_000;
/** The clocks of two machines differ by less than this: the work ends this long before its lease does. */
const MARGIN_MS = 5_000;
const POLL_MS = 100;
/** A waiting Lambda costs money, so longer waits go through the queue. */
const BUSY_SECONDS = 5;

/**
 * Runs `work` while no other process of this application writes the metadata of the same task. Annofab has no lock for
 * metadata, and a message queue promises no order, so the lock is a small object in the bucket, taken by compare-and-set: it
 * names its holder and the end of its lease.
 *
 * @param work gets a signal that also aborts before another process can take the lock
 * @throws RetryLater when another process keeps the lock; otherwise the error of `work`
 */
export async function withMetadataLock<T>(
  ctx: Context,
  task: TaskIds,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const key = taskKeys.metadataLock(task);
  const holder = randomUUID();
  await acquireLock(ctx, key, holder, task);
  try {
    return await work(AbortSignal.any([ctx.signal, AbortSignal.timeout(LEASE_MS - MARGIN_MS)]));
  } finally {
    await releaseLock(ctx, key, holder);
  }
}

async function acquireLock(ctx: Context, key: string, holder: string, task: TaskIds): Promise<void> {
  for (let waited = 0; waited <= ctx.settings.metadataLockWaitMs; waited += POLL_MS) {
    const lock = await readLock(ctx, key);
    if (lock?.holder === holder) return; // The SDK repeated our write after its answer was lost.
    if (lock === undefined || lock.until <= ctx.now()) {
      const until = Math.min(ctx.now() + LEASE_MS, ctx.deadline + MARGIN_MS);
      const body = toJson('internal', { holder, until });
      const outcome = await ctx.dataset.replace(key, body, { ...json, etag: lock?.etag, signal: ctx.signal });
      if (outcome === 'written') return;
    }
    await sleep(POLL_MS, undefined, { signal: ctx.signal });
  }
  const reason = `the metadata of task ${task.task_id} of project ${task.project_id} is being written by another invocation`;
  throw new RetryLater(reason, { seconds: BUSY_SECONDS, counter: 'metadata-lock' });
}

/** By compare-and-set too, since another process may hold the lock by now. A lock that is not released expires. */
async function releaseLock({ dataset, log }: Context, key: string, holder: string): Promise<void> {
  try {
    const lock = await readLock({ dataset }, key);
    if (lock?.holder !== holder) return;
    await dataset.replace(key, toJson('internal', { holder, until: 0 }), { ...json, etag: lock.etag });
  } catch (error) {
    log.warn('Releasing the metadata lock failed; it expires by itself', {
      reason: loggableMessage(error) ?? nameOf(error),
    });
  }
}

async function readLock({ dataset }: Pick<Context, 'dataset'>, key: string) {
  const object = await dataset.read(key);
  if (object === undefined) return undefined;
  const lock = parseStoredJson('internal', object.text, key);
  return { holder: lock.text('holder'), until: lock.number('until'), etag: object.etag };
}

const json = { contentType: 'application/json' };
