import { createHash } from 'node:crypto';
import { FILE_URI, type FileStore, type StoredFile } from '../core/state.ts';

/** Where uploads go until an operation takes them up. */
export const UPLOADS = 'temp/';

const UPLOAD_LIFE_MS = 24 * 60 * 60 * 1000;

/** @param lastModified HTTP has no milliseconds; the file server cuts them off */
export function storedFile(bytes: Uint8Array, contentType: string, lastModified: Date): StoredFile {
  return { bytes, contentType, lastModified, etag: etagOf(bytes) };
}

/** A file that is made when somebody first asks for it: drawing the images of a large project takes minutes. */
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
    // The last one: whoever copies the fields one by one has the bytes by now.
    get isPending() {
      return made === undefined;
    },
  };
}

/** What a file takes up. One that nobody has asked for yet takes nothing: to measure it would be to make it. */
export function storedBytes(file: StoredFile): number {
  return file.isPending ? 0 : file.bytes.byteLength;
}

/** What is stored at a path. An upload that nobody registered is gone after a day. */
export function findFile(store: FileStore, path: string, now: Date): StoredFile | undefined {
  const file = store.get(path);
  if (!file || !path.startsWith(UPLOADS) || now.getTime() - file.lastModified.getTime() < UPLOAD_LIFE_MS) return file;
  store.delete(path);
  return undefined;
}

/** The path in the file store that `s3://annofab-emulator/…` stands for; none for any other address. */
export function storePath(uri: string): string | undefined {
  return uri.startsWith(FILE_URI) ? uri.slice(FILE_URI.length) : undefined;
}

function etagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
