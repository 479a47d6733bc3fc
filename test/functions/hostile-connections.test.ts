import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/receive-webhook.ts';
import { startHttpGateway } from '../../local/lambda/http-gateway.ts';
import { readServerlessFile } from '../../local/lambda/serverless-file/serverless-file.ts';
import { captureOutput, lambdaContext } from '../lambda/support.ts';
import { JUST_AFTER, taskCompleted } from '../webhooks/events.ts';
import { MASTER_SECRET, webhookSecrets } from './hostile/call.ts';
import { hostileCalls } from './hostile/hostile-calls.ts';
import { exchange, openConnection, requestBytes } from './hostile/raw-http.ts';
import { type Surroundings, startSurroundings } from './hostile/receiver.ts';
import { requests, seed } from './hostile/run.ts';
import { createTally } from './hostile/tally.ts';

/** A twentieth of what the function itself gets. */
const requestsOverHttp = Math.ceil(requests / 20);

let surroundings: Surroundings;
let gateway: Awaited<ReturnType<typeof startHttpGateway>>;
let port: number;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: JUST_AFTER });
  surroundings = await startSurroundings();
  const { functions } = await readServerlessFile('serverless.yml', { stage: 'test', region: 'ap-northeast-1' });
  const invoke = async (_name: string, event: unknown) => handler(JSON.parse(JSON.stringify(event)), lambdaContext());
  gateway = await startHttpGateway({ port: 0, functions, invoke });
  port = Number(new URL(gateway.url).port);
});

afterAll(async () => {
  vi.useRealTimers();
  await gateway.stop();
  await surroundings.stop();
});

beforeEach(() => void captureOutput());

describe('whatever comes over a connection', () => {
  const tally = createTally();

  afterAll(() => {
    vi.restoreAllMocks();
    process.stdout.write(`Over HTTP, seed ${seed}: ${tally}\n`);
  });

  it(`is answered, and has no effect without the secret: ${requestsOverHttp} requests of seed ${seed}`, {
    timeout: 300_000 + requestsOverHttp * 200,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(hostileCalls, async ({ call }) => {
        const bytes = requestBytes(call);
        const statuses = await exchange(port, [bytes]);
        tally.count(statuses.join() || 'closed');
        expect(statuses.filter((status) => status >= 500)).toEqual([]);
        const queued = statuses.includes(202) ? await surroundings.takeQueued() : [];
        for (const { event } of queued) expect(hasSecretOf(bytes, event.project_id)).toBe(true);
      }),
      { numRuns: requestsOverHttp, seed },
    );
    expect(await surroundings.takeQueued()).toEqual([]);
    expect([202, 400, 401, 404, 413, 415].filter((status) => tally.of(`${status}`) === 0)).toEqual([]);
  });
});

/** In a header's line of its own. HTTP itself takes the blanks from its ends. */
function hasSecretOf(bytes: Buffer, projectId: string): boolean {
  const lines = bytes.toString('latin1').split('\r\n');
  const given = lines.flatMap((line) => /^x-webhook-secret:[ \t]*(.*?)[ \t]*$/i.exec(line)?.[1] ?? []);
  return webhookSecrets.some(
    ({ secret, project_id = projectId }) => given.includes(secret) && project_id === projectId,
  );
}

const event = { ...taskCompleted, task_id: 'over-connections' };
const body = JSON.stringify(event);
const length = `content-length: ${body.length}`;
const PATH = '/webhooks/annofab/task-completed';
const usual = [
  `POST ${PATH} HTTP/1.1`,
  'host: localhost',
  'connection: close',
  'content-type: application/json',
  `x-webhook-secret: ${MASTER_SECRET}`,
];
const withoutSecret = usual.slice(0, -1);

