import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';

export interface CountingServer {
  readonly url: string;
  /** What was served since the last call. */
  take(): { requests: number; bytes: number };
  stop(): void;
}

/** Serves one file by ranges, as S3 does, and counts. */
export async function serveFile(path: string): Promise<CountingServer> {
  const { size } = await stat(path);
  const etag = `"${size.toString(16).padStart(32, '0')}-2"`;
  let served = { requests: 0, bytes: 0 };
  const server = createServer((request, response) => {
    const { start, end } = rangeOf(request.headers.range, size);
    served.requests += 1;
    served.bytes += end - start;
    response.writeHead(206, {
      etag,
      'content-length': end - start,
      'content-range': `bytes ${start}-${end - 1}/${size}`,
    });
    createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/simple-annotation.zip?X-Amz-Signature=bench`,
    take() {
      const taken = served;
      served = { requests: 0, bytes: 0 };
      return taken;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function rangeOf(header: string | undefined, size: number): { start: number; end: number } {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size };
  return { start: Number(first), end: last === '' ? size : Number(last) + 1 };
}
