import { createServer, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Agent } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ConflictError,
  ConnectionError,
  RetryLaterError,
  ServerError,
  TimeoutError,
} from '../../../lib/annofab/index.ts';
import { listen } from '../../../local/listen.ts';
import {
  closedPort,
  createClient,
  createTestClock,
  failureOf,
  gate,
  type Responder,
  sendError,
  sendJson,
  startServer,
} from '../support.ts';

const ids = { project_id: 'p', task_id: 't' };
const unsafe = {
  ...ids,
  body: { status: 'complete', last_updated_datetime: '2026-01-15T12:00:00.000+09:00' },
} as const;

/** The given answers first, then success. */
function first(...answers: Responder[]): Responder {
  return (request, response, count) =>
    (answers[count - 1] ?? ((_r, res) => sendJson(res, { ok: true })))(request, response, count);
}

const drop: Responder = (_request, response) => void response.socket?.destroy();
const refuse =
  (status: number, headers: Record<string, string> = {}): Responder =>
  (_request, response) =>
    sendError(response, status, 'X', headers);
const breakOff: Responder = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"task_id":');
  response.flushHeaders();
  setImmediate(() => response.socket?.destroy());
};

describe('a connection that drops before the response', () => {
  it('retries a safe operation after a dropped connection', async () => {
    const server = await startServer(first(drop, drop));
    expect(await createClient(server).getTask(ids)).toEqual({ ok: true });
    expect(server.log).toHaveLength(3);
  });

  it('does not retry an unsafe operation after a dropped connection, since it may have been carried out', async () => {
    const server = await startServer(first(drop));
    const error = await failureOf(createClient(server).operateTask(unsafe));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ operation: 'operateTask', maybeCarriedOut: true });
    expect(error.message).toMatch(/operateTask \(project_id p, task_id t\).*read back/);
    expect(server.log).toHaveLength(1);
  });

  it('throws a ConnectionError after a few dropped connections', async () => {
    const server = await startServer(drop);
    const error = await failureOf(createClient(server).getTask(ids));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ maybeCarriedOut: false });
    expect(server.log).toHaveLength(4);
  });
});

describe('a response that is cut', () => {
  it('retries a safe operation after a response that was cut', async () => {
    const server = await startServer(first(breakOff));
    expect(await createClient(server).getTask(ids)).toEqual({ ok: true });
  });

  it('throws an error after an unsafe operation whose response was cut', async () => {
    const server = await startServer(first(breakOff));
    expect(await failureOf(createClient(server).operateTask(unsafe))).toBeInstanceOf(ConnectionError);
    expect(server.log).toHaveLength(1);
  });
});

describe('a server that refuses connections', () => {
  it('retries an unsafe operation after a refused connection, since nothing was sent', async () => {
    const clock = createTestClock();
    const annofab = createClient({ url: `http://127.0.0.1:${await closedPort()}` }, { clock });
    const error = await failureOf(annofab.operateTask(unsafe));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ maybeCarriedOut: false });
    expect(error.message).toMatch(/ECONNREFUSED/);
    expect(clock.sleeps).toHaveLength(3);
  });
});

describe('a server that cannot be reached', () => {
  it('throws immediately after a permanent connection failure, with maybeCarriedOut false', async () => {
    const server = await startServer(first());
    const annofab = createClient({ url: server.url.replace('http:', 'https:') });
    const error = await failureOf(annofab.operateTask(unsafe));
    expect(error).toMatchObject({ name: 'ConnectionError', maybeCarriedOut: false });
    expect(error.message).toMatch(/https:\/\/127\.0\.0\.1:\d+ cannot be reached \(\w+\)\.$/);
  });

  it('throws immediately when the agent is closed', async () => {
    const server = await startServer(first());
    const dispatcher = new Agent();
    await dispatcher.close();
    const error = await failureOf(createClient(server, { dispatcher }).operateTask(unsafe));
    expect(error).toMatchObject({ name: 'ConnectionError', maybeCarriedOut: false });
    expect(server.log).toEqual([]);
  });

  it('retries an unsafe operation when the server closes the connection before anything was sent', async () => {
    const calls: Socket[] = [];
    const server = createServer((socket) => calls.push(socket.resetAndDestroy()));
    const port = await listen(server);
    onTestFinished(() => void server.close());
    const url = `https://127.0.0.1:${port}`;
    const error = await failureOf(createClient({ url }).operateTask(unsafe));
    expect(error).toMatchObject({ name: 'ConnectionError', maybeCarriedOut: false });
    expect(calls).toHaveLength(4);
  });
});

