import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ConnectionError,
  ForbiddenError,
  NotFoundError,
  RetryLaterError,
  ServerError,
} from '../../lib/annofab/errors.ts';
import { Ignored, Later, Permanent, Skipped } from '../../lib/automations/outcomes.ts';
import type { Ledger } from '../../lib/aws/ledger/ledger.ts';
import { type QueueRecipe, queueHandler } from '../../lib/lambda/queue-handler.ts';
import { service } from '../../lib/lambda/service.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { taskCompleted } from '../webhooks/events.ts';
import {
  captureOutput,
  envelopeOf,
  lambdaContext,
  sqsEvent,
  sqsRecord,
  startTestAws,
  type TestAws,
} from './support.ts';

let aws: TestAws;
let queueUrl: string;
let deadLetterUrl: string;
let ledger: Ledger;
let output: ReturnType<typeof captureOutput>;
const start = Date.parse('2019-05-08T01:00:00Z');

beforeAll(async () => {
  aws = await startTestAws();
  queueUrl = process.env['QUEUE_URL'] = (await aws.createQueue('queue')).url;
  deadLetterUrl = process.env['DEAD_LETTER_QUEUE_URL'] = (await aws.createQueue('dead')).url;
});

afterAll(() => aws.stop());

beforeEach(async () => {
  output = captureOutput();
  ledger = await aws.newLedger();
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  for (const url of [queueUrl, deadLetterUrl]) await aws.empty(url);
});

afterEach(() => {
  vi.useRealTimers();
  aws.faults.clear();
});

const envelope = envelopeOf(taskCompleted);
const { key, label } = deliveryKey(taskCompleted);

type Recipe = QueueRecipe<'task-completed', object>;

