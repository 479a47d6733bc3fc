import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ResponseHeaders } from '../http/transport.ts';
import { DamagedFileError } from './damaged-file.ts';
import type { FileProgress } from './files.ts';
import type { FilesCore } from './open-file.ts';
import { resumedChunks, type Transfer } from './resume.ts';

/** For one download. */
export interface DownloadOptions {
  /** Gives a new address when the one in use has expired, also amid reading. */
  refresh?: (() => PromiseLike<string>) | undefined;
  /** Called after each piece; what it throws ends the download. Counts from 0 again where it had to begin anew. */
  onProgress?: ((progress: FileProgress) => void) | undefined;
  /** See {@link FileOptions.project_id}. */
  project_id?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** What arrived. */
export interface DownloadedFile {
  /** Bytes. */
  readonly size: number;
  readonly headers: ResponseHeaders;
}

/** A file that keeps changing, or arrives damaged, is not asked for without end. */
const MAX_BEGINNINGS = 3;

/** See {@link Files.download}. */
export async function downloadFile(
  core: FilesCore,
  url: string,
  target: string | Writable,
  options: DownloadOptions,
): Promise<DownloadedFile> {
  const address = { url };
  if (typeof target !== 'string') return transfer(core, address, target, options);
  await mkdir(dirname(target), { recursive: true });
  for (let beginning = 1; ; beginning += 1) {
    try {
      return await throughTemporary(target, (file) => transfer(core, address, file, options));
    } catch (error) {
      if (!(error instanceof DamagedFileError) || beginning === MAX_BEGINNINGS) throw error;
    }
  }
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
  address: Transfer['address'],
  target: Writable,
  options: DownloadOptions,
): Promise<DownloadedFile> {
  const { signal } = options;
  const state: Transfer = { address, bytes: 0 };
  try {
    await pipeline(resumedChunks(core, state, options), target, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
  return { size: state.bytes, headers: state.headers ?? {} };
}
