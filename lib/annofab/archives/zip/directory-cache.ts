import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject } from '../../../core/json.ts';
import type { Chunk } from './byte-source.ts';

/** Keeps the end of an archive, with its central directory, in a file: another process then does not fetch it again. */
export interface DirectoryCache {
  /** @returns undefined when there is none, or it is damaged */
  read(): Promise<CachedDirectory | undefined>;
  /** A failure is ignored: the archive can be read without the cache. */
  write(cached: CachedDirectory): Promise<void>;
}

export interface CachedDirectory {
  /** The strong ETag of the archive, and its size: the bytes count only for an archive that has both. */
  readonly etag: string;
  readonly size: number;
  /** The bytes of the archive from its central directory to its end. */
  readonly tail: Chunk;
}

/**
 * A file in a folder for what the key names. One key has one file, so that the folder does not grow with each rebuild.
 *
 * @param key what remains the same when a presigned address changes
 */
export function createDirectoryCache(folder: string, key: string): DirectoryCache {
  const path = join(folder, `${digestOf(Buffer.from(key))}.directory`);
  return {
    async read() {
      const bytes = await readFile(path).catch(() => undefined);
      return bytes && decode(bytes);
    },
    async write(cached) {
      // Renamed when it is whole: other processes may read and write the same file.
      const temporary = `${path}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, encode(cached), { mode: 0o600 });
        await rename(temporary, path);
      } catch {
        await rm(temporary, { force: true }).catch(() => {});
      }
    },
  };
}

/** Another layout gets another number; files of other layouts are ignored. */
const LAYOUT = 1;

function encode({ etag, size, tail: { start, bytes } }: CachedDirectory): Buffer {
  const about = { layout: LAYOUT, etag, size, start };
  const head = Buffer.from(JSON.stringify(about));
  return Buffer.concat([Buffer.from(`${digestOf(head, bytes)}\n`), head, Buffer.from('\n'), bytes]);
}

/** @returns undefined unless every byte is as it was written */
function decode(file: Buffer): CachedDirectory | undefined {
  const [digestEnd, headEnd] = [file.indexOf('\n'), file.indexOf('\n', file.indexOf('\n') + 1)];
  if (digestEnd < 0 || headEnd < 0) return undefined;
  const [head, bytes] = [file.subarray(digestEnd + 1, headEnd), file.subarray(headEnd + 1)];
  if (file.toString('latin1', 0, digestEnd) !== digestOf(head, bytes)) return undefined;
  const about: unknown = JSON.parse(head.toString());
  if (!isJsonObject(about) || about['layout'] !== LAYOUT) return undefined;
  const { etag, size, start } = about;
  if (typeof etag !== 'string' || typeof size !== 'number' || typeof start !== 'number') return undefined;
  return start + bytes.length === size ? { etag, size, tail: { start, bytes } } : undefined;
}

function digestOf(...parts: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
