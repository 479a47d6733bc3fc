import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { hostRefusalOf, isLoopback } from '../../own-machine.ts';
import type { RequestFault } from '../control/fault.ts';
import type { Faults } from '../control/faults.ts';
import type { Clock } from '../core/clock.ts';
import type { Files } from '../core/services.ts';
import type { Settings } from '../core/settings.ts';
import type { FileStore, StoredFile } from '../core/state.ts';
import { parseRange, preconditionOf } from './conditional-requests.ts';
import { cookieProtectedPath, storePathOfAddress } from './cookie-protected-files.ts';
import {
  answerError,
  BAD_DIGEST,
  cloudFrontError,
  faultError,
  NO_SUCH_KEY,
  REFUSALS,
  refusal,
  type S3Error,
} from './s3-errors.ts';
import type { CookieSigner } from './signed-cookies.ts';
import { createUrlSigner } from './signed-url.ts';
import { findFile, storedFile } from './stored-file.ts';

export interface FileServer extends Files {
  /** A URL for one GET of the file; it lasts for the setting `signedUrlSeconds`. */
  signGet(path: string): string;
  /** A URL for one upload to this path. */
  signPut(path: string): string;
  stop(): Promise<void>;
}

export interface FileServerOptions {
  store: FileStore;
  clock: Clock;
  settings: Pick<Settings, 'signedUrlSeconds'> & Partial<Pick<Settings, 'filesBehindCookies' | 'plainDownloads'>>;
  /** Checks the cookies for Annofab's permanent addresses; without it nobody has access. */
  cookies?: Pick<CookieSigner, 'check'>;
  /** Faults of `downloadFile` apply to all reads, faults of `uploadFile` to all uploads. */
  faults?: Pick<Faults, 'take'>;
  /** 0 chooses a free port. */
  port?: number;
  host?: string;
  /** Further names of this machine under which it answers; see `hostRefusalOf`. */
  names?: readonly string[] | undefined;
}

const CHUNK_BYTES = 256 * 1024;

/**
 * Serves the file store on a separate origin, as Annofab uses S3: signed URLs that expire by the emulator's clock and
 * allow one method each (a URL for GET refuses HEAD), no `Authorization` beside the signature, ranges, ETags (MD5) and
 * conditional requests. Errors are S3's XML. Files at Annofab's permanent addresses are served here too, to clients
 * with valid cookies.
 */
