import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportedTask } from '../../lib/automations/export-task/export-task.ts';
import { type Chat, parseChatAddress, postMessage } from '../../lib/automations/notify-task-completed/chat.ts';
import { notifyTaskCompleted } from '../../lib/automations/notify-task-completed/notify-task-completed.ts';
import { chat } from '../../lib/lambda/services/chat.ts';
import { NonRetryableError, RetryLater } from '../../lib/runtime/outcomes.ts';
import { listen } from '../../local/listen.ts';
import { useWorld, type World } from './support/world.ts';

const COMPLETED_AT = '2026-01-31T10:00:00.000+09:00';
const event = {
  event_type: 'task-completed',
  project_id: 'demo-project',
  task_id: 'task-3',
  complete_datetime: COMPLETED_AT,
} as const;
const exported: ExportedTask = {
  ...{ version: '20260131T100000.000Z', completedAt: COMPLETED_AT, annotationCount: 15, files: 3, bytes: 1_000 },
  prefix: 'projects/demo-project/tasks/task-3/versions/20260131T100000.000Z/',
};

let world: World;
useWorld((made) => {
  world = made;
});

/** The chat: what it got, and how it answers. */
const posts: { headers: IncomingHttpHeaders; body: unknown }[] = [];
let answer: (response: ServerResponse) => void;
let url: string;
const signal = new AbortController().signal;

beforeEach(async () => {
  posts.length = 0;
  answer = (response) => response.end('ok');
  const server = createServer(async (request, response) => {
    posts.push({ headers: request.headers, body: await json(request) });
    answer(response);
  });
  url = `http://127.0.0.1:${await listen(server)}/hook`;
  return () => {
    server.closeAllConnections();
    server.close();
  };
});

function contextAt(now: string, over: { chat: Chat | undefined }) {
  return { ...world.event<'task-completed'>(event, { now: () => Date.parse(now) }), ...over };
}

const chatOf = (format: Chat['format']): Chat => ({
  format,
  post: (message, signal) => postMessage({ url }, message, signal),
});

describe('notifyTaskCompleted', () => {
  it('posts a text with a link for Slack', async () => {
    await notifyTaskCompleted(contextAt('2026-01-31T10:01:00+09:00', { chat: chatOf('slack') }), exported);
    const link = 'https://annofab.com/projects/demo-project/tasks/task-3/editor';
    expect(posts.map(({ body }) => body)).toEqual([
      { text: `Task <${link}|task-3> of project demo-project is completed: 15 annotations.` },
    ]);
  });

  it('posts ids and numbers as JSON for a program', async () => {
    await notifyTaskCompleted(contextAt('2026-01-31T10:01:00+09:00', { chat: chatOf('json') }), exported);
    expect(posts.map(({ body }) => body)).toEqual([
      {
        event_type: 'task-completed',
        project_id: 'demo-project',
        task_id: 'task-3',
        version: exported.version,
        prefix: exported.prefix,
        completed_at: COMPLETED_AT,
        annotation_count: 15,
        url: 'https://annofab.com/projects/demo-project/tasks/task-3/editor',
      },
    ]);
  });

  it('posts nothing while messages are switched off, or for a task that was completed more than a day ago', async () => {
    await notifyTaskCompleted(contextAt('2026-01-31T10:01:00+09:00', { chat: undefined }), exported);
    await notifyTaskCompleted(contextAt('2026-02-01T10:01:00+09:00', { chat: chatOf('slack') }), exported);
    expect(posts).toEqual([]);
    expect(world.logged.map(({ message }) => message)).toEqual([expect.stringContaining('Chat message left out')]);
  });

  it('posts through ctx.once, so that a repeated delivery does not post again', async () => {
    const names: string[] = [];
    const ctx = contextAt('2026-01-31T10:01:00+09:00', { chat: chatOf('slack') });
    await notifyTaskCompleted({ ...ctx, once: async (name) => void names.push(name) }, exported);
    expect(names).toEqual(['chat']);
    expect(posts).toEqual([]);
  });
});

