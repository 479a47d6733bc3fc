import type { Readable } from 'node:stream';

/** The bucket that the annotations go to: what the automations need of S3, and nothing else. */
export interface Dataset {
  /** Writes an object, whatever was there. With `sha256` (hex), S3 refuses other bytes than these. */
  put(
    key: string,
    body: Uint8Array | string,
    o: { contentType: string; sha256?: string; signal?: AbortSignal },
  ): Promise<void>;
  /** A small text object, or nothing if there is none. */
  read(key: string, o?: { signal?: AbortSignal }): Promise<{ text: string; etag: string } | undefined>;
  /**
   * Writes only if the object still is what was read: `etag` as {@link read} gave it, `undefined` if there was none.
   * `changed`: someone else was first, and nothing was written.
   */
  replace(
    key: string,
    body: string,
    o: { contentType: string; etag: string | undefined; signal?: AbortSignal },
  ): Promise<'written' | 'changed'>;
  /**
   * Writes an object of any size from a stream, holding a few parts of it at a time. Nothing is visible before the stream
   * has ended well: when it throws, or the signal aborts, the parts are taken back and the error is thrown on.
   */
  upload(
    key: string,
    body: Readable | AsyncIterable<Uint8Array>,
    o: { contentType: string; contentLength?: number; signal?: AbortSignal },
  ): Promise<{ etag: string; bytes: number }>;
  /** The objects whose key starts so, in the order of their keys. */
  list(prefix: string, o?: { signal?: AbortSignal }): AsyncIterable<{ key: string; bytes: number }>;
  delete(keys: readonly string[], o?: { signal?: AbortSignal }): Promise<void>;
}
