import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { httpFetch } from '../../cli/deployment/http-fetch.ts';
import { startAnnofabEmulator } from '../../local/annofab/index.ts';
import { LOOPBACK, listen } from '../../local/listen.ts';
import { localNames } from '../../local/names.ts';
import { startProxy } from '../support/proxy.ts';

const cwd = join(import.meta.dirname, '..', '..');

function command(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<string> {
  const env = { PATH: process.env['PATH'], ...variables };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env }, (_error, out, err) => resolve(out + err));
  });
}

it('annofab-functions webhooks reaches Annofab through the proxy of the environment', async () => {
  await using annofab = await startAnnofabEmulator({ controlHosts: ['annofab.test'] });
  const proxy = await startProxy(annofab);
  const args = [
    'cli/annofab-functions.js',
    'webhooks',
    'list',
    '--project',
    localNames.project,
    '--endpoint',
    'http://annofab.test',
    '--json',
  ];
  const output = await command(args, { HTTP_PROXY: proxy.url, ANNOFAB_PAT: localNames.personalAccessToken });
  expect(JSON.parse(output)).toBeDefined();
  expect(proxy.log).toContain(`GET http://annofab.test/api/v1/projects/${localNames.project}/webhooks`);
});

it('annofab-functions deliveries reaches AWS through the proxy of the environment', async () => {
  const proxy = await startProxy();
  const credentials = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_EC2_METADATA_DISABLED: 'true' };
  await command(['cli/annofab-functions.js', 'deliveries', 'list', '--stage', 'dev', '--region', 'ap-northeast-1'], {
    HTTPS_PROXY: proxy.url,
    ...credentials,
  });
  expect(proxy.log[0]).toMatch(/^CONNECT (sqs|dynamodb)\.ap-northeast-1\.amazonaws\.com:443$/);
});

it('the commands reach the stack of this machine without the proxy of the environment', async () => {
  const proxy = await startProxy();
  vi.stubEnv('HTTP_PROXY', proxy.url);
  onTestFinished(() => void vi.unstubAllEnvs());
  const server = createServer((_request, response) => response.end('here'));
  onTestFinished(() => void server.close());
  const response = await httpFetch(`http://${LOOPBACK}:${await listen(server)}`);
  expect(await response.text()).toBe('here');
  expect(proxy.log).toEqual([]);
});
