import { expect, it } from 'vitest';
import { openArchive } from '../../../lib/automations/mirror-annotation-archive/archive-download.ts';
import { readConfigAndSettings } from '../../../lib/runtime/settings.ts';
import { createClient, startServer } from '../../annofab/support.ts';

it('sends no further request when a slow archive is discarded', async () => {
  const server = await startServer(({ url, headers }, response) => {
    if (!url.startsWith('/files/'))
      return void response.writeHead(201, { location: `${server.url}/files/a.zip` }).end();
    const range = headers.range === undefined ? {} : { 'content-range': 'bytes 4-9/10' };
    const length = headers.range === undefined ? 10 : 6;
    response.writeHead(headers.range === undefined ? 200 : 206, { etag: '"a"', 'content-length': length, ...range });
    response.write('PK\x03\x04'); // The rest does not come.
  });
  const silent = () => {};
  const ctx = {
    annofab: createClient(server),
    settings: readConfigAndSettings([], {}).settings,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    signal: new AbortController().signal,
    deadline: Number.POSITIVE_INFINITY,
    now: Date.now,
  };
  const archive = await openArchive(ctx, 'p', {});
  if (archive === 'unchanged') throw new Error('there was none to compare');
  const chunks = archive.body[Symbol.asyncIterator]();
  await chunks.next();
  const waiting = chunks.next();
  archive.discard();
  await expect(waiting).rejects.toThrow('no longer wanted');
  expect(server.requests).toHaveLength(2);
});
