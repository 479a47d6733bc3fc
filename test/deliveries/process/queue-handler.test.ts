import { describe, expect, it, vi } from 'vitest';
import {
  ConnectionError,
  ForbiddenError,
  NotFoundError,
  RetryLaterError,
  ServerError,
} from '../../../lib/annofab/errors.ts';
import { type QueueRecipe, queueHandler } from '../../../lib/lambda/queue-handler.ts';
import { NonRetryableError, RetryLater, Skip } from '../../../lib/runtime/outcomes.ts';
import { service } from '../../../lib/runtime/service.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { envelopeOf, lambdaContext, sqsEvent, sqsRecord } from '../../lambda/support.ts';
import { taskCompleted } from '../../webhooks/events.ts';
import { acknowledged, envelope, failing, RETRIED, type Recipe, run, start, useQueue } from './queue-world.ts';

const queue = useQueue();
const { key, label } = deliveryKey(taskCompleted);

async function sentAgain() {
  return (await queue.aws.messages(queue.queueUrl)).map(({ body }): unknown => JSON.parse(body));
}

describe('queueHandler', () => {
  it('gives the recipe the event, its delivery, the settings and the named services', async () => {
    process.env['JOB_RUNNING_SECONDS'] = '7';
    const greeting = service(['QUEUE_URL'], ({ QUEUE_URL }) => `hello ${QUEUE_URL}`);
    const recipe = vi.fn<QueueRecipe<'task-completed', { greeting: string }>>(async () => {});
    const body = { ...envelope, deferrals: { 'early-event': 2 } };
    await queueHandler(
      'task-completed',
      { greeting },
      recipe,
    )(sqsEvent(sqsRecord(body)), {
      ...lambdaContext(),
      getRemainingTimeInMillis: () => 60_000,
    });
    delete process.env['JOB_RUNNING_SECONDS'];

    const [ctx] = recipe.mock.calls[0] ?? [];
    expect(ctx).toMatchObject({
      greeting: `hello ${queue.queueUrl}`,
      event: taskCompleted,
      delivery: { key, label, receivedAt: '2019-05-08T01:00:01.000Z', deferrals: { 'early-event': 2 } },
      settings: { jobRunningSeconds: 7, earlyEventRetrySeconds: [10, 60, 300] },
    });
    expect(ctx?.signal.aborted).toBe(false);
    expect(ctx?.now()).toBe(start);
    expect(ctx?.deadline).toBe(start + 60_000);
  });

  it('acknowledges the message of a recipe that returns', async () => {
    expect(await run(async ({ log }) => log.info('Working', { task_id: 'task-1' }))).toEqual(acknowledged);
    expect(queue.output.metrics()).toEqual([expect.objectContaining({ done: 1, event_type: 'task-completed' })]);
  });

  it('names the delivery and the invocation in every log line of the recipe', async () => {
    await run(async ({ log }) => log.warn('Working', { task_id: 'task-1' }));
    expect(queue.output.logs().map(({ message }) => message)).toEqual([
      'Delivery processing started',
      'Working',
      'Delivery processed',
    ]);
    for (const line of queue.output.logs()) {
      expect(line).toMatchObject({
        delivery_key: key,
        delivery: label,
        message_id: 'message-1',
        function_name: 'a-function',
      });
    }
    expect(queue.output.logs()[1]).toMatchObject({ level: 'WARN', task_id: 'task-1' });
  });

  it('counts the metrics of the recipe, with the type of its event', async () => {
    await run(async ({ count }) => {
      count({ name: 'unfired', value: 2 });
      count({ name: 'alert', reason: 'token-expiring' });
    });
    expect(queue.output.metrics()).toEqual([
      expect.objectContaining({ unfired: 2, event_type: 'task-completed' }),
      expect.objectContaining({ alert: 1, reason: 'token-expiring' }),
      expect.objectContaining({ done: 1, event_type: 'task-completed' }),
    ]);
  });

  it('writes only allowed fields of a recipe into the log', async () => {
    const fields = {
      task_id: 'task-1',
      password: 'marker',
      headers: { authorization: 'marker' },
      reason: { a: 'marker' },
    };
    // As plain JavaScript would, which knows no types.
    await run(async ({ log }) => Reflect.apply(log.info, undefined, ['Working', fields]));
    expect(queue.output.logs()[1]).toMatchObject({ message: 'Working', task_id: 'task-1' });
    expect(queue.output.text()).not.toContain('marker');
  });
});

