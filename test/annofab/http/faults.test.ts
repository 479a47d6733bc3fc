import { beforeEach, describe, expect, it } from 'vitest';
import {
  ApiError,
  ConnectionError,
  FileError,
  RetryLaterError,
  ServerError,
  TimeoutError,
  UnauthorizedError,
} from '../../../lib/annofab/index.ts';
import type { AnnofabEmulator, RequestFault } from '../../../local/annofab/index.ts';
import { demo, startEmulator } from '../../local/annofab/emulator.ts';
import { createClient, createTestClock, failureOf, startServer, type TestClock } from '../support.ts';

type Broken = Omit<RequestFault, 'operation'>;

/** What the caller gets, after how many requests. */
interface Outcome {
  readonly error?: new (...args: never[]) => Error;
  readonly details?: object;
  readonly message?: RegExp;
  readonly requests: number;
}

/** getTask may be sent again; the token that issuePersonalAccessToken makes must not be made twice. */
interface Case {
  readonly what: string;
  readonly fault: Broken;
  readonly safe: Outcome;
  readonly unsafe: Outcome;
  /** Whether the unsafe one has taken effect. */
  readonly carriedOut: boolean;
}

const ok = (requests: number): Outcome => ({ requests });
const once = (error: Outcome['error'], details: object = {}, message = /./): Outcome => ({
  ...(error && { error }),
  details,
  message,
  requests: 1,
});
const always = (error: Outcome['error'], details: object = {}, message = /./): Outcome => ({
  ...once(error, details, message),
  requests: 4,
});

/** A refusal: nothing was done, so that whatever was refused may be sent again, when the time has come. */
const refusals: Case[] = [
  {
    what: 'a 429 with a short Retry-After',
    fault: { status: 429, retryAfter: 5, times: 1 },
    both: ok(2),
    carriedOut: true,
  },
  {
    what: 'a 429 with a Retry-After that is a date',
    fault: { status: 429, retryAfter: 'Wed, 01 Jan 2020 00:00:00 GMT', times: 1 },
    both: ok(2),
    carriedOut: true,
  },
  {
    what: 'a 429 with a long Retry-After',
    fault: { status: 429, retryAfter: 3600 },
    both: once(
      RetryLaterError,
      { reason: 'rate-limited', seconds: 3600, status: 429 },
      /: come back in 3600 s \(rate-limited\)\. 429 /,
    ),
    carriedOut: false,
  },
  {
    what: 'a 429 without Retry-After',
    fault: { status: 429 },
    both: once(RetryLaterError, { reason: 'rate-limited', seconds: 300 }),
    carriedOut: false,
  },
  {
    what: 'a 429 after every attempt',
    fault: { status: 429, retryAfter: 2 },
    both: always(RetryLaterError, { reason: 'rate-limited', seconds: 2 }),
    carriedOut: false,
  },
  {
    what: 'maintenance',
    fault: { status: 503 },
    both: once(RetryLaterError, { reason: 'maintenance', seconds: 900, status: 503 }),
    carriedOut: false,
  },
  {
    what: 'maintenance that an HTML page announces',
    fault: { status: 503, html: true },
    both: once(RetryLaterError, { reason: 'maintenance', seconds: 900, status: 503 }),
    carriedOut: false,
  },
  {
    what: 'maintenance that is soon over',
    fault: { status: 503, retryAfter: 3, times: 1 },
    both: ok(2),
    carriedOut: true,
  },
].map(({ both, ...rest }) => ({ ...rest, safe: both, unsafe: both }));

