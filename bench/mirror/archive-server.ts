/**
 * A process of its own: makes a ZIP of the wanted size and serves it, with as much of the Annofab API as leads to it.
 * Prints one JSON line when it is ready.
 *
 *     node bench/mirror/archive-server.ts <MiB> <directory>
 */
import { randomFillSync } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const MIB = 1024 * 1024;
const ENTRY_BYTES = 4 * MIB;

const [, , mebibytes = '1024', directory = '.'] = process.argv;
const path = join(directory, 'annotations.zip');
const entries = await writeArchive(path, Number(mebibytes) * MIB);
const { size } = await stat(path);

const files = await listen(
  createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/zip',
      'content-length': size,
      etag: '"0123456789abcdef0123456789abcdef-64"',
      'last-modified': 'Wed, 08 May 2019 01:00:00 GMT',
    });
    createReadStream(path, { highWaterMark: 256 * 1024 }).pipe(response);
  }),
);
const archiveUrl = `${files}/annotations.zip?X-Amz-Signature=bench`;
const api = await listen(
  createServer((_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json', location: archiveUrl });
    response.end(JSON.stringify({ url: archiveUrl }));
  }),
);
console.log(JSON.stringify({ api, archiveUrl, bytes: size, entries }));

/** Of stored entries with random content: nothing on the way can make it smaller. */
async function writeArchive(file: string, bytes: number): Promise<number> {
  const zip = new ZipFile();
  const count = Math.ceil(bytes / ENTRY_BYTES);
  const noise = randomFillSync(Buffer.alloc(ENTRY_BYTES + 4096));
  for (let n = 0; n < count; n += 1) {
    const content = noise.subarray(n % 4096, (n % 4096) + ENTRY_BYTES);
    zip.addReadStream(Readable.from([content]), `task/${n}.json`, { compress: false, size: ENTRY_BYTES });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return count;
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}
