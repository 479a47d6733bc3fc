import { describe, expect, it, vi } from 'vitest';
import { queueHandler } from '../../../lib/lambda/queue-handler.ts';
import { NonRetryableError, RetryLater, Skip } from '../../../lib/runtime/outcomes.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { lambdaContext, sqsEvent, sqsRecord } from '../../lambda/support.ts';
import { taskCompleted } from '../../webhooks/events.ts';
import { acknowledged, envelope, failing, HANDED_BACK, type Recipe, run, start, useQueue } from './queue-world.ts';

const queue = useQueue();
const { key, label } = deliveryKey(taskCompleted);

describe('a delivery in the ledger', () => {
  const came = { key, label, event: taskCompleted, source: 'webhook', receivedAt: '', requestId: 'request-1' } as const;
  const other = { id: 'other', until: start + 60_000 };
  const entry = () => queue.ledger.find(key);

  it.each([
    ['done', async () => {}, { state: 'done' }],
    ['skipped', failing(new Skip('suspended')), { state: 'skipped', reason: 'suspended' }],
    ['ignored', failing(new Skip('not completed')), { state: 'ignored', reason: 'not completed' }],
    ['dead', failing(new NonRetryableError('gone')), { state: 'dead', reason: 'gone' }],
    ['queued', failing(new TypeError('x')), { state: 'queued', reason: 'failed once, last with TypeError' }],
    [
      'queued',
      failing(new RetryLater('a job is running', { seconds: 9, counter: 'job-running' })),
      { state: 'queued', reason: 'a job is running', deferrals: { 'job-running': 1 } },
    ],
  ])('is %s as its recipe ended', async (_state, recipe, expected) => {
    await queue.ledger.receive(came);
    await run(recipe);
    expect(await entry()).toMatchObject({ ...expected, source: 'webhook', tries: 1 });
  });

  it('that is in none is entered: its message may have been sent by hand', async () => {
    await run(async () => {});
    expect(await entry()).toMatchObject({
      state: 'done',
      label,
      event: taskCompleted,
      source: 'queue',
      receivedAt: '2019-05-08T01:00:01.000Z',
    });
  });

  it.each(['done', 'ignored', 'skipped', 'dead'] as const)('that is %s is not worked on again', async (state) => {
    await queue.ledger.claim(came, other);
    await queue.ledger.settle(key, 'other', state === 'done' ? { state } : { state, reason: 'because' });
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(queue.output.metrics()).toEqual([expect.objectContaining({ duplicate: 1, event_type: 'task-completed' })]);
  });

  it('that another worker is at waits until its lease has run out', async () => {
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
    ['that another worker is at', () => queue.ledger.claim(came, other)],
    ['whose ledger fails', async () => queue.aws.faults.add({ service: 'dynamodb', drop: true })],
  ])('%s and that has waited for 24 hours is handed back, and is no dead letter yet', async (_what, prepare) => {
    await prepare();
    expect(await run(vi.fn(), { ...envelope, first_deferred_at: '2019-05-07T01:00:00Z' })).toEqual(HANDED_BACK);
    expect(await queue.aws.counts(queue.deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 0 });
    const reason = expect.stringMatching(/another worker is at it|the ledger could not be read or written/);
    expect(queue.output.logs().at(-1)).toMatchObject({ level: 'WARN', reason });
    expect(queue.output.metrics()).toContainEqual(expect.objectContaining({ failed: 1, event_type: 'task-completed' }));
  });

  it('that another worker took over meanwhile is that worker’s: the message is handed back', async () => {
    const late: Recipe = async () => {
      vi.setSystemTime(start + 120_000);
      expect(await queue.ledger.claim(came, { id: 'new', until: start + 240_000 })).toMatchObject({ kind: 'claimed' });
    };
    expect(await run(late)).toEqual(HANDED_BACK);
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

  it('that is given up before anybody could begin is dead, with the reason', async () => {
    await queue.ledger.receive(came);
    await queue.ledger.queued(key);
    const recipe = vi.fn<Recipe>();
    vi.setSystemTime(start - 25 * 60 * 60_000);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    const reason = expect.stringMatching(/^given up, .* its complete_datetime has not come$/);
    expect(await queue.aws.messages(queue.deadLetterUrl)).toMatchObject([
      { attributes: { reason, delivery_key: key } },
    ]);
    expect(await entry()).toMatchObject({ state: 'dead', reason });
  });

  it('that is done by now is no dead letter, however long its message would have to wait', async () => {
    vi.setSystemTime(start - 25 * 60 * 60_000);
    await queue.ledger.claim(came, other);
    await queue.ledger.settle(key, 'other', { state: 'done' });
    expect(await run(async () => {})).toEqual(acknowledged);
    expect(await queue.aws.counts(queue.deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(await entry()).toMatchObject({ state: 'done' });
  });

  it('waits while the ledger fails, and uses up no receive', async () => {
    queue.aws.faults.add({ service: 'dynamodb', drop: true });
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(queue.output.logs().at(-1)).toMatchObject({ outcome: 'later', counter: 'ledger', seconds: 60 });
  });

  it('comes again when its end could not be noted, and then is done', async () => {
    const recipe: Recipe = async () => queue.aws.faults.add({ service: 'dynamodb', drop: true });
    expect(await run(recipe)).toEqual(HANDED_BACK);
    queue.aws.faults.clear();
    vi.setSystemTime(start + 120_000);
    expect(await run(async () => {})).toEqual(acknowledged);
    expect(await entry()).toMatchObject({ state: 'done', tries: 2 });
  });

  it.each([
    ['put off', new RetryLater('not yet', { seconds: 10 }), () => queue.queueUrl],
    ['buried', new NonRetryableError('gone'), () => queue.deadLetterUrl],
  ])('that is %s goes its way though the ledger cannot be told', async (_what, error, url) => {
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

describe('once', () => {
  const posting = (posts: string[], then: () => unknown = () => {}): Recipe => {
    return async ({ once }) => {
      await once('notify', async () => posts.push('completed'));
      await once('notify', async () => posts.push('completed'));
      await then();
    };
  };

  it('does an effect once, though the recipe fails after it and runs again', async () => {
    const posts: string[] = [];
    const fail = () => {
      throw new Error('after the post');
    };
    expect(await run(posting(posts, fail))).toEqual(HANDED_BACK);
    expect(await run(posting(posts))).toEqual(acknowledged);
    expect(posts).toEqual(['completed']);
    expect(await queue.ledger.find(key)).toMatchObject({
      state: 'done',
      effects: { notify: '2019-05-08T01:00:00.000Z' },
    });
  });

  it('does again what failed', async () => {
    const tries: number[] = [];
    const recipe: Recipe = ({ once }) =>
      once('notify', async () => {
        if (tries.push(tries.length) === 1) throw new Error('the chat is down');
      });
    expect(await run(recipe)).toEqual(HANDED_BACK);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(tries).toHaveLength(2);
  });

  it('waits when its effect cannot be noted: it will be done once more', async () => {
    const recipe: Recipe = ({ once }) =>
      once('notify', async () => queue.aws.faults.add({ service: 'dynamodb', drop: true }));
    expect(await run(recipe)).toEqual(acknowledged);
    expect(queue.output.logs()).toContainEqual(expect.objectContaining({ outcome: 'later', counter: 'ledger' }));
  });

  it('does nothing for a worker that slept until its lease had run out: another may have done it', async () => {
    const effect = vi.fn(async () => {});
    const recipe: Recipe = async ({ once, deadline }) => {
      vi.setSystemTime(deadline + 10_000);
      await once('notify', effect);
    };
    expect(await run(recipe)).toEqual(HANDED_BACK);
    expect(effect).not.toHaveBeenCalled();
    expect(queue.output.logs().at(-1)).toMatchObject({ error_name: 'LeaseLostError' });
  });

  it('does nothing for what goes on after its recipe has ended, such as by an abort: the message is settled', async () => {
    const effect = vi.fn(async () => {});
    const goOn = Promise.withResolvers<void>();
    let late: Promise<void> | undefined;
    const recipe: Recipe = async ({ once }) => {
      late = goOn.promise.then(() => once('notify', effect));
      throw new Error('aborted');
    };
    expect(await run(recipe)).toEqual(HANDED_BACK);
    goOn.resolve();
    await expect(late).rejects.toMatchObject({ name: 'LeaseLostError' });
    expect(effect).not.toHaveBeenCalled();
  });

  it('stops a worker that has been taken over from', async () => {
    const after = vi.fn();
    const recipe: Recipe = async ({ once }) => {
      await once('notify', async () => {
        vi.setSystemTime(start + 120_000);
        const came = { key, label, event: taskCompleted, source: 'webhook', receivedAt: '', requestId: 'r' } as const;
        await queue.ledger.claim(came, { id: 'new', until: start + 240_000 });
      });
      after();
    };
    expect(await run(recipe)).toEqual(HANDED_BACK);
    expect(after).not.toHaveBeenCalled();
  });
});
