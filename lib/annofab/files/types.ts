import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Clock } from '../../core/clock.ts';
import type { FileCookies } from '../auth/file-cookies.ts';
import type { ResponseHeaders } from '../http/transport.ts';

/** For the reading of one file. */
export interface FileOptions {
  /** `range`, `if-none-match` and the like. Neither Authorization nor cookies: a signed address needs none. */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Whose file it is, where the address is one of Annofab's own that need the signed cookies of a project. Not needed where
   * the address names the project.
   */
  project_id?: string | undefined;
  /** Ends the reading of the body too. */
  signal?: AbortSignal | undefined;
}

/** For the reading of one file across broken connections. */
export interface StreamOptions extends FileOptions {
  /** Gives a new address when the one in use has expired, also during the reading. */
  refresh?: (() => string | PromiseLike<string>) | undefined;
  /** Called when a connection was lost, before the rest is requested. */
  onResume?: ((progress: FileProgress) => void) | undefined;
}

/** A file whose headers are there and whose content follows. */
export interface OpenFile {
  readonly status: 200 | 206 | 304;
  readonly headers: ResponseHeaders;
  /** To be read to its end, or destroyed. It fails when nothing arrives for 30 s. */
  readonly body: Readable;
}

/** As {@link OpenFile}, but the body outlives its connection. */
export interface FileStream extends Omit<OpenFile, 'body'> {
  /** To be read once. It is checked against its length, and its MD5 where the ETag is one. */
  readonly body: AsyncGenerator<Buffer, void, undefined>;
  /** Ends it, whether it was read or not: nothing more is requested. */
  discard(): void;
}

/** How much of a file has been transferred. */
export interface FileProgress {
  readonly bytes: number;
  /** Unknown where the server does not say. */
  readonly totalBytes: number | undefined;
}

/** What files are read and written by. */
export interface FilesCore {
  readonly dispatcher: () => Dispatcher;
  readonly clock: Clock;
  /** Until the headers are there, all attempts together; of an upload, how long nothing may move. */
  readonly timeoutMs: number;
  readonly maxWaitMs: number;
  readonly cookies: FileCookies;
  /** The address that an upload goes to. */
  createTempPath(
    params: { project_id: string },
    options: { signal?: AbortSignal | undefined },
  ): PromiseLike<{ url: string; path: string }>;
}
