/**
 * Runs as a separate process: as much of S3 as one upload needs, and the least code that does it. It answers each part after a
 * latency, and keeps nothing. Prints one JSON line when it is ready.
 *
 *     node bench/mirror/bucket-server.ts <latency in ms>
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LOOPBACK, listen } from '../../local/listen.ts';

const latencyMs = Number(process.argv[2] ?? 0);
const ETAG = { etag: '"0123456789abcdef0123456789abcdef"' };

function answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
  if (method === 'PUT') {
    const crc32 = headers['x-amz-checksum-crc32'];
    response.writeHead(200, crc32 === undefined ? ETAG : { ...ETAG, 'x-amz-checksum-crc32': crc32 }).end();
  } else if (method === 'POST') {
    const name = url.includes('uploads') ? 'InitiateMultipartUploadResult' : 'CompleteMultipartUploadResult';
    send(response, 200, `<${name}><UploadId>upload</UploadId><ETag>&quot;whole&quot;</ETag></${name}>`);
  } else {
    send(response, 404, '<Error><Code>NoSuchKey</Code><Message>No such key</Message></Error>');
  }
}

function send(response: ServerResponse, status: number, xml: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
}

const server = createServer((request, response) => {
  request.resume().once('end', () => setTimeout(answer, latencyMs, request, response));
});

const url = `http://${LOOPBACK}:${await listen(server)}`;
const credentials = { AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' };
const env = { AWS_ENDPOINT_URL_S3: url, AWS_REGION: 'ap-northeast-1', ...credentials };
console.log(JSON.stringify({ bucket: 'dataset', env }));