describe('a 5xx response', () => {
  it.each([500, 502, 504])('retries a safe operation after a temporary failure: %i', async (status) => {
    const clock = createTestClock({ random: 0.5 });
    const server = await startServer(first(refuse(status), refuse(status)));
    expect(await createClient(server, { clock }).getTask(ids)).toEqual({ ok: true });
    expect(clock.sleeps).toEqual([150, 300]);
  });

  it('does not retry an unsafe operation after a 5xx response', async () => {
    const server = await startServer(refuse(500));
    const error = await failureOf(createClient(server).operateTask(unsafe));
    expect(error).toBeInstanceOf(ServerError);
    expect(server.log).toHaveLength(1);
  });

  it('throws the error of the last status when the retries are used up', async () => {
    const server = await startServer(refuse(502));
    const error = await failureOf(createClient(server).getTask(ids));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 502, operation: 'getTask' });
    expect(server.log).toHaveLength(4);
  });

  it('does not retry a request that was refused permanently', async () => {
    const server = await startServer(refuse(409));
    expect(await failureOf(createClient(server).getTask(ids))).toBeInstanceOf(ConflictError);
    expect(server.log).toHaveLength(1);
  });
});

describe('a 429 or 503 response', () => {
  it.each([
    ['429', 429, 'rate-limited', 300],
    ['503', 503, 'maintenance', 900],
  ])('throws RetryLaterError after %s without Retry-After', async (_name, status, reason, seconds) => {
    const server = await startServer(refuse(status));
    const error = await failureOf(createClient(server).getTask(ids));
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error).toMatchObject({ status, reason, seconds, operation: 'getTask' });
    expect(server.log).toHaveLength(1);
  });

  it('takes the seconds of RetryLaterError from the options where there is no Retry-After', async () => {
    const server = await startServer((request, response) =>
      sendError(response, request.url.endsWith('/t') ? 429 : 503),
    );
    const annofab = createClient(server, { rateLimitedSeconds: 7_000, maintenanceSeconds: 8_000 });
    expect(await failureOf(annofab.getTask(ids))).toMatchObject({ seconds: 7_000 });
    expect(await failureOf(annofab.getMyAccount())).toMatchObject({ seconds: 8_000 });
  });

  it('waits out a short Retry-After, never less, also for an unsafe operation', async () => {
    const clock = createTestClock({ random: 0.9 });
    const server = await startServer(first(refuse(429, { 'retry-after': '2' }), refuse(503, { 'retry-after': '1' })));
    expect(await createClient(server, { clock }).operateTask(unsafe)).toEqual({ ok: true });
    expect(server.log).toHaveLength(3);
    expect(clock.sleeps).toHaveLength(2);
    expect(clock.sleeps[0]).toBeGreaterThanOrEqual(2_000);
    expect(clock.sleeps[1]).toBeGreaterThanOrEqual(1_000);
  });

  it('throws RetryLaterError when Retry-After is longer than maxWaitMs', async () => {
    const clock = createTestClock();
    const server = await startServer(refuse(429, { 'retry-after': '3' }));
    const error = await failureOf(createClient(server, { clock, maxWaitMs: 2_000 }).getTask(ids));
    expect(error).toMatchObject({ name: 'RetryLaterError', seconds: 3, reason: 'rate-limited' });
    expect(clock.sleeps).toEqual([]);
  });

  it('counts all waits of a request towards maxWaitMs', async () => {
    const clock = createTestClock({ random: 0 });
    const server = await startServer(refuse(429, { 'retry-after': '1' }));
    const error = await failureOf(createClient(server, { clock, maxWaitMs: 2_500 }).getTask(ids));
    expect(error).toMatchObject({ name: 'RetryLaterError', seconds: 1 });
    expect(clock.sleeps).toEqual([1_000, 1_000]);
  });

  it('counts the waits of signing in towards maxWaitMs', async () => {
    const clock = createTestClock({ random: 0 });
    const server = await startServer((request, response, count) => {
      if (count === 1) return sendError(response, 429, 'X', { 'retry-after': '2' });
      if (request.url.endsWith('/login')) {
        return sendJson(response, { token: { id_token: 'i', access_token: 'a', refresh_token: 'r' } });
      }
      sendError(response, 429, 'X', { 'retry-after': '1' });
    });
    const credentials = { user_id: 'u', password: 'pass-word' };
    const error = await failureOf(createClient(server, { clock, credentials, maxWaitMs: 2_500 }).getTask(ids));
    expect(error).toMatchObject({ name: 'RetryLaterError', operation: 'getTask' });
    expect(clock.sleeps).toEqual([2_000]);
  });

  it('measures a Retry-After date by the clock of the server', async () => {
    const clock = createTestClock({ random: 0 });
    const headers = { date: 'Mon, 05 Jan 2026 00:00:00 GMT', 'retry-after': 'Mon, 05 Jan 2026 00:00:04 GMT' };
    const server = await startServer(first(refuse(429, headers)));
    await createClient(server, { clock }).getTask(ids);
    expect(clock.sleeps).toEqual([4_000]);
  });
});