describe('a post to the chat', () => {
  const failure = (o: { signal?: AbortSignal } = {}) =>
    postMessage({ url }, { text: 'x' }, o.signal ?? signal).then(
      () => undefined,
      (error: unknown) => error,
    );
  const status = (code: number, headers = {}) => {
    answer = (response) => response.writeHead(code, headers).end();
  };

  it('has the authorization of the secret, if there is one', async () => {
    await postMessage({ url, authorization: 'Bearer t' }, { text: 'x' }, signal);
    expect(posts[0]?.headers).toMatchObject({ authorization: 'Bearer t', 'content-type': 'application/json' });
  });

  it.each([
    [{ 'retry-after': '17' }, 17],
    [{ 'retry-after': '0' }, 1],
    [{}, 60],
  ])('is deferred for as long as a 429 says: %j', async (headers, seconds) => {
    status(429, headers);
    const error = await failure();
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ seconds, counter: 'chat' });
  });

  it.each([500, 503, 408])('is deferred when the chat answers %i', async (code) => {
    status(code);
    expect(await failure()).toMatchObject({ name: 'RetryLater', reason: `the chat answered with status ${code}` });
  });

  it.each([404, 410, 403, 400, 302])('is not repeated when the chat answers %i', async (code) => {
    status(code, { location: 'https://example.com' });
    const error = await failure();
    expect(error).toBeInstanceOf(NonRetryableError);
    expect(error).toMatchObject({ reason: expect.stringContaining(`with status ${code}: correct the address`) });
    expect(posts).toHaveLength(1);
  });

  it('is deferred when the chat cuts the connection, and the reason does not have its address', async () => {
    answer = (response) => response.destroy();
    const error = await failure();
    expect(error).toMatchObject({ name: 'RetryLater', reason: 'the chat did not answer' });
    expect(String(error)).not.toContain(url);
  });

  it('ends with the invocation, which is not the failure of the chat', async () => {
    const ending = new AbortController();
    answer = () => ending.abort(new Error('the invocation ends'));
    expect(await failure({ signal: ending.signal })).toEqual(new Error('the invocation ends'));
  });

  it('is deferred when the chat does not answer in time', async () => {
    answer = () => undefined;
    expect(await failure()).toMatchObject({ name: 'RetryLater', reason: 'the chat did not answer' });
  });
});

describe('the address of the chat', () => {
  it.each([
    [{ url: 'http://hooks.example.com/x' }, 'url must be an https address'],
    [{ url: 'https://hooks.example.com/x', authorization: 'a\nb' }, 'authorization must be printable ASCII characters'],
    [{ url: 'https://hooks.example.com/x', chanel: '#a' }, /chanel/],
    ['https://hooks.example.com/x', /must be/],
  ])('is refused without being repeated: %j', (secret, problem) => {
    expect(() => parseChatAddress(secret)).toThrow(problem);
    expect(() => parseChatAddress(secret)).not.toThrow('hooks.example.com');
  });
});

describe('the service of the chat', () => {
  let before: NodeJS.ProcessEnv;
  beforeEach(() => {
    before = process.env;
    process.env = { ...before, ...world.aws.env };
  });
  afterEach(() => {
    process.env = before;
  });

  it('is none while messages are switched off', () => {
    expect(chat.create({})).toBeUndefined();
  });

  it('reads a refused address again, which may have been replaced', async () => {
    world.aws.secrets.put('team/chat', { url: `${url}/old` });
    const service = chat.create({ CHAT_FORMAT: 'slack', CHAT_SECRET_ID: 'team/chat', AWS_TIMEOUT_MS: '60000' });
    await service?.post({ text: 'first' }, signal);
    world.aws.secrets.put('team/chat', { url });
    const statuses = [404, 200];
    answer = (response) => response.writeHead(statuses.shift() ?? 500).end();
    await service?.post({ text: 'second' }, signal);
    expect(posts.map(({ body }) => body)).toEqual([{ text: 'first' }, { text: 'second' }, { text: 'second' }]);
  });

  it('reads a refused authorization again, which may have been replaced while the address stayed', async () => {
    world.aws.secrets.put('team/chat', { url, authorization: 'Bearer old' });
    const service = chat.create({ CHAT_FORMAT: 'json', CHAT_SECRET_ID: 'team/chat', AWS_TIMEOUT_MS: '60000' });
    await service?.post({ text: 'first' }, signal);
    world.aws.secrets.put('team/chat', { url, authorization: 'Bearer new' });
    const statuses = [401, 200];
    answer = (response) => response.writeHead(statuses.shift() ?? 500).end();
    await service?.post({ text: 'second' }, signal);
    expect(posts.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer old', 'Bearer new']);
  });

  it('posts a refused message once when nothing was replaced', async () => {
    world.aws.secrets.put('team/chat', { url, authorization: 'Bearer same' });
    const service = chat.create({ CHAT_FORMAT: 'json', CHAT_SECRET_ID: 'team/chat', AWS_TIMEOUT_MS: '60000' });
    answer = (response) => response.writeHead(403).end();
    await expect(service?.post({ text: 'refused' }, signal)).rejects.toThrow(NonRetryableError);
    expect(posts).toHaveLength(1);
  });
});