function head(...lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** The right request, but for its first line. */
const to = (line: string) => `${head(line, ...usual.slice(1), length)}${body}`;
/** The right request with more lines in its head. */
const withLines = (...lines: string[]) => `${head(...usual, ...lines, length)}${body}`;
const chunked = (...pieces: string[]) => head(...usual, 'transfer-encoding: chunked') + pieces.join('');
const hex = (text: string) => text.length.toString(16);

describe('a connection', () => {
  it.each<[string, readonly number[][], ...(string | Uint8Array)[]]>([
    ['says nothing of HTTP', [[400]], 'hello\r\n\r\n'],
    ['greets for TLS', [[400]], Buffer.from('16030100a5010000a10303', 'hex')],
    ['greets for HTTP/2', [[400]], 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['speaks HTTP/0.9', [[400], [401]], `POST ${PATH}\r\n\r\n`],
    ['speaks a version that there is not', [[400]], to(`POST ${PATH} HTTP/9.9`)],
    ['names no host', [[400]], `${head(...usual.filter((line) => line !== 'host: localhost'), length)}${body}`],
    ['tells two lengths', [[400]], withLines('content-length: 5')],
    ['tells a length and sends chunks', [[400]], withLines('transfer-encoding: chunked')],
    ['tells a length below nothing', [[400]], head(...usual, 'content-length: -1')],
    ['tells a length that is no number', [[400]], head(...usual, 'content-length: 1e3')],
    ['tells a length beyond all numbers', [[400], [413]], head(...usual, `content-length: ${'9'.repeat(30)}`)],
    ['sends its body in chunks', [[202]], chunked(`${hex(body)}\r\n${body}\r\n0\r\n\r\n`)],
    [
      'sends its body in chunks of one letter',
      [[202]],
      chunked(...[...body].map((letter) => `1\r\n${letter}\r\n`), '0\r\n\r\n'),
    ],
    ['sends chunks without a length', [[400]], chunked(`zz\r\n${body}\r\n0\r\n\r\n`)],
    ['sends chunks of a length beyond all numbers', [[400]], chunked(`${'f'.repeat(30)}\r\n${body}\r\n0\r\n\r\n`)],
    [
      'sends the secret after its chunks',
      [[401]],
      `${head(...withoutSecret, 'transfer-encoding: chunked', 'trailer: x-webhook-secret')}${hex(body)}\r\n${body}\r\n0\r\nx-webhook-secret: ${MASTER_SECRET}\r\n\r\n`,
    ],
    ['sends its secret twice', [[401]], withLines(`x-webhook-secret: ${MASTER_SECRET}`)],
    [
      'sends blanks around its secret',
      [[202]],
      `${head(...withoutSecret, `x-webhook-secret: \t ${MASTER_SECRET}\t `, length)}${body}`,
    ],
    [
      'writes its secret on two lines',
      [[400], [401]],
      `${head(...withoutSecret, `x-webhook-secret:\r\n ${MASTER_SECRET}`, length)}${body}`,
    ],
    ['writes a header without a name', [[400]], withLines(': a')],
    ['writes a header without a colon', [[400]], withLines('a')],
    ['writes a blank before a colon', [[400]], withLines('a : a')],
    ['writes a NUL in a header', [[400]], withLines('a: \0')],
    ['writes line feeds alone', [[400], [202]], to(`POST ${PATH} HTTP/1.1`).replaceAll('\r\n', '\n')],
    ['writes a header of a megabyte', [[431], []], withLines(`a: ${'a'.repeat(1_000_000)}`)],
    ['writes a hundred thousand headers', [[431], []], withLines('a: a\r\n'.repeat(100_000).trimEnd())],
    ['asks for a path of a megabyte', [[431], []], to(`POST /${'a'.repeat(1_000_000)} HTTP/1.1`)],
    ['has a percent sign in its path', [[400]], to(`POST ${PATH}% HTTP/1.1`)],
    ['has no UTF-8 in its path', [[400], [404]], to(`POST ${PATH}%ff HTTP/1.1`)],
    ['has a NUL in its path', [[404]], to(`POST ${PATH}%00 HTTP/1.1`)],
    ['has its event written in percents', [[202]], to('POST /webhooks/annofab/%74ask-completed HTTP/1.1')],
    ['goes up in its path', [[404]], to('POST /webhooks/annofab/../annofab/task-completed HTTP/1.1')],
    ['goes up in its path, in percents', [[404]], to('POST /webhooks/annofab/%2e%2e%2ftask-completed HTTP/1.1')],
    ['has two slashes in its path', [[404]], to('POST //webhooks/annofab/task-completed HTTP/1.1')],
    ['asks for no path', [[404], [400]], to('OPTIONS * HTTP/1.1')],
    ['asks for another path', [[404]], to('POST /__lambda/none HTTP/1.1')],
    ['asks by another method', [[404]], to(`DELETE ${PATH} HTTP/1.1`)],
    ['asks by a method that there is not', [[400]], to(`HACK ${PATH} HTTP/1.1`)],
    ['wants a tunnel', [[400], [404], []], to('CONNECT localhost:22 HTTP/1.1')],
    ['asks as of a proxy', [[404], [400]], to('POST http://example.com/ HTTP/1.1')],
    ['waits for leave to go on', [[100, 202]], withLines('expect: 100-continue')],
    ['expects what nobody gives', [[417]], withLines('expect: everything')],
    ['wants to speak something else', [[202], [400]], withLines('upgrade: websocket', 'connection: upgrade')],
    ['says that its body is packed', [[202]], withLines('content-encoding: gzip')],
    [
      'has a body of more than API Gateway takes',
      [[413], []],
      head(...usual, 'content-length: 11000000'),
      Buffer.alloc(11_000_000, ' '),
    ],
    [
      'sends two requests at once',
      [[202, 401]],
      withLines().replace('close', 'keep-alive'),
      `${head(...withoutSecret, length)}${body}`,
    ],
  ])('that %s gets an answer that fits', async (_what, expected, ...pieces) => {
    expect(expected).toContainEqual(await exchange(port, pieces));
  });

  it('that stops in the middle keeps nobody waiting, and nothing of it is left', async () => {
    const halves = [
      `POST ${PATH}`,
      `${usual.join('\r\n')}\r\n`,
      head(...usual, length),
      `${head(...usual, length)}${body.slice(0, -1)}`,
      chunked(`${hex(body)}\r\n${body}`),
    ];
    const stopped = halves.flatMap((half) => Array.from({ length: 40 }, () => openConnection(port, [half])));
    const known = await surroundings.ledgerKeys();
    const other = JSON.stringify({ ...taskCompleted, task_id: 'in-between' });
    expect(await exchange(port, [`${head(...usual, `content-length: ${other.length}`)}${other}`])).toEqual([202]);
    for (const { close } of stopped) close();
    expect(await Promise.all(stopped.map(({ statuses }) => statuses))).toEqual(stopped.map(() => []));
    expect((await surroundings.ledgerKeys()).size).toBe(known.size + 1);
  });

  it('that did whatever it did has left nothing but the events of right requests', async () => {
    const events = (await surroundings.takeQueued()).map(({ event }) => event);
    expect(events).toEqual([event, { ...taskCompleted, task_id: 'in-between' }]);
  });
});
