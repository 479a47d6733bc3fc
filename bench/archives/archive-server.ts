/**
 * Runs as a separate process: writes an archive and serves it by ranges, as S3 does. Prints one JSON line when it is ready.
 * `GET /taken` returns what was served since the last request to it.
 *
 *     node bench/archives/archive-server.ts <file> <frames> by-task|scattered
 */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { LOOPBACK, listen } from '../../local/listen.ts';
import { archiveFiles } from './frames.ts';
import { writeZip } from './zip-writer.ts';

const [, , path = '', frames = '', order = ''] = process.argv;
const { bytes: size, entries } = await writeZip(
  path,
  archiveFiles(Number(frames), order === 'by-task' ? order : 'scattered'),
);
const etag = `"${size.toString(16).padStart(32, '0')}-2"`;
let taken = { requests: 0, bytes: 0 };

const server = createServer((request, response) => {
  if (request.url === '/taken') {
    response.end(JSON.stringify(taken));
    taken = { requests: 0, bytes: 0 };
    return;
  }
  const { start, end } = rangeOf(request.headers.range);
  taken.requests += 1;
  taken.bytes += end - start;
  const range = { 'content-length': end - start, 'content-range': `bytes ${start}-${end - 1}/${size}` };
  response.writeHead(206, { etag, ...range });
  createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 }).pipe(response);
});
console.log(JSON.stringify({ origin: `http://${LOOPBACK}:${await listen(server)}`, bytes: size, entries }));

function rangeOf(header: string | undefined): { start: number; end: number } {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size };
  return { start: Number(first), end: last === '' ? size : Number(last) + 1 };
}
