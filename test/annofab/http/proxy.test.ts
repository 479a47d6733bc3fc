import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startProxy } from '../../support/proxy.ts';
import { createClient, failureOf, sendJson, startServer } from '../support.ts';

const VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];
const task = { project_id: 'p', task_id: 't' };
const path = '/api/v1/projects/p/tasks/t';

beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const startAnnofab = () => startServer((_request, response) => sendJson(response, { task_id: 't' }));

describe('a client behind a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])(
    'sends its requests through the proxy of %s, with its password',
    async (name) => {
      const server = await startAnnofab();
      const proxy = await startProxy(server);
      vi.stubEnv(name, proxy.url);
      expect(await createClient({ url: 'http://annofab.test' }).getTask(task)).toEqual({ task_id: 't' });
      expect(proxy.log).toEqual([`GET http://annofab.test${path}`]);
      expect(proxy.credentials).toEqual([`Basic ${Buffer.from('user:secret').toString('base64')}`]);
      expect(server.requests[0]?.headers.host).toBe('annofab.test');
    },
  );

  it('opens a tunnel to an HTTPS server, and names the variable when the proxy refuses it', async () => {
    const proxy = await startProxy();
    vi.stubEnv('HTTPS_PROXY', proxy.url);
    const error = await failureOf(createClient({ url: 'https://annofab.test' }).getTask(task));
    expect(proxy.log[0]).toBe('CONNECT annofab.test:443');
    expect(error).toMatchObject({ name: 'ConnectionError', maybeCarriedOut: false });
    expect(error.message).toContain(
      'https://annofab.test cannot be reached (the proxy answered with 407). HTTPS_PROXY is set to a proxy.',
    );
    expect(error.message).not.toContain('secret');
  });

  it.each(['annofab.test', '.test', '*', 'other.test, annofab.test:80'])(
    'does not use the proxy for a host of NO_PROXY=%s',
    async (hosts) => {
      const proxy = await startProxy(await startAnnofab());
      vi.stubEnv('HTTP_PROXY', proxy.url);
      vi.stubEnv('NO_PROXY', hosts);
      const error = await failureOf(createClient({ url: 'http://annofab.test' }).getTask(task, { timeoutMs: 5_000 }));
      expect(error.message).toMatch(/cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/);
      expect(proxy.log).toEqual([]);
    },
  );

  it('does not use the proxy for this machine, where the emulator is', async () => {
    const server = await startAnnofab();
    const proxy = await startProxy(server);
    vi.stubEnv('HTTP_PROXY', proxy.url);
    await createClient(server).getTask(task);
    expect(proxy.log).toEqual([]);
    expect(server.log).toEqual([`GET ${path}`]);
  });

  it('reads files through the proxy', async () => {
    const proxy = await startProxy(await startServer((_request, response) => void response.end('content')));
    vi.stubEnv('HTTP_PROXY', proxy.url);
    const { files } = createClient({ url: 'http://annofab.test' });
    const { bytes } = await files.read('http://files.test/mask', { maxBytes: 100 });
    expect(bytes.toString()).toBe('content');
    expect(proxy.log).toEqual(['GET http://files.test/mask']);
  });
});
