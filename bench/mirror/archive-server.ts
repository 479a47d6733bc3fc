/**
 * Runs as a separate process: writes a ZIP of the given size and serves it, with the part of the Annofab API that returns its
 * URL.
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
import { LOOPBACK, listen } from '../../local/listen.ts';

const MIB = 1024 * 1024;
const ENTRY_BYTES = 4 * MIB;

const [, , mebibytes = '1024', directory = '.'] = process.argv;
const path = join(directory, 'annotations.zip');
const entries = await writeArchive(path, Number(mebibytes) * MIB);
const { size } = await stat(path);

const files = await serve(
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
const api = await serve(
  createServer((_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json', location: archiveUrl });
    response.end(JSON.stringify({ url: archiveUrl }));
  }),
);
console.log(JSON.stringify({ api, archiveUrl, bytes: size, entries }));

/** Writes stored entries with random content, which cannot be compressed on the way. */
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

async function serve(server: Server): Promise<string> {
  return `http://${LOOPBACK}:${await listen(server)}`;
}
