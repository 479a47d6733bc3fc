import { createHash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { FileError } from '../errors.ts';
import { redactUrl } from '../http/redact.ts';
import type { ResponseHeaders } from '../http/transport.ts';
import { DamagedFileError } from './damaged-file.ts';
import { type DownloadedFile, type DownloadOptions, downloadFile } from './download-file.ts';
import { bareEtag, md5Of } from './etag.ts';
import { type FilesCore, openFile, parseFileUrl } from './open-file.ts';
import { type UploadOptions, uploadFile } from './upload-file.ts';
import type { UploadSource } from './upload-source.ts';

/** For the reading of one file. */
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

/** A file whose content is still to come. */
export interface OpenFile {
  readonly status: 200 | 206 | 304;
  readonly headers: ResponseHeaders;
  /** To be read to its end, or destroyed. It fails when nothing comes for 30 s. */
  readonly body: Readable;
}

/** For reading a whole file into memory. */
export interface ReadFileOptions extends FileOptions {
  /** The most that is held in memory. */
  maxBytes: number;
  /** The ETag the file must have, as an annotation's outer body tells it. */
  etag?: string | undefined;
}

/** How far a file has come. */
export interface FileProgress {
  readonly bytes: number;
  /** Unknown where the server does not say. */
  readonly totalBytes: number | undefined;
}

/** Files behind presigned addresses, which live on other hosts than the API. */
export interface Files {
  /**
   * Opens the file behind a presigned address, by GET, since the address is signed for GET; or behind one of Annofab's own
   * addresses, with the signed cookies of its project (sign-headers). Never sends Authorization.
   *
   * @example
   * const { body } = await annofab.files.open(url, { headers: { range: 'bytes=0-99' } });
   * @throws FileError with `expired` when a new address should be asked for
   */
  open(url: string, options?: FileOptions): Promise<OpenFile>;
  /**
   * Reads a whole small file and checks that it is undamaged: its length, its MD5 where the ETag is one, and the ETag
   * where one is expected. What arrives damaged is read once more.
   *
   * @example
   * const { bytes } = await annofab.files.read(annotation.body.url, { maxBytes: 10_000_000 });
   * @throws FileError also when it is larger than `maxBytes` or damaged again
   */
  read(url: string, options: ReadFileOptions): Promise<{ bytes: Buffer; headers: ResponseHeaders }>;
  /**
   * Downloads a file of any size, to a path or into a stream. A connection that breaks is resumed by Range where the
   * server still has the same file; what has arrived is checked against its length, and its MD5 where the ETag is one.
   *
   * A path has the whole file or is left as it was: until then the bytes go to a temporary file beside it. Folders on the
   * way to it are made. Where the file at the address changed amid reading, a path begins anew. A stream cannot: it is
   * destroyed with the error. It is ended when all went well.
   *
   * @example
   * const archiveUrl = async () => (await annofab.getAnnotationArchive({ project_id })).url;
   * await annofab.files.download(await archiveUrl(), 'archive.zip', {
   *   refresh: archiveUrl,
   *   onProgress: ({ bytes, totalBytes }) => console.log(bytes, 'of', totalBytes),
   * });
   * @returns the size and the headers it came with (`etag`, `last-modified`)
   * @throws FileError; what the path or the stream fails with; the reason of the signal
   */
  download(url: string, target: string | Writable, options?: DownloadOptions): Promise<DownloadedFile>;
  /**
   * Uploads bytes, a file or a stream to where Annofab takes files from (createTempPath, then a PUT without
   * Authorization), checks what has arrived by its MD5, and repeats what went wrong on the way. A stream goes through a
   * temporary file first, since its size must be known.
   *
   * @example
   * const path = await annofab.files.upload({ project_id, path: 'photos/1.jpg' });
   * await annofab.putInputData({ project_id, input_data_id, body: { input_data_name: '1.jpg', input_data_path: path } });
   * @returns the `s3://` path that putInputData and others take, good for a day
   * @throws FileError when it cannot be read, sent, or arrives damaged; otherwise as createTempPath
   */
  upload(source: UploadSource, options?: UploadOptions): Promise<string>;
}

export function createFiles(core: FilesCore): Files {
  return {
    open: (url, options = {}) => openFile(core, url, options),
    download: (url, target, options = {}) => downloadFile(core, url, target, options),
    upload: (source, options = {}) => uploadFile(core, source, options),
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

async function readFile(core: FilesCore, url: string, options: ReadFileOptions) {
  const file = await openFile(core, url, options);
  const name = redactUrl(parseFileUrl(url).href);
  const bytes = await collect(file, name, options);
  const { headers } = file;
  if (options.etag !== undefined && bareEtag(headers['etag']) !== bareEtag(options.etag)) {
    throw new FileError(`${name}: its ETag is not the one that was expected; the file has changed.`);
  }
  const md5 = file.status === 200 ? md5Of(headers) : undefined;
  if (md5 !== undefined && createHash('md5').update(bytes).digest('hex') !== md5) {
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
