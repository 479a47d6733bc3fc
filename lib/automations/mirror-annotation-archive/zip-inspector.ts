import { createHash } from 'node:crypto';
import { LoggableError } from '../../core/loggable-error.ts';
import { beginsLikeZip, entryCountOf, ZIP_TAIL_BYTES } from './zip-tail.ts';

export interface InspectedZip {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly entries: number;
}

/**
 * Looks at a ZIP as it passes by, chunk for chunk, and holds nothing but its end.
 */
export interface ZipInspector {
  /** @throws Error as soon as it is clear that it is no ZIP */
  see(chunk: Buffer): void;
  /** To be called after the last chunk. @throws Error when it was no whole ZIP */
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
        if (start.length >= 4 && !beginsLikeZip(start)) throw new LoggableError('it does not begin like a ZIP');
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
      const entries = entryCountOf(Buffer.concat(tail), bytes);
      return { bytes, sha256: hash.digest('hex'), entries };
    },
  };
}
