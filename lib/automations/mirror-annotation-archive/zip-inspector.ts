import { createHash } from 'node:crypto';
import { ArchiveError, readEntryCount, startsLikeZip, ZIP_TAIL_BYTES } from '../../annofab/archives/zip/index.ts';
import { LoggableError } from '../../core/loggable-error.ts';

export interface InspectedZip {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly entries: number;
}

/** Checks a ZIP while it streams past, chunk by chunk. Only its last bytes are kept in memory. */
export interface ZipInspector {
  /** @throws LoggableError as soon as the first bytes show that it is not a ZIP */
  see(chunk: Buffer): void;
  /** Call it after the last chunk. @throws LoggableError when the bytes were not a complete ZIP */
  finish(): InspectedZip;
  readonly bytes: number;
}

export function createZipInspector(): ZipInspector {
  const hash = createHash('sha256');
  const tail: Buffer[] = [];
  let tailBytes = 0;
  let bytes = 0;

  return {
    get bytes() {
      return bytes;
    },
    see(chunk) {
      if (bytes < 4) {
        const start = Buffer.concat([...tail, chunk]);
        if (start.length >= 4 && !startsLikeZip(start)) throw new LoggableError('it does not start like a ZIP');
      }
      hash.update(chunk);
      bytes += chunk.length;
      tail.push(chunk);
      tailBytes += chunk.length;
      for (let first = tail[0]; first !== undefined && tailBytes - first.length >= ZIP_TAIL_BYTES; first = tail[0]) {
        tail.shift();
        tailBytes -= first.length;
      }
    },
    finish() {
      const entries = countEntries(Buffer.concat(tail), bytes);
      return { bytes, sha256: hash.digest('hex'), entries };
    },
  };
}

/** The messages of {@link readEntryCount} name nothing but the ZIP's structure, so they may be logged. */
function countEntries(tail: Buffer, bytes: number): number {
  try {
    return readEntryCount(tail, bytes);
  } catch (error) {
    throw error instanceof ArchiveError ? new LoggableError(error.message, { cause: error }) : error;
  }
}