describe('the deadline', () => {
  it('the deadline ends a request whose body never ends', async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"list":[');
    });
    const annofab = createClient(server, { clock: undefined, timeoutMs: 100 });
    const error = await failureOf(annofab.getTasks({ project_id: 'p' }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ operation: 'getTasks', timeoutMs: 100 });
    expect(error.message).toMatch(/getTasks \(project_id p\).*100 ms/);
  });

  it('the deadline ends a request that is never answered', async () => {
    const arrived = gate();
    const clock = createTestClock();
    const server = await startServer(() => arrived.open());
    const error = failureOf(createClient(server, { clock, timeoutMs: 60_000 }).getTask(ids));
    await arrived.opened;
    clock.advance(60_000);
    expect(await error).toBeInstanceOf(TimeoutError);
    expect((await error).message).toMatch(/within 60000 ms\.$/);
  });

  it('the TimeoutError of an unsafe operation says that it may have been carried out', async () => {
    const arrived = gate();
    const clock = createTestClock();
    const server = await startServer(() => arrived.open());
    const error = failureOf(createClient(server, { clock }).operateTask(unsafe));
    await arrived.opened;
    clock.advance(60_000);
    expect((await error).message).toMatch(/within 60000 ms\. It may have been carried out all the same: read back/);
  });

  it('the deadline covers the wait for a connection, and a request that it ends there is never sent', async () => {
    const [first, answered] = [gate(), gate()];
    const server = await startServer(async (_request, response) => {
      first.open();
      await answered.opened;
      sendJson(response, { ok: true });
    });
    const dispatcher = new Agent({ connections: 1 });
    onTestFinished(() => dispatcher.close());
    const clock = createTestClock();
    const annofab = createClient(server, { clock, dispatcher });
    const answer = annofab.getTask(ids);
    await first.opened;
    const error = failureOf(annofab.operateTask(unsafe, { timeoutMs: 1_000 }));
    await nextTurn(); // Until it stands in the queue.
    clock.advance(1_000);
    expect(await error).toBeInstanceOf(TimeoutError);
    answered.open();
    expect(await answer).toEqual({ ok: true });
    expect(await annofab.getTask(ids)).toEqual({ ok: true });
    expect(server.log).toEqual(['GET /api/v1/projects/p/tasks/t', 'GET /api/v1/projects/p/tasks/t']);
  });

  it('sends no more requests at the same time than `connections` allows', async () => {
    let [underWay, most] = [0, 0];
    const server = await startServer(async (_request, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      while (most < 2) await nextTurn();
      sendJson(response, { ok: true });
      underWay -= 1;
    });
    const annofab = createClient(server, { connections: 2 });
    await Promise.all(Array.from({ length: 6 }, () => annofab.getTask(ids)));
    expect(most).toBe(2);
    expect(() => createClient(server, { connections: 0 })).toThrow('connections');
  });

  it('the deadline covers all attempts, and no attempt begins that it would cut off', async () => {
    const clock = createTestClock();
    const server = await startServer((_request, response) => {
      clock.advance(400);
      response.socket?.destroy();
    });
    const error = await failureOf(createClient(server, { clock, timeoutMs: 1_000 }).getTask(ids));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(server.log).toHaveLength(2);
  });

  it('the deadline covers signing in', async () => {
    const arrived = gate();
    const clock = createTestClock();
    const server = await startServer(() => arrived.open());
    const credentials = { user_id: 'u', password: 'pass-word' };
    const annofab = createClient(server, { clock, credentials });
    const error = failureOf(annofab.getTask(ids, { timeoutMs: 1_000 }));
    await arrived.opened;
    clock.advance(1_000);
    expect(await error).toMatchObject({ name: 'TimeoutError', operation: 'getTask' });
  });

  it('the deadline covers a secret store that does not respond', async () => {
    const asked = gate();
    const clock = createTestClock();
    const credentials = () => {
      asked.open();
      return new Promise<never>(() => {});
    };
    const error = failureOf(createClient({ url: 'http://127.0.0.1:1' }, { clock, credentials }).getTask(ids));
    await asked.opened;
    clock.advance(60_000);
    expect(await error).toBeInstanceOf(TimeoutError);
  });

  it('uses the timeoutMs of the request where it has one', async () => {
    const arrived = gate();
    const clock = createTestClock();
    const server = await startServer(() => arrived.open());
    const error = failureOf(createClient(server, { clock }).getTask(ids, { timeoutMs: 5 }));
    await arrived.opened;
    clock.advance(5);
    expect(await error).toMatchObject({ timeoutMs: 5 });
  });
});