describe('a message', () => {
  it('is acknowledged when the recipe skips it, with the reason in the log', async () => {
    expect(await run(failing(new Skip('the project is suspended')))).toEqual(acknowledged);
    expect(queue.output.logs().at(-1)).toMatchObject({ outcome: 'skipped', reason: 'the project is suspended' });
    expect(queue.output.metrics()).toEqual([expect.objectContaining({ skipped: 1 })]);
    expect(await queue.aws.counts(queue.deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
  });

  it.each([
    ['a 429', new RetryLaterError('', { operation: 'getTask', seconds: 300, reason: 'rate-limited', status: 429 })],
    ['a running job', new RetryLater('a job is running', { seconds: 2_000, counter: 'job-running' })],
  ])('is sent again with a delay and acknowledged when it has to wait for %s', async (_what, error) => {
    expect(await run(failing(error))).toEqual(acknowledged);
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(queue.output.metrics()).toEqual([expect.objectContaining({ later: 1 })]);
  });

  it.each([
    ['its copy', new RetryLater('not yet', { seconds: 0 }), () => queue.queueUrl],
    ['its dead letter', new NonRetryableError('gone'), () => queue.deadLetterUrl],
  ])('gives %s the message group of its project', async (_what, error, url) => {
    await run(failing(error));
    expect(await queue.aws.messages(url())).toMatchObject([{ group: 'demo-project' }]);
  });

  it('carries the count of deferrals and the time of the first one when it is deferred', async () => {
    const error = new RetryLater('not yet', { seconds: 0, counter: 'early-event' });
    await run(failing(error), {
      ...envelope,
      deferrals: { 'early-event': 1 },
      first_deferred_at: '2019-05-08T00:59:00Z',
    });
    expect(await sentAgain()).toEqual([
      {
        ...envelope,
        deferrals: { 'early-event': 2 },
        first_deferred_at: '2019-05-08T00:59:00Z',
        not_before: '2019-05-08T01:00:00.000Z',
      },
    ]);
  });

  it('is sent again, uncounted, without running the recipe when it arrives before its time', async () => {
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe, { ...envelope, not_before: '2019-05-08T01:20:00Z' })).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(queue.output.metrics()).toEqual([]);
  });

  it.each([
    ['deferred', envelope],
    ['sent again before its time', { ...envelope, not_before: '2019-05-08T01:20:00Z' }],
  ])('is retried when it cannot be %s', async (_what, body) => {
    queue.aws.faults.add({ service: 'sqs', drop: true });
    expect(await run(failing(new RetryLater('not yet', { seconds: 10 })), body)).toEqual(RETRIED);
    expect(queue.output.logs().at(-1)).toMatchObject({ level: 'ERROR', error_name: 'QueueError', delivery_key: key });
  });

  it('waits without running the recipe when its event is in the future, since it may be forged', async () => {
    const recipe = vi.fn(async () => {});
    vi.setSystemTime(start - 60_000);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(queue.output.logs().at(-1)).toMatchObject({
      outcome: 'later',
      reason: 'its complete_datetime is in the future',
    });
    expect(await queue.ledger.find(key)).toBeUndefined();
  });

  it('is processed when its event is only a little ahead of our clock', async () => {
    const recipe = vi.fn(async () => {});
    vi.setSystemTime(start - 4_000);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).toHaveBeenCalledOnce();
  });

  it('goes to the dead-letter queue without its deferrals after 24 hours of waiting', async () => {
    const body = { ...envelope, deferrals: { maintenance: 96 }, first_deferred_at: '2019-05-07T01:00:01Z' };
    expect(await run(failing(new RetryLater('maintenance', { seconds: 900, counter: 'maintenance' })), body)).toEqual(
      acknowledged,
    );
    const [dead] = await queue.aws.messages(queue.deadLetterUrl);
    expect(JSON.parse(dead?.body ?? '')).toEqual(envelope);
    expect(dead?.attributes['reason']).toBe('it was deferred for 24 hours in total: maintenance');
    expect(await queue.aws.counts(queue.queueUrl)).toEqual({ waiting: 0, delayed: 0 });
  });

  const details = { operation: 'getTask', headers: {}, body: '' };
  it.each([
    ['an error of Annofab', new ServerError('marker', { ...details, status: 500 }), 'getTask was answered with 500'],
    [
      'a lost connection',
      new ConnectionError('it was lost', { operation: 'getTask', maybeCarriedOut: true }),
      'it was lost',
    ],
    ['a mistake in the recipe', new TypeError('marker is undefined'), undefined],
  ])('is retried when it fails by %s', async (_what, error, message) => {
    expect(await run(failing(error))).toEqual(RETRIED);
    expect(queue.output.logs().at(-1)).toMatchObject({
      error_name: error.name,
      ...(message !== undefined && { error_message: message }),
      receive_count: 1,
    });
    expect(queue.output.text()).not.toContain('marker');
    expect(queue.output.metrics()).toEqual([expect.objectContaining({ failed: 1 })]);
    expect(await queue.aws.counts(queue.deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
  });

  it.each([
    ['a non-retryable error', new NonRetryableError('the file\nis gone'), 'the file is gone'],
    ['a 403', new ForbiddenError('marker', { ...details, status: 403 }), 'getTask was answered with 403'],
    ['a 404', new NotFoundError('marker', { ...details, status: 404 }), 'getTask was answered with 404'],
  ])(
    'goes to the dead-letter queue with the reason, and is acknowledged, when it fails by %s',
    async (_what, error, reason) => {
      expect(await run(failing(error))).toEqual(acknowledged);
      const [dead, ...others] = await queue.aws.messages(queue.deadLetterUrl);
      expect(others).toEqual([]);
      expect(JSON.parse(dead?.body ?? '')).toEqual(envelope);
      expect(dead?.attributes).toEqual({ reason, event_type: 'task-completed', delivery_key: key });
      expect(queue.output.metrics()).toEqual([expect.objectContaining({ dead: 1 })]);
    },
  );

  it('goes to the dead-letter queue without its deferrals, so that a redrive starts from scratch', async () => {
    const body = { ...envelope, deferrals: { 'early-event': 3 }, first_deferred_at: '2019-05-08T00:00:00Z' };
    await run(failing(new NonRetryableError('gone')), body);
    expect((await queue.aws.messages(queue.deadLetterUrl)).map(({ body }): unknown => JSON.parse(body))).toEqual([
      envelope,
    ]);
  });

  it('is retried when the dead-letter queue cannot be reached', async () => {
    queue.aws.faults.add({ service: 'sqs', drop: true });
    expect(await run(failing(new NonRetryableError('gone')))).toEqual(RETRIED);
  });

  it.each([
    ['no JSON', 'hello', 'body must be a JSON object'],
    [
      'a wait of more than a day',
      JSON.stringify({ ...envelope, not_before: '2019-05-09T01:02:00Z' }),
      'not_before must be within 24 hours',
    ],
    ['another version', JSON.stringify({ ...envelope, v: 2 }), 'v has format 2, and this release reads up to 1'],
    ['no version', JSON.stringify({ ...envelope, v: undefined }), 'v is missing'],
    ['an unknown version', JSON.stringify({ ...envelope, v: 'one' }), 'v must be 1'],
    ['a forged id', JSON.stringify({ ...envelope, event: { ...taskCompleted, task_id: '..' } }), 'event.task_id'],
    [
      'the event of another queue',
      JSON.stringify(
        envelopeOf({
          event_type: 'annotation-archive-updated',
          project_id: 'p',
          complete_datetime: '2019-05-08T01:00:00Z',
        }),
      ),
      'event_type must be "task-completed"',
    ],
  ])('goes to the dead-letter queue unchanged when it cannot be read: %s', async (_what, body, problem) => {
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe, body)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    const [dead] = await queue.aws.messages(queue.deadLetterUrl);
    expect(dead?.body).toBe(body);
    expect(dead?.attributes['reason']).toMatch(/^unreadable message: /);
    expect(dead?.attributes['reason']).toContain(problem);
  });
});