/** A failure: it may have been done, so that only a safe operation is retried. */
const failures: Case[] = [
  ...[500, 502, 504].flatMap((status): Case[] => [
    {
      what: `a ${status} that passes`,
      fault: { status, times: 2 },
      safe: ok(3),
      unsafe: once(ServerError, { status }),
      carriedOut: false,
    },
    {
      what: `a ${status} that stays`,
      fault: { status },
      safe: always(ServerError, { status }, /Annofab failed; try again later/),
      unsafe: once(ServerError, { status }, /may have carried it out all the same: read back/),
      carriedOut: false,
    },
  ]),
  {
    what: 'an HTML page from a gateway',
    fault: { status: 502, html: true },
    safe: always(ServerError, { status: 502 }, /text\/html.* is not one of Annofab's errors/),
    unsafe: once(ServerError, { status: 502 }, /text\/html/),
    carriedOut: false,
  },
  {
    what: 'a 501, which is permanent',
    fault: { status: 501 },
    safe: once(ServerError, { status: 501 }),
    unsafe: once(ServerError, { status: 501 }, /^(?!.*carried it out)/),
    carriedOut: false,
  },
  ...(['before', 'unanswered', 'during'] as const).flatMap((drop): Case[] => {
    const unsafe = once(ConnectionError, { maybeCarriedOut: true }, /read back before sending it again/);
    const carriedOut = drop !== 'before';
    return [
      {
        what: `a connection that is dropped once (${drop})`,
        fault: { drop, times: 1 },
        safe: ok(2),
        unsafe,
        carriedOut,
      },
      {
        what: `a connection that is dropped each time (${drop})`,
        fault: { drop },
        safe: always(ConnectionError, { maybeCarriedOut: false }),
        unsafe,
        carriedOut,
      },
    ];
  }),
  {
    what: 'JSON that is cut once',
    fault: { truncate: true, times: 1 },
    safe: ok(2),
    unsafe: once(ApiError, { status: 200 }, /not JSON to its end\. It was carried out: read back/),
    carriedOut: true,
  },
  {
    what: 'JSON that is always cut',
    fault: { truncate: true },
    safe: always(ApiError, { status: 200 }, /200, but the body \(application\/json\) is not JSON to its end/),
    unsafe: once(ApiError, { status: 200 }),
    carriedOut: true,
  },
  {
    what: 'an expired personal access token',
    fault: { expiredToken: true },
    safe: once(UnauthorizedError, { status: 401, errorCode: 'EXPIRED_TOKEN' }),
    unsafe: once(UnauthorizedError, { status: 401, errorCode: 'EXPIRED_TOKEN' }),
    carriedOut: false,
  },
];

let annofab: AnnofabEmulator;
let clock: TestClock;

beforeEach(async () => {
  ({ annofab } = await startEmulator());
  clock = createTestClock();
});

const countOf = (operation: string) => annofab.spy.requests.filter((request) => request.operation === operation).length;
const client = (options = {}) => createClient(annofab, { credentials: { pat: 'demo-pat' }, clock, ...options });

const task = { ...demo, task_id: 'task-1' };
const token = { id: 'new', note: 'made once', expiration: 3_600_000, permissions: [{ _type: 'All' as const }] };
const isIssued = () => [...annofab.state.logins.personalAccessTokens.values()].some(({ id }) => id === token.id);

async function expectOutcome(request: PromiseLike<unknown>, operation: string, expected: Outcome): Promise<void> {
  if (expected.error) {
    const error = await failureOf(request);
    expect(error).toBeInstanceOf(expected.error);
    expect(error).toMatchObject({ operation, ...expected.details });
    expect(error.message).toMatch(expected.message ?? /./);
    expect(error.message).toMatch(operation);
  } else {
    await request;
  }
  expect(countOf(operation)).toBe(expected.requests);
}

describe('an operation that is safe to retry', () => {
  it.each([...refusals, ...failures])('handles $what on a safe operation', async ({ fault, safe }) => {
    annofab.faults.add({ operation: 'getTask', ...fault });
    await expectOutcome(client().getTask(task), 'getTask', safe);
  });
});

describe('an operation that is unsafe to retry', () => {
  it.each([...refusals, ...failures])('handles $what on an unsafe operation', async ({ fault, unsafe, carriedOut }) => {
    annofab.faults.add({ operation: 'issuePersonalAccessToken', ...fault });
    await expectOutcome(client().issuePersonalAccessToken({ body: token }), 'issuePersonalAccessToken', unsafe);
    expect(isIssued()).toBe(carriedOut);
  });
});

describe('an operation whose success makes its repetition fail', () => {
  const webhook = { ...demo, webhook_id: 'w' };
  const putWebhook = () =>
    client().putWebhook({
      ...webhook,
      body: {
        ...webhook,
        event_type: 'task-completed',
        webhook_status: 'active',
        method: 'POST',
        headers: [],
        url: 'https://h',
      },
    });
  const deletion: Record<string, () => PromiseLike<unknown>> = {
    deleteWebhook: () => client().deleteWebhook(webhook),
    deleteTask: () => client().deleteTask(task),
    revokePersonalAccessToken: () => client().revokePersonalAccessToken({ body: { id: token.id } }),
  };
  const prepare = async () => {
    await putWebhook();
    await client().issuePersonalAccessToken({ body: token });
  };

  it.each<[string, 'unanswered' | 'during']>([
    ['deleteWebhook', 'unanswered'],
    ['deleteWebhook', 'during'],
    ['deleteTask', 'unanswered'],
    ['revokePersonalAccessToken', 'during'],
  ])('%s succeeds when the answer is lost (%s), and the repetition finds it done', async (operation, drop) => {
    await prepare();
    annofab.faults.add({ operation: operation as 'deleteTask', drop, times: 1 });
    await expect(deletion[operation]?.()).resolves.toBeUndefined();
    expect(countOf(operation)).toBe(2);
    const error = await failureOf(deletion[operation]?.() ?? Promise.resolve());
    expect(error).toMatchObject({ name: 'NotFoundError', operation });
  });

  it('returns the content when the first attempt was not carried out', async () => {
    await prepare();
    annofab.faults.add({ operation: 'deleteTask', drop: 'before', times: 1 });
    expect(await client().deleteTask(task)).toMatchObject({ task_id: 'task-1' });
  });

  it('throws NotFoundError when nothing was lost before, as after a 429', async () => {
    annofab.faults.add({ operation: 'deleteWebhook', status: 429, retryAfter: 1, times: 1 });
    expect(await failureOf(client().deleteWebhook(webhook))).toMatchObject({ name: 'NotFoundError' });
  });

  it('says that it may have been carried out when the repetition is refused in another way', async () => {
    annofab.faults.add({ operation: 'putWebhook', drop: 'unanswered', times: 1 });
    annofab.faults.add({ operation: 'putWebhook', status: 400, times: 1 });
    const error = await failureOf(putWebhook());
    expect(error).toMatchObject({ name: 'BadRequestError' });
    expect(error.message).toMatch(
      /answer to an earlier attempt was lost: putWebhook .* may have been carried out\. Read back/,
    );
  });
});

describe('a refusal', () => {
  it('waits at least as long as Retry-After', async () => {
    annofab.faults.add({ operation: 'getTask', status: 429, retryAfter: 5, times: 1 });
    await client().getTask(task);
    expect(clock.sleeps).toHaveLength(1);
    expect(clock.sleeps[0]).toBeGreaterThanOrEqual(5_000);
  });

  it('throws RetryLaterError where Retry-After is beyond the deadline or maxWaitMs', async () => {
    annofab.faults.add({ operation: 'getTask', status: 503, retryAfter: 5 });
    expect(await failureOf(client().getTask(task, { timeoutMs: 5_000 }))).toMatchObject({ seconds: 5 });
    expect(await failureOf(client({ maxWaitMs: 2_000 }).getTask(task))).toMatchObject({ seconds: 5 });
    expect(clock.sleeps).toEqual([]);
    expect(countOf('getTask')).toBe(2);
  });
});

describe('the deadline', () => {
  /** Real time, since it is the server that is slow. */
  const impatient = () => createClient(annofab, { credentials: { pat: 'demo-pat' }, timeoutMs: 150, clock: undefined });

  const HOURS = 24 * 60 * 60_000;

  it.each<[string, Broken]>([
    ['headers that are slow', { delayMs: HOURS }],
    ['a body that is slow', { bodyMs: HOURS }],
    ['failures that are slow', { delayMs: 100, status: 500 }],
  ])('the deadline ends a request that meets %s', async (_what, fault) => {
    annofab.faults.add({ operation: '*', ...fault });
    const [safe, unsafe] = await Promise.all([
      failureOf(impatient().getTask(task)),
      failureOf(impatient().issuePersonalAccessToken({ body: token })),
    ]);
    if (fault.status === undefined) {
      expect(safe).toBeInstanceOf(TimeoutError);
      expect(unsafe).toMatchObject({ name: 'TimeoutError', operation: 'issuePersonalAccessToken', timeoutMs: 150 });
    } else {
      for (const error of [safe, unsafe]) expect(error.name).toMatch(/^(TimeoutError|ServerError)$/);
    }
    // On a busy machine the deadline may come before the connection.
    expect(countOf('issuePersonalAccessToken')).toBeLessThanOrEqual(1);
  });

  it('the deadline covers signing in', async () => {
    annofab.faults.add({ operation: 'login', delayMs: HOURS });
    const credentials = { user_id: 'demo_owner', password: 'demo-password' };
    const request = createClient(annofab, { credentials, clock: undefined }).getTask(task, { timeoutMs: 100 });
    expect(await failureOf(request)).toMatchObject({ name: 'TimeoutError', operation: 'getTask' });
    expect(countOf('getTask')).toBe(0);
  });
});

describe('the token of a login', () => {
  const credentials = { user_id: 'demo_owner', password: 'demo-password' };
  const operations = () => annofab.spy.requests.map(({ operation }) => operation);

  it('refreshes an expired token, also for an unsafe operation, since a 401 carried out nothing', async () => {
    annofab.faults.add({ operation: 'issuePersonalAccessToken', expiredToken: true, times: 1 });
    await client({ credentials }).issuePersonalAccessToken({ body: token });
    expect(operations()).toEqual(['login', 'issuePersonalAccessToken', 'refreshToken', 'issuePersonalAccessToken']);
    expect(isIssued()).toBe(true);
  });

  it('throws when the token is refused after the refresh too, and tries nothing more', async () => {
    annofab.faults.add({ operation: 'getTask', expiredToken: true });
    const error = await failureOf(client({ credentials }).getTask(task));
    expect(error).toMatchObject({ name: 'UnauthorizedError', operation: 'getTask', errorCode: 'EXPIRED_TOKEN' });
    expect(operations()).toEqual(['login', 'getTask', 'refreshToken', 'getTask']);
  });

  it.each<[string, Broken, object]>([
    ['fails', { status: 500 }, { name: 'ServerError', operation: 'refreshToken' }],
    ['is under maintenance', { status: 503 }, { name: 'RetryLaterError', operation: 'refreshToken', seconds: 900 }],
    ['is cut off', { drop: 'during' }, { name: 'ConnectionError', operation: 'refreshToken' }],
    ['breaks off', { truncate: true }, { name: 'ApiError', operation: 'refreshToken', status: 200 }],
  ])('throws where the refresh %s, and does not log in again', async (_what, fault, expected) => {
    annofab.faults.add({ operation: 'getTask', expiredToken: true });
    annofab.faults.add({ operation: 'refreshToken', ...fault });
    expect(await failureOf(client({ credentials }).getTask(task))).toMatchObject(expected);
    expect(countOf('login')).toBe(1);
    expect(countOf('getTask')).toBe(1);
  });

  it('refreshes a token without asking for the code of the second factor again', async () => {
    let asked = 0;
    const mfaCode = async () => {
      asked += 1;
      return '123456';
    };
    const withCode = client({ credentials: { user_id: 'demo_mfa', password: 'demo-mfa-password', mfaCode } });
    await withCode.getMyAccount();
    annofab.clock.advance(3_600_000);
    await withCode.getMyAccount();
    expect(asked).toBe(1);
    expect(countOf('refreshToken')).toBe(1);
  });
});

describe('a stale read after an event', () => {
  it('passes a stale read on as it is, and caches nothing', async () => {
    const receiver = await startServer((_request, response) => void response.end());
    const webhook_id = 'stale';
    await client().putWebhook({
      ...demo,
      webhook_id,
      body: {
        ...demo,
        webhook_id,
        event_type: 'task-completed',
        webhook_status: 'active',
        method: 'POST',
        headers: [],
        url: receiver.url,
      },
    });
    annofab.faults.add({ operation: 'webhook', staleReads: 1 });
    await annofab.completeTask(demo.project_id, task.task_id);
    const reads = [await client().getTask(task), await client().getTask(task)];
    expect(reads.map(({ status }) => status === 'complete')).toEqual([false, true]);
  });
});

describe('reading a file', () => {
  const cases: { what: string; fault: Broken; outcome: 'ok' | object }[] = [
    { what: 'a temporary 500', fault: { status: 500, times: 2 }, outcome: 'ok' },
    { what: 'a busy bucket', fault: { status: 503, times: 2 }, outcome: 'ok' },
    { what: 'a dropped connection', fault: { drop: 'before', times: 1 }, outcome: 'ok' },
    { what: 'a connection that is cut within the file', fault: { drop: 'during', times: 1 }, outcome: 'ok' },
    { what: 'a permanent 500', fault: { status: 500 }, outcome: { status: 500, expired: false } },
    { what: 'connections that are always dropped', fault: { drop: 'before' }, outcome: { expired: false } },
    { what: 'connections that are always cut within the file', fault: { drop: 'during' }, outcome: { expired: false } },
    { what: 'an address that has expired', fault: { status: 403 }, outcome: { status: 403, expired: true } },
  ];

  it.each(cases)('handles $what when it reads a file', async ({ fault, outcome }) => {
    await client().postAnnotationArchiveUpdate(demo);
    await annofab.settled();
    const { url = '' } = await client().getAnnotationArchive(demo);
    annofab.faults.add({ operation: 'downloadFile', ...fault });
    const read = client().files.read(url ?? '', { maxBytes: 10_000_000 });
    if (outcome === 'ok') return expect((await read).bytes.length).toBeGreaterThan(100);
    const error = await failureOf(read);
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject(outcome);
    expect(error.message).not.toContain('X-Amz-Signature');
  });
});

describe('an upload', () => {
  it.each<[string, Broken]>([
    ['a temporary 500', { status: 500, times: 2 }],
    ['a busy bucket', { status: 503, times: 2 }],
    ['a dropped connection', { drop: 'before', times: 1 }],
    ['a connection that ends before the answer', { drop: 'unanswered', times: 1 }],
  ])('arrives whole after %s', async (_what, fault) => {
    annofab.faults.add({ operation: 'uploadFile', ...fault });
    const path = await client().files.upload({ ...demo, data: 'content' });
    const stored = [...annofab.state.files.entries()].find(([name]) => path.endsWith(name))?.[1];
    expect(Buffer.from(stored?.bytes ?? []).toString()).toBe('content');
  });

  it.each<[string, Broken, object]>([
    ['a permanent 500', { status: 500 }, { status: 500 }],
    ['connections that are always dropped', { drop: 'before' }, { expired: false }],
  ])('throws a FileError after %s', async (_what, fault, outcome) => {
    annofab.faults.add({ operation: 'uploadFile', ...fault });
    const error = await failureOf(client().files.upload({ ...demo, data: 'content' }));
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject(outcome);
    expect(countOf('createTempPath')).toBe(1);
  });
});