export async function startFileServer(options: FileServerOptions): Promise<FileServer> {
  const { store, clock, settings, cookies, faults, port = 0, host = '127.0.0.1', names } = options;
  const signer = createUrlSigner(clock);

  const server = createServer((request, response) => {
    // A client that disconnects ends its own answer only.
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const otherHost = isLoopback(host) ? hostRefusalOf(request.headers, names) : undefined;
    if (otherHost !== undefined)
      return answerError(response, { status: 403, code: 'AccessDenied', message: otherHost });
    const fault = faults?.take(request.method === 'PUT' ? 'uploadFile' : 'downloadFile');
    if (fault?.delayMs !== undefined) await delay(fault.delayMs);
    if (fault?.drop === 'before') return void request.socket.destroy();
    if (fault?.status !== undefined) return answerError(response, faultError(fault, fault.status));
    if (fault?.expiredToken) return answerError(response, REFUSALS.expired);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://files');
    const path = decodePath(pathname);
    const signature = signer.check(request.method ?? '', path, searchParams);
    const storePath = signature === 'unsigned' && request.method === 'GET' ? storePathOfAddress(path) : undefined;
    const refused = storePath === undefined ? refusal(request, signature) : refusalWithoutCookie(request, path);
    if (refused) return answerError(response, refused);
    if (request.method === 'PUT') return receive(request, response, path, fault);
    const file = findFile(store, storePath ?? path, clock.now());
    if (file === undefined) return answerError(response, NO_SUCH_KEY);
    return send(settings.plainDownloads ? {} : request.headers, response, file, fault);
  }

  function refusalWithoutCookie({ headers }: IncomingMessage, path: string): S3Error | undefined {
    const seen = cookies?.check(headers.cookie, `/${path}`) ?? { refused: 'AccessDenied' as const };
    return 'refused' in seen ? cloudFrontError(seen.refused) : undefined;
  }

  async function receive(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    fault: RequestFault | undefined,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const expected = request.headers['content-md5'];
    if (expected !== undefined && expected !== createHash('md5').update(bytes).digest('base64')) {
      return answerError(response, BAD_DIGEST);
    }
    const file = put(path, bytes, request.headers['content-type'] ?? 'binary/octet-stream');
    if (fault?.drop !== undefined) return void request.socket.destroy();
    response.writeHead(200, { etag: file.etag, 'content-length': 0 }).end();
  }

  function put(path: string, bytes: Uint8Array, contentType: string): StoredFile {
    const file = storedFile(bytes, contentType, clock.now());
    store.set(path, file);
    return file;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const origin = `http://${reachable(host)}:${typeof address === 'object' ? address?.port : port}`;

  const sign: Files['sign'] = (path, { method = 'GET', seconds = settings.signedUrlSeconds } = {}) => {
    const protectedPath = method === 'GET' && settings.filesBehindCookies ? cookieProtectedPath(path) : undefined;
    if (protectedPath !== undefined) return `${origin}/${encodePath(protectedPath)}`;
    return `${origin}/${encodePath(path)}?${signer.sign(method, path, seconds)}`;
  };

  return {
    url: origin,
    sign,
    signGet: (path) => sign(path),
    signPut: (path) => sign(path, { method: 'PUT' }),
    put,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A server that listens on every address is reachable on the loopback address. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function send(
  conditions: IncomingHttpHeaders,
  response: ServerResponse,
  file: StoredFile,
  fault: RequestFault | undefined,
): Promise<void> {
  if (fault?.drop === 'unanswered') return void response.socket?.destroy();
  const size = file.bytes.byteLength;
  const headers = { etag: file.etag, 'last-modified': file.lastModified.toUTCString(), 'accept-ranges': 'bytes' };
  const precondition = preconditionOf(conditions, file);
  if (precondition === 304) {
    response.writeHead(304, headers).end();
    return;
  }
  if (precondition === 412) {
    const message = 'At least one of the pre-conditions you specified did not hold';
    return answerError(response, { status: 412, code: 'PreconditionFailed', message });
  }
  const range = parseRange(conditions.range, size);
  if (range === 'unsatisfiable') {
    return answerError(response, {
      status: 416,
      code: 'InvalidRange',
      message: 'The requested range is not satisfiable',
      headers: { 'content-range': `bytes */${size}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: size };
  const half = start + Math.floor((end - start) / 2);
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-type': file.contentType,
    'content-length': (fault?.truncate ? half : end) - start,
    ...(range ? { 'content-range': `bytes ${start}-${end - 1}/${size}` } : {}),
  });
  const cut = fault?.drop === 'during';
  const chunks = chunksOf(file.bytes, start, cut || fault?.truncate ? half : end);
  const body = fault?.bodyMs === undefined ? chunks : slowed(chunks, fault.bodyMs);
  await pipeline(Readable.from(body), response, { end: !cut });
  if (cut) response.write('', () => response.destroy());
}

/** Sends the headers at once, and the body spread over this time. */
async function* slowed(chunks: Iterable<Uint8Array>, milliseconds: number): AsyncGenerator<Uint8Array> {
  const pieces = [...chunks].flatMap((chunk) => [
    chunk.subarray(0, chunk.length / 2),
    chunk.subarray(chunk.length / 2),
  ]);
  for (const piece of pieces) {
    await delay(milliseconds / pieces.length);
    if (piece.length > 0) yield piece;
  }
}

/** Views, not copies, so that sending a large file needs no second copy of it. */
function* chunksOf(bytes: Uint8Array, start: number, end: number): Generator<Uint8Array> {
  for (let at = start; at < end; at += CHUNK_BYTES) yield bytes.subarray(at, Math.min(end, at + CHUNK_BYTES));
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function decodePath(pathname: string): string {
  try {
    return pathname.slice(1).split('/').map(decodeURIComponent).join('/');
  } catch {
    return ''; // No file and no signature has an invalid escape in its path.
  }
}
