import { describe, expect, it, vi } from 'vitest';
import { queueHandler } from '../../../lib/lambda/queue-handler.ts';
import { NonRetryableError, RetryLater, Skip } from '../../../lib/runtime/outcomes.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { lambdaContext, sqsEvent, sqsRecord } from '../../lambda/support.ts';
import { taskCompleted } from '../../webhooks/events.ts';
import { acknowledged, envelope, failing, RETRIED, type Recipe, run, start, useQueue } from './queue-world.ts';

const queue = useQueue();
const { key, label } = deliveryKey(taskCompleted);

describe('a delivery in the ledger', () => {
  const came = { key, label, event: taskCompleted, source: 'webhook', receivedAt: '', requestId: 'request-1' } as const;
  const other = { id: 'other', until: start + 60_000 };
  const entry = () => queue.ledger.find(key);

  it.each([
    ['done', async () => {}, { state: 'done' }],
    ['skipped', failing(new Skip('suspended')), { state: 'skipped', reason: 'suspended' }],
    ['dead', failing(new NonRetryableError('gone')), { state: 'dead', reason: 'gone' }],
    ['queued', failing(new TypeError('x')), { state: 'queued', reason: 'failed once, last with TypeError' }],
    [
      'queued',
      failing(new RetryLater('a job is running', { seconds: 9, counter: 'job-running' })),
      { state: 'queued', reason: 'a job is running', deferrals: { 'job-running': 1 } },
    ],
  ])('is %s after its recipe has ended so', async (_state, recipe, expected) => {
    await queue.ledger.receive(came);
    await run(recipe);
    expect(await entry()).toMatchObject({ ...expected, source: 'webhook', tries: 1 });
  });

  it('is added when the ledger does not know it: its message may have been sent by hand', async () => {
    await run(async () => {});
    expect(await entry()).toMatchObject({
      state: 'done',
      label,
      event: taskCompleted,
      source: 'queue',
      receivedAt: '2019-05-08T01:00:01.000Z',
    });
  });

  it.each(['done', 'skipped', 'dead'] as const)('is not processed again when it is %s', async (state) => {
    await queue.ledger.claim(came, other);
    await queue.ledger.record(key, 'other', state === 'done' ? { state } : { state, reason: 'because' });
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(queue.output.metrics()).toEqual([expect.objectContaining({ duplicate: 1, event_type: 'task-completed' })]);
  });

  describe('at the last receive of its message', () => {
    const lastReceive = async (recipe: Recipe, body: object = envelope) => {
      const event = sqsEvent(sqsRecord(body, { receiveCount: 5, id: 'message-1' }));
      const { batchItemFailures } = await queueHandler('task-completed', recipe)(event, lambdaContext());
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    };

    it('is dead when the delayed copy cannot be sent', async () => {
      await queue.ledger.receive(came);
      queue.aws.faults.add({ service: 'sqs', status: 403, code: 'AccessDenied' });
      expect(await lastReceive(failing(new RetryLater('busy', { seconds: 9, counter: 'busy' })))).toEqual(RETRIED);
      expect(await entry()).toMatchObject({
        state: 'dead',
        reason: 'failed 5 times, last with QueueError AccessDenied',
      });
      expect(queue.output.metrics()).toContainEqual(expect.objectContaining({ dead: 1 }));
    });

    it('is dead when it has waited for 24 hours and the ledger fails for a moment', async () => {
      await queue.ledger.receive(came);
      // For as long as the claim takes, however often the SDK repeats it.
      const isReported = () =>
        queue.output.logs().some(({ message }) => message === 'Ledger could not be read or written');
      queue.aws.faults.decideBy(({ service }) =>
        service === 'dynamodb' && !isReported() ? { status: 400, code: 'AccessDeniedException' } : undefined,
      );
      const waited = { ...envelope, first_deferred_at: '2019-05-07T01:00:00Z' };
      expect(await lastReceive(vi.fn(), waited)).toEqual(RETRIED);
      expect(await entry()).toMatchObject({
        state: 'dead',
        reason: 'it was deferred for 24 hours in total: the ledger could not be read or written',
      });
    });

    it('stays with another worker that has its lease', async () => {
      await queue.ledger.claim(came, other);
      queue.aws.faults.add({ service: 'sqs', status: 403, code: 'AccessDenied' });
      expect(await lastReceive(vi.fn())).toEqual(RETRIED);
      expect(await entry()).toMatchObject({ state: 'processing', lease: other });
    });
  });

  it('waits until the lease of another worker has expired', async () => {
    await queue.ledger.claim(came, other);
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(queue.output.logs().at(-1)).toMatchObject({ outcome: 'later', counter: 'busy', seconds: 60 });
    vi.setSystemTime(other.until);
    expect(await run(async () => {})).toEqual(acknowledged);
    expect(await entry()).toMatchObject({ state: 'done', tries: 2 });
  });

  it.each([
    ['another worker has its lease', () => queue.ledger.claim(came, other)],
    ['the ledger fails', async () => queue.aws.faults.add({ service: 'dynamodb', drop: true })],
  ])('is retried, and not dead-lettered, when it has waited for 24 hours and %s', async (_what, prepare) => {
    await prepare();
    expect(await run(vi.fn(), { ...envelope, first_deferred_at: '2019-05-07T01:00:00Z' })).toEqual(RETRIED);
    expect(await queue.aws.counts(queue.deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 0 });
    const reason = expect.stringMatching(/another worker is processing it|the ledger could not be read or written/);
    expect(queue.output.logs().at(-1)).toMatchObject({ level: 'WARN', reason });
    expect(queue.output.metrics()).toContainEqual(expect.objectContaining({ failed: 1, event_type: 'task-completed' }));
  });

  it('is left to the worker that took it over meanwhile: the message is retried', async () => {
    const late: Recipe = async () => {
      vi.setSystemTime(start + 120_000);
      expect(await queue.ledger.claim(came, { id: 'new', until: start + 240_000 })).toMatchObject({ kind: 'claimed' });
    };
    expect(await run(late)).toEqual(RETRIED);
    expect(await entry()).toMatchObject({ state: 'processing', lease: { id: 'new' } });
    expect(queue.output.logs().at(-1)).toMatchObject({ outcome: 'lease-lost' });
  });

  it('is dead when it fails at the last receive: the queue itself moves the message', async () => {
    process.env['MAX_RECEIVES'] = '3';
    const receive = (receiveCount: number) =>
      queueHandler('task-completed', failing(new TypeError('x')))(
        sqsEvent(sqsRecord(envelope, { receiveCount })),
        lambdaContext(),
      );
    await receive(2);
    expect(await entry()).toMatchObject({ state: 'queued', reason: 'failed 2 times, last with TypeError' });
    const { batchItemFailures } = await receive(3);
    expect(batchItemFailures).toHaveLength(1);
    expect(await entry()).toMatchObject({ state: 'dead', reason: 'failed 3 times, last with TypeError' });
    expect(await queue.aws.counts(queue.deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(queue.output.metrics()).toContainEqual(expect.objectContaining({ dead: 1 }));
    delete process.env['MAX_RECEIVES'];
  });

  it.each([
    ['a link of a chain', { ...envelope, not_before: '2019-05-08T01:20:00Z' }, start],
    ['of an event that is ahead of our clock', envelope, start - 60_000],
  ])('that was dismissed is not sent on, when its message is %s', async (_what, body, now) => {
    vi.setSystemTime(now);
    await queue.ledger.receive(came);
    await queue.ledger.dismiss(key, 'a flood');
    expect(await run(async () => {}, body)).toEqual(acknowledged);
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(await entry()).toMatchObject({ state: 'skipped', reason: 'a flood' });
  });

  it('is dead, with the reason, when its event is further in the future than the receiver allows', async () => {
    await queue.ledger.receive(came);
    await queue.ledger.queued(key);
    const recipe = vi.fn<Recipe>();
    vi.setSystemTime(start - 6 * 60_000);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    const reason = 'its complete_datetime is in the future';
    expect(await queue.aws.messages(queue.deadLetterUrl)).toMatchObject([
      { attributes: { reason, delivery_key: key } },
    ]);
    expect(await entry()).toMatchObject({ state: 'dead', reason });
  });

  it('is not dead-lettered when it is done by now, however long its message would have to wait', async () => {
    vi.setSystemTime(start - 25 * 60 * 60_000);
    await queue.ledger.claim(came, other);
    await queue.ledger.record(key, 'other', { state: 'done' });
    expect(await run(async () => {})).toEqual(acknowledged);
    expect(await queue.aws.counts(queue.deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(await entry()).toMatchObject({ state: 'done' });
  });

  it('waits without using up a receive while the ledger fails', async () => {
    queue.aws.faults.add({ service: 'dynamodb', drop: true });
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(queue.output.logs().at(-1)).toMatchObject({ outcome: 'later', counter: 'ledger', seconds: 60 });
  });

  it('is received again when its result could not be recorded, and then is done', async () => {
    const recipe: Recipe = async () => queue.aws.faults.add({ service: 'dynamodb', drop: true });
    expect(await run(recipe)).toEqual(RETRIED);
    queue.aws.faults.clear();
    vi.setSystemTime(start + 120_000);
    expect(await run(async () => {})).toEqual(acknowledged);
    expect(await entry()).toMatchObject({ state: 'done', tries: 2 });
  });

  it.each([
    ['deferred', new RetryLater('not yet', { seconds: 10 }), () => queue.queueUrl],
    ['dead-lettered', new NonRetryableError('gone'), () => queue.deadLetterUrl],
  ])('is %s although the ledger fails', async (_what, error, url) => {
    const recipe: Recipe = async () => {
      queue.aws.faults.add({ service: 'dynamodb', drop: true });
      throw error;
    };
    expect(await run(recipe)).toEqual(acknowledged);
    queue.aws.faults.clear();
    const { waiting, delayed } = await queue.aws.counts(url());
    expect(waiting + delayed).toBe(1);
  });
});

describe('ctx.once', () => {
  const posting = (posts: string[], then: () => unknown = () => {}): Recipe => {
    return async ({ once }) => {
      await once('notify', async () => posts.push('completed'));
      await once('notify', async () => posts.push('completed'));
      await then();
    };
  };

  it('applies an effect once, though the recipe fails after it and runs again', async () => {
    const posts: string[] = [];
    const fail = () => {
      throw new Error('after the post');
    };
    expect(await run(posting(posts, fail))).toEqual(RETRIED);
    expect(await run(posting(posts))).toEqual(acknowledged);
    expect(posts).toEqual(['completed']);
    expect(await queue.ledger.find(key)).toMatchObject({
      state: 'done',
      effects: { notify: '2019-05-08T01:00:00.000Z' },
    });
  });

  it('applies an effect again that failed', async () => {
    const tries: number[] = [];
    const recipe: Recipe = ({ once }) =>
      once('notify', async () => {
        if (tries.push(tries.length) === 1) throw new Error('the chat is down');
      });
    expect(await run(recipe)).toEqual(RETRIED);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(tries).toHaveLength(2);
  });

  it('defers the delivery when the effect cannot be recorded: it is applied once more', async () => {
    const recipe: Recipe = ({ once }) =>
      once('notify', async () => queue.aws.faults.add({ service: 'dynamodb', drop: true }));
    expect(await run(recipe)).toEqual(acknowledged);
    expect(queue.output.logs()).toContainEqual(expect.objectContaining({ outcome: 'later', counter: 'ledger' }));
  });

  it('applies nothing for a worker whose lease has expired: another may have applied it', async () => {
    const effect = vi.fn(async () => {});
    const recipe: Recipe = async ({ once, deadline }) => {
      vi.setSystemTime(deadline + 10_000);
      await once('notify', effect);
    };
    expect(await run(recipe)).toEqual(RETRIED);
    expect(effect).not.toHaveBeenCalled();
    expect(queue.output.logs().at(-1)).toMatchObject({ error_name: 'LeaseLostError' });
  });

  it('applies nothing after the recipe has ended, as by an abort: the outcome was applied', async () => {
    const effect = vi.fn(async () => {});
    const goOn = Promise.withResolvers<void>();
    let late: Promise<void> | undefined;
    const recipe: Recipe = async ({ once }) => {
      late = goOn.promise.then(() => once('notify', effect));
      throw new Error('aborted');
    };
    expect(await run(recipe)).toEqual(RETRIED);
    goOn.resolve();
    await expect(late).rejects.toMatchObject({ name: 'LeaseLostError' });
    expect(effect).not.toHaveBeenCalled();
  });

  it('stops a worker whose delivery was taken over', async () => {
    const after = vi.fn();
    const recipe: Recipe = async ({ once }) => {
      await once('notify', async () => {
        vi.setSystemTime(start + 120_000);
        const came = { key, label, event: taskCompleted, source: 'webhook', receivedAt: '', requestId: 'r' } as const;
        await queue.ledger.claim(came, { id: 'new', until: start + 240_000 });
      });
      after();
    };
    expect(await run(recipe)).toEqual(RETRIED);
    expect(after).not.toHaveBeenCalled();
  });
});