/** Lets a recipe work on one message: the answer of the handler. */
async function run(recipe: Recipe, body: unknown = envelope) {
  const { batchItemFailures } = await queueHandler('task-completed', recipe)(
    sqsEvent(sqsRecord(body, { id: 'message-1' })),
    lambdaContext(),
  );
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

const failing = (error: unknown) => async () => {
  throw error;
};

const acknowledged: string[] = [];
const handedBack = ['message-1'];

async function sentAgain() {
  return (await aws.messages(queueUrl)).map(({ body }): unknown => JSON.parse(body));
}

describe('a recipe', () => {
  it('gets the event, its delivery, the settings and the services that it named', async () => {
    process.env['JOB_RUNNING_SECONDS'] = '7';
    const greeting = service(['QUEUE_URL'], ({ QUEUE_URL }) => `hello ${QUEUE_URL}`);
    const recipe = vi.fn<QueueRecipe<'task-completed', { greeting: string }>>(async () => {});
    const body = { ...envelope, deferrals: { 'early-event': 2 } };
    await queueHandler('task-completed', { greeting }, recipe)(sqsEvent(sqsRecord(body)), lambdaContext(60_000));
    delete process.env['JOB_RUNNING_SECONDS'];

    const [ctx] = recipe.mock.calls[0] ?? [];
    expect(ctx).toMatchObject({
      greeting: `hello ${queueUrl}`,
      event: taskCompleted,
      delivery: { key, label, receivedAt: '2019-05-08T01:00:01.000Z', deferrals: { 'early-event': 2 } },
      settings: { jobRunningSeconds: 7, earlyEventRetrySeconds: [10, 60, 300] },
    });
    expect(ctx?.signal.aborted).toBe(false);
    expect(ctx?.now()).toBe(start);
    expect(Math.abs((ctx?.deadline ?? 0) - start - 60_000)).toBeLessThan(1_000);
  });

  it('that ends is done: the message is acknowledged', async () => {
    expect(await run(async ({ log }) => log.info('Working', { task_id: 'task-1' }))).toEqual(acknowledged);
    expect(output.metrics()).toEqual([expect.objectContaining({ done: 1, event_type: 'task-completed' })]);
  });

  it('has the delivery in each of its lines, and the invocation: the middleware ran', async () => {
    await run(async ({ log }) => log.warn('Working', { task_id: 'task-1' }));
    expect(output.logs().map(({ message }) => message)).toEqual(['Begun', 'Working', 'Done']);
    for (const line of output.logs()) {
      expect(line).toMatchObject({
        delivery_key: key,
        delivery: label,
        message_id: 'message-1',
        function_name: 'a-function',
      });
    }
    expect(output.logs()[1]).toMatchObject({ level: 'WARN', task_id: 'task-1' });
  });

  it('can log nothing but what is allowed', async () => {
    const fields = {
      task_id: 'task-1',
      password: 'marker',
      headers: { authorization: 'marker' },
      reason: { a: 'marker' },
    };
    // As plain JavaScript would, which knows no types.
    await run(async ({ log }) => Reflect.apply(log.info, undefined, ['Working', fields]));
    expect(output.logs()[1]).toMatchObject({ message: 'Working', task_id: 'task-1' });
    expect(output.text()).not.toContain('marker');
  });
});

describe('a message', () => {
  it.each([
    ['skipped', new Skipped('the project is suspended')],
    ['ignored', new Ignored('the task is not completed')],
  ])('that is %s is acknowledged, with the reason in the log', async (kind, error) => {
    expect(await run(failing(error))).toEqual(acknowledged);
    expect(output.logs().at(-1)).toMatchObject({ outcome: kind, reason: error.reason });
    expect(output.metrics()).toEqual([expect.objectContaining({ [kind]: 1 })]);
    expect(await aws.counts(deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
  });

  it.each([
    ['a 429', new RetryLaterError('', { operation: 'getTask', seconds: 300, reason: 'rate-limited', status: 429 })],
    ['a running job', new Later('a job is running', { seconds: 2_000, counter: 'job-running' })],
  ])('that has to wait for %s is sent again with a delay, and acknowledged', async (_what, error) => {
    expect(await run(failing(error))).toEqual(acknowledged);
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(output.metrics()).toEqual([expect.objectContaining({ later: 1 })]);
  });

  it('that is put off carries the count, and when it was put off first', async () => {
    const error = new Later('not yet', { seconds: 0, counter: 'early-event' });
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

  it('that comes before its time is sent on, uncounted, and nothing runs', async () => {
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe, { ...envelope, not_before: '2019-05-08T01:20:00Z' })).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(output.metrics()).toEqual([]);
  });

  it.each([
    ['put off', envelope],
    ['sent on', { ...envelope, not_before: '2019-05-08T01:20:00Z' }],
  ])('that cannot be %s is handed back', async (_what, body) => {
    aws.faults.add({ service: 'sqs', drop: true });
    expect(await run(failing(new Later('not yet', { seconds: 10 })), body)).toEqual(handedBack);
    expect(output.logs().at(-1)).toMatchObject({ level: 'ERROR', error_name: 'QueueError', delivery_key: key });
  });

  it('of an event whose moment has not come waits until then, and nothing runs: it may be forged', async () => {
    const recipe = vi.fn(async () => {});
    vi.setSystemTime(start - 60_000);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(output.logs().at(-1)).toMatchObject({ outcome: 'later', reason: 'its complete_datetime has not come' });
    expect(await ledger.find(key)).toBeUndefined();
  });

  it('of an event that is a little ahead of our clock is worked on', async () => {
    const recipe = vi.fn(async () => {});
    vi.setSystemTime(start - 4_000);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).toHaveBeenCalledOnce();
  });

  it('that was put off for 24 hours is a dead letter, and would begin anew', async () => {
    const body = { ...envelope, deferrals: { maintenance: 96 }, first_deferred_at: '2019-05-07T01:00:01Z' };
    expect(await run(failing(new Later('maintenance', { seconds: 900, counter: 'maintenance' })), body)).toEqual(
      acknowledged,
    );
    const [dead] = await aws.messages(deadLetterUrl);
    expect(JSON.parse(dead?.body ?? '')).toEqual(envelope);
    expect(dead?.attributes['reason']).toBe(
      'given up, since it would be put off for more than 24 hours in all: maintenance',
    );
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 0 });
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
  ])('that fails by %s is handed back', async (_what, error, message) => {
    expect(await run(failing(error))).toEqual(handedBack);
    expect(output.logs().at(-1)).toMatchObject({
      error_name: error.name,
      ...(message !== undefined && { error_message: message }),
      receive_count: 1,
    });
    expect(output.text()).not.toContain('marker');
    expect(output.metrics()).toEqual([expect.objectContaining({ failed: 1 })]);
    expect(await aws.counts(deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
  });

  it.each([
    ['what no retry helps', new Permanent('the file\nis gone'), 'the file is gone'],
    ['a 403', new ForbiddenError('marker', { ...details, status: 403 }), 'getTask was answered with 403'],
    ['a 404', new NotFoundError('marker', { ...details, status: 404 }), 'getTask was answered with 404'],
  ])('that fails by %s goes to the dead letters with the reason, and is acknowledged', async (_what, error, reason) => {
    expect(await run(failing(error))).toEqual(acknowledged);
    const [dead, ...others] = await aws.messages(deadLetterUrl);
    expect(others).toEqual([]);
    expect(JSON.parse(dead?.body ?? '')).toEqual(envelope);
    expect(dead?.attributes).toEqual({ reason, event_type: 'task-completed', delivery_key: key });
    expect(output.metrics()).toEqual([expect.objectContaining({ dead: 1 })]);
  });

  it('that can never work would begin anew when it is taken out of the dead letters', async () => {
    const body = { ...envelope, deferrals: { 'early-event': 3 }, first_deferred_at: '2019-05-08T00:00:00Z' };
    await run(failing(new Permanent('gone')), body);
    expect((await aws.messages(deadLetterUrl)).map(({ body }): unknown => JSON.parse(body))).toEqual([envelope]);
  });

  it('is handed back when the dead letters cannot be reached', async () => {
    aws.faults.add({ service: 'sqs', drop: true });
    expect(await run(failing(new Permanent('gone')))).toEqual(handedBack);
  });

  it.each([
    ['no JSON', 'hello', 'body must be a JSON object'],
    ['another version', JSON.stringify({ ...envelope, v: 2 }), 'v must be 1'],
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
  ])('that cannot be read, for %s, goes to the dead letters as it is', async (_what, body, problem) => {
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe, body)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    const [dead] = await aws.messages(deadLetterUrl);
    expect(dead?.body).toBe(body);
    expect(dead?.attributes['reason']).toMatch(/^unreadable message: /);
    expect(dead?.attributes['reason']).toContain(problem);
  });
});

describe('a delivery in the ledger', () => {
  const came = { key, label, event: taskCompleted, source: 'webhook', receivedAt: '', requestId: 'request-1' } as const;
  const other = { id: 'other', until: start + 60_000 };
  const entry = () => ledger.find(key);

  it.each([
    ['done', async () => {}, { state: 'done' }],
    ['skipped', failing(new Skipped('suspended')), { state: 'skipped', reason: 'suspended' }],
    ['ignored', failing(new Ignored('not completed')), { state: 'ignored', reason: 'not completed' }],
    ['dead', failing(new Permanent('gone')), { state: 'dead', reason: 'gone' }],
    ['queued', failing(new TypeError('x')), { state: 'queued', reason: 'failed once, last with TypeError' }],
    [
      'queued',
      failing(new Later('a job is running', { seconds: 9, counter: 'job-running' })),
      { state: 'queued', reason: 'a job is running', deferrals: { 'job-running': 1 } },
    ],
  ])('is %s as its recipe ended', async (_state, recipe, expected) => {
    await ledger.receive(came);
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
    await ledger.claim(came, other);
    await ledger.settle(key, 'other', state === 'done' ? { state } : { state, reason: 'because' });
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(output.metrics()).toEqual([expect.objectContaining({ duplicate: 1, event_type: 'task-completed' })]);
  });

  it('that another worker is at waits until its lease has run out', async () => {
    await ledger.claim(came, other);
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(output.logs().at(-1)).toMatchObject({ outcome: 'later', counter: 'busy', seconds: 60 });
    vi.setSystemTime(other.until);
    expect(await run(async () => {})).toEqual(acknowledged);
    expect(await entry()).toMatchObject({ state: 'done', tries: 2 });
  });

  it.each([
    ['that another worker is at', () => ledger.claim(came, other)],
    ['whose ledger fails', async () => aws.faults.add({ service: 'dynamodb', drop: true })],
  ])('%s and that has waited for 24 hours is handed back, and is no dead letter yet', async (_what, prepare) => {
    await prepare();
    expect(await run(vi.fn(), { ...envelope, first_deferred_at: '2019-05-07T01:00:00Z' })).toEqual(handedBack);
    expect(await aws.counts(deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 0 });
    const reason = expect.stringMatching(/another worker is at it|the ledger could not be read or written/);
    expect(output.logs().at(-1)).toMatchObject({ level: 'WARN', reason });
    expect(output.metrics()).toContainEqual(expect.objectContaining({ failed: 1, event_type: 'task-completed' }));
  });

  it('that another worker took over meanwhile is that worker’s: the message is handed back', async () => {
    const late: Recipe = async () => {
      vi.setSystemTime(start + 120_000);
      expect(await ledger.claim(came, { id: 'new', until: start + 240_000 })).toMatchObject({ kind: 'claimed' });
    };
    expect(await run(late)).toEqual(handedBack);
    expect(await entry()).toMatchObject({ state: 'processing', lease: { id: 'new' } });
    expect(output.logs().at(-1)).toMatchObject({ outcome: 'lease-lost' });
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
    expect(await aws.counts(deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(output.metrics()).toContainEqual(expect.objectContaining({ dead: 1 }));
    delete process.env['MAX_RECEIVES'];
  });

  it('that is given up before anybody could begin is dead, with the reason', async () => {
    await ledger.receive(came);
    await ledger.queued(key);
    const recipe = vi.fn<Recipe>();
    vi.setSystemTime(start - 25 * 60 * 60_000);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    const reason = expect.stringMatching(/^given up, .* its complete_datetime has not come$/);
    expect(await aws.messages(deadLetterUrl)).toMatchObject([{ attributes: { reason, delivery_key: key } }]);
    expect(await entry()).toMatchObject({ state: 'dead', reason });
  });

  it('that is done by now is no dead letter, however long its message would have to wait', async () => {
    vi.setSystemTime(start - 25 * 60 * 60_000);
    await ledger.claim(came, other);
    await ledger.settle(key, 'other', { state: 'done' });
    expect(await run(async () => {})).toEqual(acknowledged);
    expect(await aws.counts(deadLetterUrl)).toEqual({ waiting: 0, delayed: 0 });
    expect(await entry()).toMatchObject({ state: 'done' });
  });

  it('waits while the ledger fails, and uses up no receive', async () => {
    aws.faults.add({ service: 'dynamodb', drop: true });
    const recipe = vi.fn<Recipe>();
    expect(await run(recipe)).toEqual(acknowledged);
    expect(recipe).not.toHaveBeenCalled();
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 1 });
    expect(output.logs().at(-1)).toMatchObject({ outcome: 'later', counter: 'ledger', seconds: 60 });
  });

  it('comes again when its end could not be noted, and then is done', async () => {
    const recipe: Recipe = async () => aws.faults.add({ service: 'dynamodb', drop: true });
    expect(await run(recipe)).toEqual(handedBack);
    aws.faults.clear();
    vi.setSystemTime(start + 120_000);
    expect(await run(async () => {})).toEqual(acknowledged);
    expect(await entry()).toMatchObject({ state: 'done', tries: 2 });
  });

  it.each([
    ['put off', new Later('not yet', { seconds: 10 }), () => queueUrl],
    ['buried', new Permanent('gone'), () => deadLetterUrl],
  ])('that is %s goes its way though the ledger cannot be told', async (_what, error, url) => {
    const recipe: Recipe = async () => {
      aws.faults.add({ service: 'dynamodb', drop: true });
      throw error;
    };
    expect(await run(recipe)).toEqual(acknowledged);
    aws.faults.clear();
    const { waiting, delayed } = await aws.counts(url());
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
    expect(await run(posting(posts, fail))).toEqual(handedBack);
    expect(await run(posting(posts))).toEqual(acknowledged);
    expect(posts).toEqual(['completed']);
    expect(await ledger.find(key)).toMatchObject({ state: 'done', effects: { notify: '2019-05-08T01:00:00.000Z' } });
  });

  it('does again what failed', async () => {
    const tries: number[] = [];
    const recipe: Recipe = ({ once }) =>
      once('notify', async () => {
        if (tries.push(tries.length) === 1) throw new Error('the chat is down');
      });
    expect(await run(recipe)).toEqual(handedBack);
    expect(await run(recipe)).toEqual(acknowledged);
    expect(tries).toHaveLength(2);
  });

  it('waits when its effect cannot be noted: it will be done once more', async () => {
    const recipe: Recipe = ({ once }) =>
      once('notify', async () => aws.faults.add({ service: 'dynamodb', drop: true }));
    expect(await run(recipe)).toEqual(acknowledged);
    expect(output.logs()).toContainEqual(expect.objectContaining({ outcome: 'later', counter: 'ledger' }));
  });

  it('does nothing for a worker that slept until its lease had run out: another may have done it', async () => {
    const effect = vi.fn(async () => {});
    const recipe: Recipe = async ({ once, deadline }) => {
      vi.setSystemTime(deadline + 10_000);
      await once('notify', effect);
    };
    expect(await run(recipe)).toEqual(handedBack);
    expect(effect).not.toHaveBeenCalled();
    expect(output.logs().at(-1)).toMatchObject({ error_name: 'LeaseLostError' });
  });

  it('does nothing for what goes on after its recipe has ended, such as by an abort: the message is settled', async () => {
    const effect = vi.fn(async () => {});
    const goOn = Promise.withResolvers<void>();
    let late: Promise<void> | undefined;
    const recipe: Recipe = async ({ once }) => {
      late = goOn.promise.then(() => once('notify', effect));
      throw new Error('aborted');
    };
    expect(await run(recipe)).toEqual(handedBack);
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
        await ledger.claim(came, { id: 'new', until: start + 240_000 });
      });
      after();
    };
    expect(await run(recipe)).toEqual(handedBack);
    expect(after).not.toHaveBeenCalled();
  });
});

