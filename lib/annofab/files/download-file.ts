import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ResponseHeaders } from '../http/transport.ts';
import { fromTheStart } from './errors.ts';
import { streamFile } from './resumable-stream.ts';
import type { FileProgress, FilesCore, StreamOptions } from './types.ts';

/** For one download. */
export interface DownloadOptions extends Pick<StreamOptions, 'refresh' | 'project_id' | 'signal'> {
  /** Called after each piece; what it throws ends the download. Counts from 0 again where the download begins again. */
  onProgress?: ((progress: FileProgress) => void) | undefined;
}

/** What arrived. */
export interface DownloadedFile {
  /** Bytes. */
  readonly size: number;
  readonly headers: ResponseHeaders;
}

/** A file that keeps changing, or arrives damaged, is not requested without end. */
const MAX_TRANSFERS = 3;

/** See {@link Files.download}. */
export async function downloadFile(
  core: FilesCore,
  url: string,
  target: string | Writable,
  options: DownloadOptions,
): Promise<DownloadedFile> {
  const { refresh } = options;
  // A transfer from the start does not go back to an address that has expired.
  let current = url;
  const renew = async () => {
    current = (await refresh?.()) ?? current;
    return current;
  };
  const write = (stream: Writable) => transfer(core, current, stream, { ...options, refresh: refresh && renew });
  if (typeof target !== 'string') return write(target);
  await mkdir(dirname(target), { recursive: true });
  return fromTheStart(MAX_TRANSFERS, () => throughTemporary(target, write));
}

/** Nobody sees half a file: it gets its name when it is whole. */
async function throughTemporary<T>(path: string, write: (file: Writable) => Promise<T>): Promise<T> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const result = await write(createWriteStream(temporary, { flags: 'wx' }));
    await rename(temporary, path);
    return result;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function transfer(
  core: FilesCore,
  url: string,
  target: Writable,
  { onProgress, ...options }: DownloadOptions,
): Promise<DownloadedFile> {
  let result: DownloadedFile = { size: 0, headers: {} };
  // Within the pipeline, so that a file that cannot be opened destroys the target too.
  async function* chunks() {
    const { headers, body } = await streamFile(core, url, options);
    const length = headers['content-length'];
    const totalBytes = length === undefined ? undefined : Number(length);
    result = { size: 0, headers };
    for await (const chunk of body) {
      yield chunk;
      result = { size: result.size + chunk.length, headers };
      onProgress?.({ bytes: result.size, totalBytes });
    }
  }
  try {
    await pipeline(chunks, target, { signal: options.signal });
    return result;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  }
}
