import type { Writable } from 'node:stream';
import { FileError } from '../errors.ts';
import { redactUrl } from '../http/redact.ts';
import type { ResponseHeaders } from '../http/transport.ts';
import { refuseUnknown } from '../one-of.ts';
import { type DownloadedFile, type DownloadOptions, downloadFile } from './download-file.ts';
import { fromTheStart } from './errors.ts';
import { bareEtag } from './etag.ts';
import { openFile } from './open-file.ts';
import { streamFile } from './resumable-stream.ts';
import type { FileOptions, FileStream, FilesCore, OpenFile, StreamOptions } from './types.ts';
import { type UploadOptions, uploadFile } from './upload-file.ts';
import type { UploadSource } from './upload-source.ts';

/** For reading a whole file into memory. */
export interface ReadFileOptions extends FileOptions {
  /** The largest size that is held in memory. */
  maxBytes: number;
  /** The ETag that the file must have, as in an annotation's outer body. */
  etag?: string | undefined;
}

/** Files at presigned addresses, which are on other hosts than the API. */
export interface Files {
  /**
   * Opens the file at a presigned address, by GET, since the address is signed for GET; or at one of Annofab's own
   * addresses, with the signed cookies of its project (sign-headers). Never sends Authorization.
   *
   * @example
   * const { body } = await annofab.files.open(url, { headers: { range: 'bytes=0-99' } });
   * @throws FileError; with `expired` when a new address is needed
   */
  open(url: string, options?: FileOptions): Promise<OpenFile>;
  /**
   * Opens a file as {@link Files.open} does, but its body outlives its connection: after a cut the rest is requested by
   * Range, where the server still has the same file, and with a new address where that has expired. What arrived is checked
   * against its length, and its MD5 where the ETag is one.
   *
   * @example
   * const { headers, body } = await annofab.files.stream(await archiveUrl(), { refresh: archiveUrl });
   * for await (const chunk of body) hash.update(chunk);
   * @throws FileError, what `refresh` throws, or the reason of the signal; the body too
   */
  stream(url: string, options?: StreamOptions): Promise<FileStream>;
  /**
   * Reads a whole small file as {@link Files.stream} does, and checks the ETag where one is expected. A file that arrives
   * damaged is read once more.
   *
   * @example
   * const { bytes } = await annofab.files.read(annotation.body.url, { maxBytes: 10_000_000 });
   * @throws FileError also when it is larger than `maxBytes` or damaged again
   */
  read(url: string, options: ReadFileOptions): Promise<{ bytes: Buffer; headers: ResponseHeaders }>;
  /**
   * Downloads a file of any size, to a path or into a stream, as {@link Files.stream} does.
   *
   * A path gets the whole file or stays as it was: until then the bytes go to a temporary file beside it. Missing folders
   * are created. If the file at the address changes during the download, a download to a path begins again from the start;
   * a stream is destroyed with the error. A stream is ended after a success.
   *
   * @example
   * const archiveUrl = async () => (await annofab.getAnnotationArchive({ project_id })).url;
   * await annofab.files.download(await archiveUrl(), 'archive.zip', {
   *   refresh: archiveUrl,
   *   onProgress: ({ bytes, totalBytes }) => console.log(bytes, 'of', totalBytes),
   * });
   * @returns the size and the response headers (`etag`, `last-modified`)
   * @throws FileError; the error of the path or the stream; the reason of the signal
   */
  download(url: string, target: string | Writable, options?: DownloadOptions): Promise<DownloadedFile>;
  /**
   * Uploads bytes, a file or a stream to Annofab's temporary storage (createTempPath, then a PUT without Authorization),
   * verifies the MD5 of what arrived, and retries. A stream is written to a temporary file first, since its size must be
   * known.
   *
   * @example
   * const path = await annofab.files.upload({ project_id, path: 'photos/1.jpg' });
   * await annofab.putInputData({ project_id, input_data_id, body: { input_data_name: '1.jpg', input_data_path: path } });
   * @returns the `s3://` path for putInputData and others, valid for a day
   * @throws FileError when it cannot be read or sent, or arrives damaged; otherwise as createTempPath
   */
  upload(source: UploadSource, options?: UploadOptions): Promise<string>;
}

const FILE_OPTIONS: readonly (keyof FileOptions)[] = ['headers', 'project_id', 'signal'];

export function createFiles(core: FilesCore): Files {
  return {
    async open(url, options = {}) {
      refuseUnknown('files.open has no option', options, FILE_OPTIONS);
      return await openFile(core, url, options);
    },
    async stream(url, options = {}) {
      refuseUnknown('files.stream has no option', options, [...FILE_OPTIONS, 'refresh', 'onResume']);
      return await streamFile(core, url, options);
    },
    async read(url, options) {
      refuseUnknown('files.read has no option', options, [...FILE_OPTIONS, 'maxBytes', 'etag']);
      return await fromTheStart(2, () => readFile(core, url, options));
    },
    async download(url, target, options = {}) {
      refuseUnknown('files.download has no option', options, ['refresh', 'project_id', 'signal', 'onProgress']);
      return await downloadFile(core, url, target, options);
    },
    async upload(source, options = {}) {
      refuseUnknown('files.upload has no option', options, ['to', 'signal', 'onProgress']);
      return await uploadFile(core, source, options);
    },
  };
}

async function readFile(core: FilesCore, url: string, { maxBytes, etag, ...options }: ReadFileOptions) {
  const { headers, body, discard } = await streamFile(core, url, options);
  const name = redactUrl(url);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (etag !== undefined && bareEtag(headers['etag']) !== bareEtag(etag))
      throw new FileError(`${name}: its ETag is not the one that was expected; the file has changed.`);
    if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(name, maxBytes);
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(name, maxBytes);
      chunks.push(chunk);
    }
  } finally {
    discard();
  }
  return { bytes: Buffer.concat(chunks), headers };
}

function tooLarge(name: string, maxBytes: number): FileError {
  return new FileError(`${name}: it is larger than the ${maxBytes} bytes allowed here.`);
}
