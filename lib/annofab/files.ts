import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { FileError } from './errors.ts';
import { type FilesCore, openFile, parseFileUrl } from './open-file.ts';
import { redactUrl } from './redact.ts';
import type { ResponseHeaders } from './transport.ts';

export interface FileOptions {
  /** `range`, `if-none-match` and the like. Neither Authorization nor cookies: a signed address needs none. */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Whose file it is, where the address is one of Annofab's own that need the signed cookies of a project. Needless where
   * the address names the project.
   */
  project_id?: string | undefined;
  /** Ends the reading of the body too. */
  signal?: AbortSignal | undefined;
}

export interface OpenFile {
  readonly status: 200 | 206 | 304;
  readonly headers: ResponseHeaders;
  /** To be read to its end, or destroyed. It fails when nothing comes for 30 s. */
  readonly body: Readable;
}

export interface ReadFileOptions extends FileOptions {
  /** The most that is held in memory. */
  maxBytes: number;
  /** The ETag the file must have, as an annotation's outer body tells it. */
  etag?: string | undefined;
}

export interface Files {
  /**
   * Opens the file behind a presigned address, by GET, since the address is signed for GET. Never sends Authorization.
   *
   * @throws FileError with `expired` when a new address should be asked for
   */
  open(url: string, options?: FileOptions): Promise<OpenFile>;
  /**
   * Reads a whole small file and checks that it is undamaged: its length, its MD5 where the ETag is one, and the ETag
   * where one is expected. What arrives damaged is read once more.
   *
   * @throws FileError also when it is larger than `maxBytes` or damaged again
   */
  read(url: string, options: ReadFileOptions): Promise<{ bytes: Buffer; headers: ResponseHeaders }>;
}

export function createFiles(core: FilesCore): Files {
  return {
    open: (url, options = {}) => openFile(core, url, options),
    async read(url, options) {
      try {
        return await readFile(core, url, options);
      } catch (error) {
        if (!(error instanceof DamagedFileError)) throw error;
        return readFile(core, url, options);
      }
    },
  };
}

/** Worth one more try. */
class DamagedFileError extends FileError {}

async function readFile(core: FilesCore, url: string, options: ReadFileOptions) {
  const file = await openFile(core, url, options);
  const name = redactUrl(parseFileUrl(url).href);
  const bytes = await collect(file, name, options);
  const { headers } = file;
  const etag = bareEtag(headers['etag']);
  if (options.etag !== undefined && etag !== bareEtag(options.etag)) {
    throw new FileError(`${name}: its ETag is not the one that was expected; the file has changed.`);
  }
  if (file.status === 200 && isMd5(etag, headers) && createHash('md5').update(bytes).digest('hex') !== etag) {
    throw new DamagedFileError(`${name}: it arrived damaged, its MD5 is not its ETag.`);
  }
  return { bytes, headers };
}

async function collect({ body, headers }: OpenFile, name: string, options: ReadFileOptions): Promise<Buffer> {
  const { maxBytes, signal } = options;
  const chunks: Buffer[] = [];
  let size = Number(headers['content-length'] ?? 0);
  if (size > maxBytes) {
    // Its error is ours: nobody else is to hear of a body that is thrown away.
    body.on('error', () => {}).destroy();
    throw tooLarge(name, maxBytes);
  }
  size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(name, maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FileError) throw error;
    throw new DamagedFileError(`${name}: the connection ended before the file was complete.`, { cause: error });
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string, maxBytes: number): FileError {
  return new FileError(`${name}: it is larger than the ${maxBytes} bytes allowed here.`);
}

function bareEtag(etag: string | undefined): string | undefined {
  return etag?.replace(/^W\//, '').replaceAll('"', '');
}

/** S3's ETag is the MD5, except after a multipart upload (`…-3`) and under a key of KMS. */
function isMd5(etag: string | undefined, headers: ResponseHeaders): boolean {
  if (headers['x-amz-server-side-encryption']?.startsWith('aws:kms')) return false;
  return etag !== undefined && /^[0-9a-f]{32}$/.test(etag);
}
