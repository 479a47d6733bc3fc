import { createHash } from 'node:crypto';
import { FILE_URI, type FileStore, type StoredFile } from '../core/state.ts';

/** The folder for uploads that no operation has used yet. */
export const UPLOADS = 'temp/';

const UPLOAD_LIFE_MS = 24 * 60 * 60 * 1000;

/** @param lastModified the file server drops its milliseconds, because HTTP has none */
export function storedFile(bytes: Uint8Array, contentType: string, lastModified: Date): StoredFile {
  return { bytes, contentType, lastModified, etag: etagOf(bytes) };
}

/** A file that is created on first access, because drawing all images of a large project takes minutes. */
export function lazyFile(make: () => Uint8Array, contentType: string, lastModified: Date): StoredFile {
  let made: StoredFile | undefined;
  const file = (): StoredFile => {
    made ??= storedFile(make(), contentType, lastModified);
    return made;
  };
  return {
    contentType,
    lastModified,
    get bytes() {
      return file().bytes;
    },
    get etag() {
      return file().etag;
    },
    // The last field: a copy of the fields, in order, has read the bytes before it.
    get isPending() {
      return made === undefined;
    },
  };
}

/** The size of a file. A pending file counts as 0, because measuring would create it. */
export function storedBytes(file: StoredFile): number {
  return file.isPending ? 0 : file.bytes.byteLength;
}

/** The file at a path. An upload that no operation used expires after a day. */
export function findFile(store: FileStore, path: string, now: Date): StoredFile | undefined {
  const file = store.get(path);
  if (!file || !path.startsWith(UPLOADS) || now.getTime() - file.lastModified.getTime() < UPLOAD_LIFE_MS) return file;
  store.delete(path);
  return undefined;
}

/** The path in the file store for `s3://annofab-emulator/…`; undefined for every other address. */
export function storePath(uri: string): string | undefined {
  return uri.startsWith(FILE_URI) ? uri.slice(FILE_URI.length) : undefined;
}

function etagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