describe('a batch', () => {
  const numbered = (n: number) => envelopeOf({ ...taskCompleted, task_id: `task-${n}` });
  const records = (count: number) => Array.from({ length: count }, (_, n) => sqsRecord(numbered(n), { id: `m${n}` }));
  const failures = async (recipe: Recipe, event: ReturnType<typeof sqsEvent>, remainingMs = 60_000) =>
    (await queueHandler('task-completed', recipe)(event, lambdaContext(remainingMs))).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );

  it('hands back only what failed', async () => {
    const recipe: Recipe = async ({ event }) => {
      if (event.task_id === 'task-1') throw new Error('no');
      if (event.task_id === 'task-3') throw new Later('not yet', { seconds: 10 });
    };
    expect(await failures(recipe, sqsEvent(...records(5)))).toEqual(['m1']);
    expect(output.metrics()).toHaveLength(3);
    for (const counted of [{ done: 3 }, { failed: 1 }, { later: 1 }]) {
      expect(output.metrics()).toContainEqual(expect.objectContaining(counted));
    }
  });

  it('is worked on by so many at a time as the configuration says', async () => {
    process.env['RECORD_CONCURRENCY'] = '2';
    let running = 0;
    let most = 0;
    const recipe: Recipe = async () => {
      running += 1;
      most = Math.max(most, running);
      await vi.waitFor(() => expect(most).toBe(2));
      running -= 1;
    };
    expect(await failures(recipe, sqsEvent(...records(6)))).toEqual([]);
    delete process.env['RECORD_CONCURRENCY'];
    expect(most).toBe(2);
  });

  it('begins with the messages that were received most often, then with the oldest', async () => {
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

  it('begins no other message when time is short, and hands the rest back', async () => {
    process.env['RECORD_CONCURRENCY'] = '2';
    const recipe: Recipe = async () => {
      vi.setSystemTime(start + 51_000);
    };
    expect(await failures(recipe, sqsEvent(...records(5)), 60_000)).toEqual(['m2', 'm3', 'm4']);
    delete process.env['RECORD_CONCURRENCY'];
  });

  it('hands back what does not end before the invocation does, and keeps what is done', async () => {
    const aborted: boolean[] = [];
    const recipe: Recipe = ({ event, signal }) => {
      if (event.task_id !== 'task-1') return Promise.resolve();
      signal.addEventListener('abort', () => aborted.push(true));
      return new Promise(() => {});
    };
    // The signal aborts five seconds before the end.
    expect(await failures(recipe, sqsEvent(...records(3)), 6_000)).toEqual(['m1']);
    expect(aborted).toEqual([true]);
    expect(output.logs().at(-1)).toMatchObject({ error_name: 'OutOfTimeError' });
  });
});

describe('a function that is not configured', () => {
  it('fails as a whole, naming all that is missing or wrong, so that no message is lost', async () => {
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
    expect(output.logs().at(-1)).toMatchObject({ level: 'ERROR', error_name: 'ConfigError' });
    process.env = before;
  });
});