describe('a caller that aborts', () => {
  it('rejects with the reason of a signal that aborted before anything was sent', async () => {
    const server = await startServer(first());
    const error = await failureOf(
      createClient(server).getTask(ids, { signal: AbortSignal.abort(new Error('changed my mind')) }),
    );
    expect(error.message).toBe('changed my mind');
    expect(server.log).toEqual([]);
  });

  it('rejects with the reason of the signal while it waits for the response', async () => {
    const arrived = gate();
    const server = await startServer(() => arrived.open());
    const caller = new AbortController();
    const error = failureOf(createClient(server).getTask(ids, { signal: caller.signal }));
    await arrived.opened;
    caller.abort(new Error('changed my mind'));
    expect((await error).message).toBe('changed my mind');
  });

  it('rejects with the reason of the signal while it waits for a retry', async () => {
    const caller = new AbortController();
    const server = await startServer((_request, response) => {
      response.once('close', () => setImmediate(() => caller.abort(new Error('changed my mind'))));
      sendError(response, 429, 'X', { 'retry-after': '20' });
    });
    const annofab = createClient(server, { clock: undefined });
    const error = await failureOf(annofab.getTask(ids, { signal: caller.signal }));
    expect(error.message).toBe('changed my mind');
    expect(server.log).toHaveLength(1);
  });

  it('leaves no listener on the signal when a request is done', async () => {
    const server = await startServer(first(refuse(500)));
    const { signal } = new AbortController();
    let listening = 0;
    for (const [name, step] of [
      ['addEventListener', 1],
      ['removeEventListener', -1],
    ] as const) {
      const original = signal[name].bind(signal);
      signal[name] = (type: string, listener: () => void) => {
        listening += step;
        original(type, listener);
      };
    }
    await createClient(server).getTask(ids, { signal });
    expect(listening).toBe(0);
  });
});