describe('a batch', () => {
  const numbered = (n: number) => envelopeOf({ ...taskCompleted, task_id: `task-${n}` });
  const records = (count: number) => Array.from({ length: count }, (_, n) => sqsRecord(numbered(n), { id: `m${n}` }));
  const failures = async (recipe: Recipe, event: ReturnType<typeof sqsEvent>, remainingMs = 60_000) =>
    (await queueHandler('task-completed', recipe)(event, lambdaContext(remainingMs))).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );

  it('retries only the messages that failed', async () => {
    const recipe: Recipe = async ({ event }) => {
      if (event.task_id === 'task-1') throw new Error('no');
      if (event.task_id === 'task-3') throw new RetryLater('not yet', { seconds: 10 });
    };
    expect(await failures(recipe, sqsEvent(...records(5)))).toEqual(['m1']);
    expect(queue.output.metrics()).toHaveLength(3);
    for (const counted of [{ done: 3 }, { failed: 1 }, { later: 1 }]) {
      expect(queue.output.metrics()).toContainEqual(expect.objectContaining(counted));
    }
  });

  it('is processed with the configured concurrency', async () => {
    process.env['RECORD_CONCURRENCY'] = '2';
    let running = 0;
    let most = 0;
    const recipe: Recipe = async () => {
      running += 1;
      most = Math.max(most, running);
      await vi.waitFor(() => expect(most).toBe(2), { timeout: 300_000 });
      running -= 1;
    };
    expect(await failures(recipe, sqsEvent(...records(6)))).toEqual([]);
    delete process.env['RECORD_CONCURRENCY'];
    expect(most).toBe(2);
  });

  it('starts with the messages that were received most often, then with the oldest', async () => {
    process.env['RECORD_CONCURRENCY'] = '1';
    const order: string[] = [];
    const recipe: Recipe = async ({ event }) => void order.push(event.task_id);
    await failures(
      recipe,
      sqsEvent(
        sqsRecord(numbered(1), { receiveCount: 1, sentAt: 20 }),
        sqsRecord(numbered(2), { receiveCount: 4, sentAt: 30 }),
        sqsRecord(numbered(3), { receiveCount: 1, sentAt: 10 }),
      ),
    );
    delete process.env['RECORD_CONCURRENCY'];
    expect(order).toEqual(['task-2', 'task-3', 'task-1']);
  });

  it('starts no further message when time is short, and retries the rest', async () => {
    process.env['RECORD_CONCURRENCY'] = '2';
    const recipe: Recipe = async () => {
      vi.setSystemTime(start + 51_000);
    };
    expect(await failures(recipe, sqsEvent(...records(5)), 60_000)).toEqual(['m2', 'm3', 'm4']);
    delete process.env['RECORD_CONCURRENCY'];
  });

  it('retries a message that does not end before the invocation, and acknowledges those that are done', async () => {
    const aborted: boolean[] = [];
    const recipe: Recipe = ({ event, signal }) => {
      if (event.task_id !== 'task-1') return Promise.resolve();
      signal.addEventListener('abort', () => aborted.push(true));
      return new Promise(() => {});
    };
    // The signal aborts five seconds before the end.
    expect(await failures(recipe, sqsEvent(...records(3)), 6_000)).toEqual(['m1']);
    expect(aborted).toEqual([true]);
    expect(queue.output.logs().at(-1)).toMatchObject({ error_name: 'OutOfTimeError' });
  });
});

describe('a function that is not configured', () => {
  it('fails as a whole, naming every missing or wrong variable, so that no message is lost', async () => {
    const before = { ...process.env };
    delete process.env['QUEUE_URL'];
    process.env['DEAD_LETTER_QUEUE_URL'] = 'not-an-address';
    process.env['EARLY_EVENT_RETRY_SECONDS'] = '10,,60';
    await expect(run(async () => {})).rejects.toMatchObject({
      name: 'ConfigError',
      message: [
        'The function is not configured: QUEUE_URL is missing',
        'DEAD_LETTER_QUEUE_URL must be an http(s) address',
        'EARLY_EVENT_RETRY_SECONDS must be whole numbers with commas between',
      ].join('; '),
    });
    expect(queue.output.logs().at(-1)).toMatchObject({ level: 'ERROR', error_name: 'ConfigError' });
    process.env = before;
  });
});
