import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Invocation, Services } from '../runtime/context.ts';
import { loggableMessage, nameOf } from '../runtime/loggable-message.ts';
import { RetryLater } from '../runtime/outcomes.ts';
import { type TaskIds, taskKeys } from './bucket/dataset-keys.ts';
import { parseOwnJson, toJson } from './bucket/own-json.ts';

type Context = Invocation & Pick<Services, 'dataset'>;

/** A holder that died is waited for no longer than this, nor longer than its invocation could have lasted. */
const LEASE_MS = 60_000;
/** The clocks of two machines differ by less: so long before its lease ends, the work has ended. */
const MARGIN_MS = 5_000;
const POLL_MS = 100;
/** A lambda is paid for while it waits: longer waits are the queue's. */
const BUSY_SECONDS = 5;

/**
 * Runs `work` while nobody else of ours, in any process, writes the metadata of the same task. Annofab has no lock for it,
 * and a message queue promises no order, so the lock is a small object in the bucket, taken by compare-and-set: it names its
 * holder and when it is given up at the latest.
 *
 * @param work gets a signal that also aborts before the lock could pass to someone else
 * @throws RetryLater when someone else holds it for long; else what `work` throws
 */
export async function withTaskLock<T>(
  ctx: Context,
  task: TaskIds,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const key = taskKeys.metadataLock(task);
  const holder = randomUUID();
  await takeLock(ctx, key, holder, task);
  try {
    return await work(AbortSignal.any([ctx.signal, AbortSignal.timeout(LEASE_MS - MARGIN_MS)]));
  } finally {
    await freeLock(ctx, key, holder);
  }
}

async function takeLock(ctx: Context, key: string, holder: string, task: TaskIds): Promise<void> {
  for (let waited = 0; waited <= ctx.settings.metadataLockWaitMs; waited += POLL_MS) {
    const lock = await readLock(ctx, key);
    if (lock?.holder === holder) return; // Our writing was repeated by the SDK after its answer got lost.
    if (lock === undefined || lock.until <= ctx.now()) {
      const until = Math.min(ctx.now() + LEASE_MS, ctx.deadline + MARGIN_MS);
      const body = toJson({ holder, until });
      const outcome = await ctx.dataset.replace(key, body, { ...json, etag: lock?.etag, signal: ctx.signal });
      if (outcome === 'written') return;
    }
    await sleep(POLL_MS, undefined, { signal: ctx.signal });
  }
  const reason = `the metadata of task ${task.task_id} of project ${task.project_id} is being written by someone else of ours`;
  throw new RetryLater(reason, { seconds: BUSY_SECONDS, counter: 'metadata-lock' });
}

/** By compare-and-set too: a lock that has passed on is not ours to free. Left behind, it frees itself in time. */
async function freeLock({ dataset, log }: Context, key: string, holder: string): Promise<void> {
  try {
    const lock = await readLock({ dataset }, key);
    if (lock?.holder !== holder) return;
    await dataset.replace(key, toJson({ holder, until: 0 }), { ...json, etag: lock.etag });
  } catch (error) {
    log.warn('A lock could not be freed', { reason: loggableMessage(error) ?? nameOf(error) });
  }
}

async function readLock({ dataset }: Pick<Context, 'dataset'>, key: string) {
  const object = await dataset.read(key);
  if (object === undefined) return undefined;
  const lock = parseOwnJson(object.text, key);
  return { holder: lock.text('holder'), until: lock.number('until'), etag: object.etag };
}

const json = { contentType: 'application/json' };
